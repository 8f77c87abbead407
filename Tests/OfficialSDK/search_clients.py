"""Calls that a client of Elasticsearch or OpenSearch makes against a sandbox with security, each counted.

Usage: search_clients.py elasticsearch|opensearchpy ANNOUNCEMENT
ANNOUNCEMENT is the file with the JSON line of `runbook sandbox --secure --format json` with clusters leader and
follower. The module of the same name is the unmodified client from the package index.
"""

import importlib
import json
import sys
import time

module, announcement = sys.argv[1], json.load(open(sys.argv[2]))
client_module = importlib.import_module(module)
helpers = importlib.import_module(module + ".helpers")
errors = importlib.import_module(module + ".exceptions")
Client = client_module.Elasticsearch if module == "elasticsearch" else client_module.OpenSearch
is_open_distro = module == "elasticsearch"
security = "/_opendistro/_security/api" if is_open_distro else "/_plugins/_security/api"
replication = "/_opendistro/_replication" if is_open_distro else "/_plugins/_replication"
calls = 0
problems = []


def client(cluster, user=None, password=None):
    place = announcement["clusters"][cluster]
    return Client(
        [place["url"]], http_auth=(user or place["user"], password or place["password"]), ca_certs=place["ca"],
        use_ssl=True, verify_certs=True, max_retries=0,
    )


def call(name, action, check=lambda result: True):
    global calls
    calls += 1
    try:
        result = action()
        if not check(result):
            problems.append(f"{name}: unexpected result {str(result)[:200]}")
        return result
    except Exception as error:  # What is raised is the result.
        problems.append(f"{name}: {type(error).__name__} {str(error)[:200]}")
        return {}


def raises(name, kind, status, action):
    global calls
    calls += 1
    try:
        action()
        problems.append(f"{name}: nothing was raised, expected {kind.__name__}")
    except Exception as error:
        code = getattr(error, "status_code", None)
        if type(error) is not kind or code != status:
            problems.append(f"{name}: {type(error).__name__} {code}, expected {kind.__name__} {status}")


def send(es, method, path, body=None):
    return es.transport.perform_request(method, path, body=body, headers={"content-type": "application/json"})


leader, follower = client("leader"), client("follower")
number = "7.10.2" if is_open_distro else "2.19.0"
call("info", leader.info, lambda r: r["version"]["number"] == number)
call("ping", leader.ping, bool)
raises("wrong password", errors.AuthenticationException, 401, client("leader", "admin", "wrong").info)
call("administrator", client("leader", "admin", "admin").info)
call("health", leader.cluster.health, lambda r: r["status"] == "green")
call("create index", lambda: leader.indices.create(
    "books", body={"settings": {"number_of_replicas": 0}, "mappings": {"properties": {"year": {"type": "integer"}}}}))
raises("create twice", errors.RequestError, 400, lambda: leader.indices.create("books"))
call("exists", lambda: leader.indices.exists("books"), bool)
call("index", lambda: leader.index("books", {"title": "One", "year": 1}, id="1", refresh=True),
     lambda r: r["result"] == "created")
call("index again", lambda: leader.index("books", {"title": "One", "year": 2}, id="1", refresh=True),
     lambda r: r["result"] == "updated")
raises("create conflict", errors.ConflictError, 409, lambda: leader.create("books", "1", {"title": "x"}))
call("get", lambda: leader.get("books", "1"), lambda r: r["_source"]["year"] == 2)
raises("get missing", errors.NotFoundError, 404, lambda: leader.get("books", "none"))
call("get source", lambda: leader.get_source("books", "1"), lambda r: r["title"] == "One")
call("document exists", lambda: leader.exists("books", "1"), bool)
call("update", lambda: leader.update("books", "1", {"doc": {"year": 3}}), lambda r: r["result"] == "updated")
raises("version conflict", errors.ConflictError, 409,
       lambda: leader.index("books", {}, id="1", params={"if_seq_no": 99, "if_primary_term": 1}))
call("bulk helper", lambda: helpers.bulk(
    leader, ({"_index": "books", "_id": f"b{n}", "title": f"Book {n}", "year": n} for n in range(100)), refresh=True),
    lambda r: r[0] == 100)
call("count", lambda: leader.count(index="books"), lambda r: r["count"] == 101)
call("search", lambda: leader.search(index="books", body={"query": {"match": {"title": "Book"}}, "size": 5}),
     lambda r: r["hits"]["total"]["value"] == 100 and len(r["hits"]["hits"]) == 5)
call("aggregation", lambda: leader.search(
    index="books", body={"size": 0, "aggs": {"newest": {"max": {"field": "year"}}}}),
    lambda r: r["aggregations"]["newest"]["value"] == 99)
call("scan helper", lambda: list(helpers.scan(leader, index="books", size=40)), lambda r: len(r) == 101)
raises("bad query", errors.RequestError, 400, lambda: leader.search(index="books", body={"query": {"nope": {}}}))
raises("missing index", errors.NotFoundError, 404, lambda: leader.search(index="none"))
call("multi get", lambda: leader.mget({"ids": ["b1", "b2"]}, index="books"), lambda r: len(r["docs"]) == 2)
call("multi search", lambda: leader.msearch([{"index": "books"}, {"size": 0}]), lambda r: len(r["responses"]) == 1)
call("delete by query", lambda: leader.delete_by_query("books", {"query": {"range": {"year": {"gte": 90}}}}, refresh=True),
     lambda r: r["deleted"] == 10)
call("delete", lambda: leader.delete("books", "1"), lambda r: r["result"] == "deleted")
raises("delete missing", errors.NotFoundError, 404, lambda: leader.delete("books", "1"))
call("put alias", lambda: leader.indices.put_alias("books", "library"))
call("get alias", lambda: leader.indices.get_alias(name="library"), lambda r: "books" in r)
call("mapping", lambda: leader.indices.get_mapping(index="books"), lambda r: "books" in r)
call("settings", lambda: leader.indices.put_settings({"index.refresh_interval": "5s"}, index="books"))
call("cat indices", lambda: leader.cat.indices(format="json"), lambda r: any(x["index"] == "books" for x in r))
call("cat plugins", lambda: leader.cat.plugins(format="json"), lambda r: len(r) == 2)
call("put user", lambda: send(leader, "PUT", security + "/internalusers/reader", {"password": "Harbor-Lantern-42"}),
     lambda r: r["status"] == "CREATED")
reader = client("leader", "reader", "Harbor-Lantern-42")
raises("without a role", errors.AuthorizationException, 403, lambda: reader.search(index="books"))
call("put role", lambda: send(leader, "PUT", security + "/roles/books_reader", {
    "index_permissions": [{"index_patterns": ["books"], "allowed_actions": ["read"]}]}))
call("map role", lambda: send(leader, "PUT", security + "/rolesmapping/books_reader", {"users": ["reader"]}))
call("with a role", lambda: reader.search(index="books"), lambda r: r["hits"]["total"]["value"] == 90)
raises("still no writer", errors.AuthorizationException, 403, lambda: reader.index("books", {}))
raises("missing user", errors.NotFoundError, 404, lambda: send(leader, "GET", security + "/internalusers/none"))
raises("reserved user", errors.AuthorizationException, 403, lambda: send(leader, "DELETE", security + "/internalusers/admin"))
raises("weak body", errors.RequestError, 400, lambda: send(leader, "PUT", security + "/roles/bad", {"bogus": 1}))
transport = announcement["clusters"]["leader"]["transport"]
call("add remote", lambda: follower.cluster.put_settings(
    {"persistent": {"cluster": {"remote": {"leader-cluster": {"seeds": [transport]}}}}}))
call("remote info", lambda: follower.cluster.remote_info(), lambda r: "leader-cluster" in r)
names = ("remote_cluster", "remote_index") if is_open_distro else ("leader_alias", "leader_index")
start = dict(zip(names, ("leader-cluster", "books")))
if not is_open_distro:
    raises("without roles", errors.AuthorizationException, 403,
           lambda: send(follower, "PUT", replication + "/copy/_start", start))
    start["use_roles"] = {"leader_cluster_role": "all_access", "follower_cluster_role": "all_access"}
raises("unknown leader", errors.NotFoundError, 404,
       lambda: send(follower, "PUT", replication + "/copy/_start", {**start, names[1]: "none"}))
call("start", lambda: send(follower, "PUT", replication + "/copy/_start", start), lambda r: r["acknowledged"])
for _ in range(50):
    time.sleep(0.2)
    try:
        if follower.count(index="copy")["count"] == 90:
            break
    except errors.TransportError:
        pass
call("copied", lambda: follower.count(index="copy"), lambda r: r["count"] == 90)
raises("follower is blocked", errors.AuthorizationException, 403, lambda: follower.index("copy", {"title": "x"}))
call("stop", lambda: send(follower, "POST", replication + "/copy/_stop", {}), lambda r: r["acknowledged"])
call("follower is free", lambda: follower.index("copy", {"title": "x"}), lambda r: r["result"] == "created")
raises("stop twice", errors.RequestError, 400, lambda: send(follower, "POST", replication + "/copy/_stop", {}))
call("delete index", lambda: leader.indices.delete("books"))

for problem in problems:
    print(problem)
print(f"{module} {client_module.__versionstr__}: {calls} calls, {len(problems)} unexpected")
sys.exit(1 if problems else 0)
