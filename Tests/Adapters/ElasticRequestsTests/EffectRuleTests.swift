import ElasticRequests
import RunbookModel
import Testing

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
            return ElasticRequest(method: words[0], path: words[1], body: body)
        }
        var testDescription: String { line }
    }

    static let rows = [
        Row("GET /a/_delete_by_query", "GET *", .read),
        Row("HEAD /a", "HEAD *", .read),
        Row(
            "POST /a/_bulk", "* _bulk", .destroy, body: "{\"index\":{}}\n{\"delete\":1}\n{\"delete\":{\"_id\":\"1\"}}\n"
        ),
        Row("POST /_aliases", "* _aliases", .destroy, body: "{\"actions\":[{\"remove_index\":{\"index\":\"a\"}}]}"),
        Row("POST /a/_delete_by_query", "* _delete_by_query", .destroy),
        Row("POST /_snapshot/r/s/_restore", "* _restore", .destroy),
        Row("POST /a/_ccr/unfollow", "* _ccr/unfollow", .destroy),
        Row("POST /a/_ccr/forget_follower", "* _ccr/forget_follower", .destroy),
        Row("POST /_opendistro/_replication/a/_stop", "* _opendistro/_replication/*/_stop", .destroy),
        Row("POST /_plugins/_replication/a/_stop", "* _plugins/_replication/*/_stop", .destroy),
        Row("POST /_snapshot/r/_cleanup", "* _snapshot/*/_cleanup", .destroy),
        Row("POST /_cluster/reroute", "* _cluster/reroute", .destroy),
        Row("DELETE /_search/scroll", "DELETE _search/scroll", .read),
        Row("DELETE /_pit", "DELETE _pit", .read),
        Row("DELETE /_async_search/x", "DELETE _async_search", .read),
        Row("DELETE /a", "DELETE *", .destroy),
        Row("POST /a/_search", "POST _search", .read),
        Row("POST /_search/template", "POST _search/template", .read),
        Row("POST /_search/scroll", "POST _search/scroll", .read),
        Row("POST /_msearch", "POST _msearch", .read),
        Row("POST /a/_msearch/template", "POST _msearch/template", .read),
        Row("POST /a,b/_count", "POST _count", .read),
        Row("POST /_mget", "POST _mget", .read),
        Row("POST /a/_explain/1", "POST _explain", .read),
        Row("POST /a/_validate/query", "POST _validate", .read),
        Row("POST /_field_caps", "POST _field_caps", .read),
        Row("POST /_analyze", "POST _analyze", .read),
        Row("POST /a/_rank_eval", "POST _rank_eval", .read),
        Row("POST /_render/template", "POST _render", .read),
        Row("POST /_sql/translate", "POST _sql", .read),
        Row("POST /a/_eql/search", "POST _eql", .read),
        Row("POST /a/_termvectors/1", "POST _termvectors", .read),
        Row("POST /a/_async_search", "POST _async_search", .read),
        Row("POST /_refresh", "POST _refresh", .read),
        Row("POST /_ingest/pipeline/_simulate", "POST _ingest/pipeline/_simulate", .read),
        Row("POST /_ingest/pipeline/p/_simulate", "POST _ingest/pipeline/*/_simulate", .read),
        Row("PUT /a/_doc/1", "* *", .write),
    ]

    @Test(arguments: rows)
    func rowApplies(row: Row) throws {
        let rule = try #require(row.request.rule)
        #expect("\(rule.method) \(rule.path)" == row.rule)
        #expect(row.request.effect == row.effect)
    }

    @Test func everyRowHasATest() {
        #expect(EffectRule.table.map { "\($0.method) \($0.path)" } == Self.rows.map(\.rule))
    }

    @Test(arguments: [
        Row("POST /a/_doc/_search", "", .write),
        Row("POST /_search_x", "", .write),
        Row("POST /search", "", .write),
        Row("PUT /a/_search", "", .write),
        Row("POST /cluster:a,_all/_search", "", .read),
        Row("POST /_all/_search", "", .read),
        Row("POST /a/_close", "", .write),
        Row("POST /a/%5Fdelete_by_query", "", .destroy),
        Row("POST /a/b/_delete_by_query", "", .destroy),
        Row("POST //_snapshot//r/s/_restore/", "", .destroy),
        Row("DELETE /a/_doc/_pit", "", .destroy),
        Row("POST /_bulk", "", .write, body: "{\"index\":{}}\n{\"delete\":{}}\n"),
        Row("POST /_bulk", "", .destroy, body: "{\"update\":{}}\n{\"doc\":{}}\n{ \"delete\" : {} }\n"),
        Row("POST /_bulk", "", .destroy, body: "{\"delete\":{}}\n{\"index\":{}}\n{}\n"),
        Row("PUT /_bulk", "", .destroy, body: "{ \"delete\" : 01 }\n"),
        Row("POST /_aliases", "", .write, body: "{\"actions\":[{\"add\":{\"alias\":\"remove_index\"}}]}"),
        Row("POST /_aliases", "", .destroy, body: "{\"actions\":[{\"remove_index\":{\"x\":01}}]}"),
        Row("POST /_reindex", "", .write),
    ])
    func tellsApart(row: Row) {
        #expect(row.request.effect == row.effect)
    }

    @Test func aHoleIsTakenForAPlainWord() {
        let text =
            "POST /${index}/_search\nPOST /_bulk\n{\"index\":{\"_id\":\"${id}\"}}\n{\"a\":${b}}\nDELETE /${index}"
        let block = BlockText(text)
        #expect(ConsoleParser.parse(block).requests.map(\.sample.effect) == [.read, .write, .destroy])
    }
}
