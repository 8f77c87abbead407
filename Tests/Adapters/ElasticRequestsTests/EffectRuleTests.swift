import OrderedJSON
import RunbookModel
import Testing

@testable import ElasticRequests

@Suite struct EffectRuleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        let rule: String
        let effect: Effect
        let body: String?

        init(_ line: String, _ rule: String, _ effect: Effect, body: String? = nil) {
            self.line = line
            self.rule = rule
            self.effect = effect
            self.body = body
        }

        var request: ElasticRequest {
            let words = line.split(separator: " ").map(String.init)
            let target = words[1].split(separator: "?", maxSplits: 1).map(String.init)
            return ElasticRequest(
                method: words[0], path: target[0], query: target.count > 1 ? target[1] : nil, body: body)
        }
        var testDescription: String { line }
    }

    static let rows: [Row] = [
        Row("GET /_plugins/_sql", "any _plugins/_sql", .destroy, body: #"{"query":" delete from a"}"#),
        Row("GET /_plugins/_async_query", "any _plugins/_async_query", .destroy, body: #"{"query":"drop table a"}"#),
        Row("GET /_flush", "GET _flush", .write), Row("GET /a/_flush", "GET _flush", .write),
        Row("GET /a,b/_flush/synced", "GET _flush/synced", .write), Row("GET /a/_doc/_flush", "GET **", .read),
        Row("GET /a/_delete_by_query", "GET **", .read),
        Row("HEAD /a", "HEAD **", .read),
        Row("POST /_delete_by_query/n:1/_rethrottle", "POST _delete_by_query/*/_rethrottle", .write),
        Row("POST /a/_delete_by_query", "* _delete_by_query", .destroy),
        Row(
            "POST /a/_bulk", "* _bulk", .destroy, body: "{\"index\":{}}\n{\"delete\":1}\n{\"delete\":{\"_id\":\"1\"}}\n"
        ),
        Row(
            "POST /_bulk", "* _bulk", .destroy,
            body: "{\"update\":{\"_id\":\"1\"}}\n{\"script\":{\"source\":\"ctx.op = 'delete'\"}}\n"),
        Row("POST /a/_update/1", "* _update", .destroy, body: #"{"script":"ctx.op = 'delete'"}"#),
        Row(
            "POST /a/_update_by_query", "* _update_by_query", .destroy,
            body: #"{"script":{"source":"ctx.op='delete'"}}"#),
        Row("POST /_reindex", "* _reindex", .destroy, body: #"{"source":{},"script":{"source":"ctx['op']='delete'"}}"#),
        Row("POST /_aliases", "* _aliases", .destroy, body: #"{"actions":[{"remove_index":{"index":"a"}}]}"#),
        Row("POST /_data_stream/_modify", "* _data_stream/_modify", .destroy, body: #"{"actions":[]}"#),
        Row("POST /_snapshot/r/s/_restore", "* _restore", .destroy),
        Row("POST /_snapshot/r/_cleanup", "* _snapshot/*/_cleanup", .destroy),
        Row("POST /_slm/_execute_retention", "* _slm/_execute_retention", .destroy),
        Row("POST /_ilm/move/a", "* _ilm/move", .destroy, body: #"{"next_step":{"phase":"delete"}}"#),
        Row(
            "POST /_ilm/migrate_to_data_tiers", "* _ilm/migrate_to_data_tiers", .destroy,
            body: #"{"legacy_template_to_delete":"t"}"#),
        Row("POST /a/_ccr/unfollow", "* _ccr/unfollow", .destroy),
        Row("POST /a/_ccr/forget_follower", "* _ccr/forget_follower", .destroy),
        Row("POST /_plugins/_replication/a/_stop", "* _plugins/_replication/*/_stop", .destroy),
        Row("POST /_plugins/_replication/_bulk_stop", "* _bulk_stop", .destroy),
        Row("POST /_cluster/reroute", "* _cluster/reroute", .destroy),
        Row("POST /_dangling/u?accept_data_loss=true", "* **", .destroy),
        Row("POST /_features/_reset", "* _features/_reset", .destroy),
        Row("POST /_ml/anomaly_detectors/j/_reset", "* _ml/anomaly_detectors/*/_reset", .destroy),
        Row(
            "POST /_ml/anomaly_detectors/j/model_snapshots/1/_revert",
            "* _ml/anomaly_detectors/*/model_snapshots/*/_revert", .destroy),
        Row("POST /_transform/t/_reset", "* _transform/*/_reset", .destroy),
        Row(
            "POST /_plugins/_flow_framework/workflow/w/_deprovision",
            "* _plugins/_flow_framework/workflow/*/_deprovision", .destroy),
        Row(
            "PATCH /_plugins/_security/api/roles", "PATCH **", .destroy,
            body: #"[{"op":"add","path":"/a"},{"op":"remove","path":"/b"}]"#),
        Row("DELETE /_search/scroll", "DELETE _search/scroll", .read),
        Row("DELETE /_search/scroll/x", "DELETE _search/scroll/**", .read),
        Row("DELETE /_pit", "DELETE _pit", .read),
        Row("DELETE /_search/point_in_time", "DELETE _search/point_in_time", .read),
        Row("DELETE /_search/point_in_time/_all", "DELETE _search/point_in_time/_all", .read),
        Row("DELETE /_async_search/x", "DELETE _async_search/**", .read),
        Row("DELETE /_plugins/_asynchronous_search/x", "DELETE _plugins/_asynchronous_search/**", .read),
        Row("DELETE /_eql/search/x", "DELETE _eql/search/**", .read),
        Row("DELETE /_sql/async/delete/x", "DELETE _sql/async/delete/**", .read),
        Row("DELETE /_query/async/x", "DELETE _query/async/**", .read),
        Row("DELETE /a", "DELETE **", .destroy),
        Row("PUT /a/_doc/1", "* **", .write),
    ]

    @Test(arguments: rows)
    func rowApplies(row: Row) {
        let rule = row.request.rule
        #expect("\(rule.method) \(rule.path)" == row.rule)
        #expect(row.request.effect == row.effect)
    }

    /// A rule of a POST that reads is a whole path, so its own text with a name filled in is its test.
    @Test(arguments: EffectRule.table.filter { $0.method == "POST" && $0.effect == .read })
    func postReads(rule: EffectRule) {
        for path in Self.paths(of: rule) {
            #expect(ElasticRequest(method: "POST", path: path).effect == .read, "\(path)")
            #expect(ElasticRequest(method: "PUT", path: path).effect == .write, "\(path)")
            #expect(ElasticRequest(method: "DELETE", path: path).effect >= .read, "\(path)")
            #expect(ElasticRequest(method: "POST", path: path + "x").effect == .write || path.hasSuffix("name"))
            #expect(ElasticRequest(method: "POST", path: "/a/_doc" + path).effect == .write, "\(path)")
        }
    }

    /// The paths that a rule means, each alternative once.
    private static func paths(of rule: EffectRule) -> [String] {
        rule.path.split(separator: "/").reduce([rule.place == .index ? "/a" : ""]) { paths, segment in
            segment.split(separator: "|").flatMap { word in
                paths.map { "\($0)/\(word.first == "*" ? "name" : word)" }
            }
        }
    }

    @Test func everyRuleHasATest() {
        let tested = Set(Self.rows.map(\.rule))
        for rule in EffectRule.table where !(rule.method == "POST" && rule.effect == .read) {
            #expect(tested.contains("\(rule.method) \(rule.path)"), "\(rule.method) \(rule.path)")
        }
    }

    @Test(arguments: [
        Row("POST /a/_doc/_search", "", .write),
        Row("POST /_search_x", "", .write),
        Row("POST /search", "", .write),
        Row("PUT /a/_search", "", .write),
        Row("POST /cluster:a,_all/_search", "", .read),
        Row("POST /_all/_search", "", .read),
        Row("POST /a/t/_search", "", .read),
        Row("POST /a/_close", "", .write),
        Row("POST /a/%5Fdelete_by_query", "", .destroy),
        Row("POST /a/b/_delete_by_query", "", .destroy),
        Row("POST /_opendistro/_replication/a/_stop", "", .destroy),
        Row("POST /_opendistro/_sql", "", .read, body: #"{"query":"SELECT 1"}"#),
        Row("POST /_opendistro/_sql", "", .destroy, body: #"{"query":"/* x */ DELETE FROM a"}"#),
        Row("GET /_opendistro/_sql?sql=DELETE+FROM+a", "", .destroy),
        Row("POST /_xpack/sql/translate", "", .read),
        Row("POST /_xpack/ml/anomaly_detectors/_validate", "", .read),
        Row("DELETE /a/_doc/_pit", "", .destroy),
        Row("DELETE /a/_pit", "", .destroy),
        Row("DELETE /_pit/a", "", .destroy),
        Row("DELETE /_search/scrolls", "", .destroy),
        Row("DELETE /_search/pipeline/p", "", .destroy),
        Row("DELETE /_async_search", "", .destroy),
        Row("DELETE /_ingest/pipeline/_pit", "", .destroy),
        Row("POST /_bulk", "", .write, body: "{\"index\":{}}\n{\"delete\":{}}\n"),
        Row("POST /_bulk", "", .destroy, body: "{\"update\":{}}\n{\"doc\":{}}\n{ \"delete\" : {} }\n"),
        Row("POST /_bulk", "", .destroy, body: "{\"delete\":{}}\n{\"index\":{}}\n{}\n"),
        Row("PUT /_bulk", "", .destroy, body: "{ \"delete\" : 01 }\n"),
        Row("POST /_bulk/stream", "", .destroy, body: "{ \"delete\" : {} }\n"),
        Row("POST /_aliases", "", .write, body: #"{"actions":[{"add":{"alias":"remove_index"}}]}"#),
        Row("POST /_aliases", "", .destroy, body: #"{"actions":[{"remove_index":{"x":01}}]}"#),
        Row("POST /_aliases", "", .destroy, body: #"{"actions":{"remove_index":{"index":"a"}}}"#),
        Row("POST /_aliases", "", .destroy, body: #"{"actions":[{"remove_inde\u0078":{"index":"a"}}]}"#),
        Row("POST /_aliases", "", .destroy, body: #"{"act\u0069ons":{"\u0072emove_index":{"index":"a"}}}"#),
        Row("POST /_aliases", "", .destroy, body: #"{"actions":[{"remove_index":{"index":"a"}}],"actions":[]}"#),
        Row("POST /_aliases", "", .destroy, body: #"{/* x */"actions":[{"remove\u005findex":{"index":"a"}}]}"#),
        Row("POST /_aliases", "", .destroy, body: "actions:\n  - \"remove\\x5Findex\": {index: a}"),
        Row("POST /_aliases", "", .write, body: #"{"actions":{"add":{"index":"a","alias":"b\u00e9"}}}"#),
        Row("POST /a/_update_by_query", "", .destroy, body: #"{"scr\u0069pt":{"source":"ctx.op='delete'"}}"#),
        Row("POST /a/_update_by_query", "", .destroy, body: #"{"script":{"sour\u0063e":"ctx.op='delete'"}}"#),
        Row(
            "POST /a/_update_by_query", "", .destroy,
            body: #"{"script":{"source":"ctx.op='delete'","source":"ctx.op='noop'"}}"#),
        Row("POST /a/_update_by_query", "", .destroy, body: #"{"script":["ctx.op='delete'",{"script":"ctx.op=x"}]}"#),
        Row("POST /a/_update_by_query", "", .destroy, body: #"{/**/"scr\u0069pt":"ctx.o\u0070='d\u0065lete'"}"#),
        Row("POST /a/_update_by_query", "", .write, body: #"{"scr\u0069pt":{"source":"ctx._source.a=1"}}"#),
        Row("PATCH /_plugins/_security/api/roles", "", .destroy, body: #"[{"o\u0070":"remov\u0065","path":"/b"}]"#),
        Row("PATCH /_plugins/_security/api/roles", "", .destroy, body: #"[{"op":"remove","op":"add","path":"/b"}]"#),
        Row("POST /_ilm/move/a", "", .destroy, body: #"{"next_step":{"phas\u0065":"delet\u0065"}}"#),
        Row("PUT /a/_settings", "", .destroy, body: #"{"accept_data_l\u006fss":true}"#),
        Row("POST /_bulk", "", .destroy, body: "{\"d\\u0065lete\":{\"_id\":\"1\"}}\n"),
        Row("POST /_bulk", "", .destroy, body: "{/**/\"d\\u0065lete\":{\"_id\":\"1\"}}\n"),
        Row("POST /_bulk", "", .destroy, body: "{\"index\":{}}\n\n{\"delete\":{\"_id\":\"1\"}}\n"),
        Row("POST /_bulk?source=%7B%22delete%22:%7B%7D%7D", "", .destroy, body: " "),
        Row("POST /_plugins/_sql", "", .destroy, body: #"{"quer\u0079":"DEL\u0045TE FROM a"}"#),
        Row("POST /_plugins/_sql", "", .destroy, body: #"{/**/"query":"DELETE FROM a"}"#),
        Row("POST /_plugins/_sql", "", .read, body: #"{"query":"SELECT deleted FROM a"}"#),
        Row("POST /_plugins/_async_query", "", .destroy, body: #"{"lang":"sql","query":"DROP INDEX a ON b"}"#),
        Row("POST /_plugins/_async_query", "", .write, body: #"{"lang":"sql","query":"SELECT 1"}"#),
        Row("POST /a/_xpack/graph/_explore", "", .read), Row("POST /a/_xpack/rollup_search", "", .read),
        Row("POST /_reindex", "", .write),
        Row("POST /_dangling/u?accept_data_loss=false", "", .write),
        Row("POST /_x/y", "", .destroy, body: #"{"commands":[{"a":{"accept_data_loss":true}}]}"#),
        Row("PATCH /_plugins/_security/api/roles", "", .write, body: #"[{"op":"replace","path":"/a"}]"#),
        Row("POST /_ilm/move/a", "", .write, body: #"{"next_step":{"phase":"warm"}}"#),
        Row("POST /_bulk?source=%7B%22delete%22%3A%7B%7D%7D", "", .destroy),
    ])
    func tellsApart(row: Row) {
        #expect(row.request.effect == row.effect)
    }

    @Test(arguments: [
        ("ctx.op = 'delete'", true), (#"ctx.op="delete""#, true), ("ctx['op'] = 'delete'", true),
        ("ctx.put('op', 'delete')", true), ("if (x) { ctx.op = 'none' } else { ctx.op = 'delete' }", true),
        ("ctx.op = ctx._source.n > 1 ? 'none' : params.then", true), ("ctx.op = params.op", true),
        ("ctx.op = 'del' + 'ete'", true), ("ctx.op = 'none'", false), ("ctx.op='noop';ctx._source.a=1", false),
        ("if (ctx.op == 'create') { ctx._source.n = 1 }", false), ("ctx._source.deleted = true", false),
        ("ctx._source.delete = 'op'", true), ("ctx._source.top = 'x'", false), ("ctx._source.n += params.op", false),
        ("ctx[params.k] = params.v", true), ("ctx['o' + 'p'] = 'delete'", true), ("def c = ctx; c.x = 1", true),
        ("ctx.put('o' + 'p', 'del' + 'ete')", true), ("ctx.putAll(m)", true), ("f(ctx)", true),
        ("ctx.replaceAll((k, v) -> k.length() == 2 ? 'del' + 'ete' : v)", true),
        ("ctx.op = 'del'; ctx.op += 'ete'", true),
        ("ctx.op/**/='del'.concat('ete')", true), ("ctx.op //x\n = 'del' + 'ete'", true), ("ctx/* no end", true),
        ("ctx?.op = params.x", true), ("ctx\n.put(params.k, 'x')", true), ("ctx.op = 'none' + x", true),
        // A pattern may hold a quote, behind which code would look like a text.
        ("def m = x =~ /'/; ctx['o'+'p']='del'+'ete'; //'", true), ("i++ / 2; ctx['o'+'p']='x'+'y'; 4 / 2", true),
        ("if (ctx._source.m =~ /it's/) { ctx._source.n = 1 }", false), ("ctx._source.n = (a / b) / 2", false),
        ("metadata().setOp('delete')", true),
        ("ctx.put('_routing', params.r)", false), ("ctx.op == params.x ? 1 : 2", false),
        ("// ctx\nctx._source.a = 1", false),
        ("ctx['_source']['a'] = 'ctx.op'; params.ctx.x()", false), ("ctx._source.remove(params.f)", false),
        ("if (ctx.op != \"none\" && ctx.containsKey(params.k)) { ctx._id = 'x' }", false), ("ctx.op = \"noop\"", false),
    ])
    func scripts(source: String, deletes: Bool) {
        let json: JSON = ["script": ["source": .string(source)]]
        let request = ElasticRequest(method: "POST", path: "/a/_update_by_query", body: json.text())
        #expect(request.effect == (deletes ? .destroy : .write))
    }

    @Test func aParameterOfAScriptMayDelete() {
        let body = #"{"script":{"source":"ctx.op = 'none'; def x = params","params":{"a":["delete"]}}}"#
        #expect(ElasticRequest(method: "POST", path: "/a/_update/1", body: body).effect == .destroy)
    }

    @Test func aHoleIsTakenForAPlainWord() {
        let text =
            "POST /${index}/_search\nPOST /_bulk\n{\"index\":{\"_id\":\"${id}\"}}\n{\"a\":${b}}\nDELETE /${index}"
        let block = BlockText(text)
        #expect(ConsoleParser.parse(block).requests.map(\.sample.effect) == [.read, .write, .destroy])
    }
}
