import OrderedJSON
import SandboxWorld
import Testing

struct CatTests {
    @Test func nodes() {
        #expect(
            TwoClusters().send("GET", "/_cat/nodes?v&h=ip,name,master,node.role,port").text
                == "ip        name     master node.role port\n127.0.0.1 leader-0 *      mdi       19300\n")
    }

    @Test func closedIndicesAreBlank() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/open", #"{"settings":{"number_of_replicas":0}}"#)
        clusters.send("PUT", "/shut")
        clusters.send("POST", "/shut/_close")
        #expect(
            clusters.send("GET", "/_cat/indices?v&s=index&h=health,status,index,pri,docs.count").text
                == "health status index pri docs.count\ngreen  open   open    1          0\n       close  shut                \n"
        )
    }

    @Test func json() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send("GET", "/_cat/indices?format=json&h=index,p,health").json
        #expect(answer == [["index": "i", "p": "1", "health": "yellow"]])
    }
}

extension CatTests {
    @Test func healthCountsShards() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":2}}"#)
        #expect(
            clusters.send("GET", "/_cat/health?v&ts=false").text
                == "cluster status node.total node.data shards pri relo init unassign pending_tasks "
                + "max_task_wait_time active_shards_percent\n"
                + "leader  yellow          1         1      2   2    0    0        2             0"
                + "                  -                 50.0%\n")
    }

    @Test func documentsAreCounted() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", "{}")
        #expect(clusters.send("GET", "/_cat/count/i?h=count").text == "1\n")
        #expect(clusters.send("GET", "/_cat/count/none").status == 404)
    }

    @Test func aliasesHaveARowAnIndex() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"aliases":{"x":{},"y":{"filter":{"match_all":{}},"routing":"r"}}}"#)
        #expect(clusters.send("GET", "/_cat/aliases").text == "x i - - -\ny i * r r\n")
        #expect(clusters.send("GET", "/_cat/aliases/y?h=alias").text == "y\n")
    }

    @Test func shardsHaveARowACopy() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        #expect(
            clusters.send("GET", "/_cat/shards?v&h=index,shard,prirep,state,node").text
                == "index shard prirep state      node\ni     0     p      STARTED    leader-0\n"
                + "i     0     r      UNASSIGNED         \n")
    }

    @Test(arguments: [
        "aliases", "allocation", "count", "fielddata", "health", "indices", "master", "nodeattrs", "nodes",
        "pending_tasks", "plugins", "recovery", "repositories", "shards", "snapshots", "templates", "thread_pool",
    ])
    func allTellWhatTheyMean(name: String) {
        let answer = TwoClusters().send("GET", "/_cat/\(name)?help")
        #expect(answer.status == 200)
        #expect(answer.text.split(separator: "\n").allSatisfy { $0.split(separator: "|").count == 3 })
    }

    @Test func anUnknownSortKeyIsRefused() {
        #expect(TwoClusters().send("GET", "/_cat/master?s=ip:foo").text.contains("unknown sort key `ip:foo`"))
    }
}
