import RunbookModel
import Testing

@testable import ElasticRequests

/// Paths that servers read differently: none is sent, and none passes for a read before.
@Suite struct ElasticPathTests {
    static let odd: [String] = [
        "/_pit/../victim", "/_search/scroll/../../i", "/_pit/./x", "/_pit/..", "/_pit/.", "/..", "/.", "/../i",
        "/_pit/%2e%2e/i", "/_pit/%2E%2e/i", "/_pit/.%2e/i", "/_pit/%2e/i", "/_pit/%252e%252e/i",
        "/_pit/%25252e%25252e/i", "/_pit%2F..%2Fvictim", "/_pit%2f%2e%2e%2fvictim", "/_pit%252F..%252Fvictim",
        "/_pit/..%2Fvictim", "/_pit/x%2F..%2F..%2Fvictim", #"/_pit\..\victim"#, #"/_pit/..\victim"#,
        "/_pit%5C..%5Cvictim", "/_pit%255c..%255cvictim", "/_pit/..;/victim", "/_pit/..;x=1/victim", "/_pit/.;/x",
        "/_pit/%2e%2e;a/victim", "/_pit/..%3Bx/victim", "/_pit/..%3Fx", "/_pit/..%23x", "//_pit", "/_pit//x",
        "/_search/scroll//", "//", "/_pit/%00", "/_pit/a%0Ab", "/_pit/.%09./victim", "/_pit/%7F",
        "/_pit/%C0%AE%C0%AE/i",
        "/_pit/%FF", "/_pit/\u{FF0E}\u{FF0E}/i", "/_pit/%EF%BC%8E%EF%BC%8E/i", "/_pit\u{FF0F}..\u{FF0F}i",
        "/_pit/%2525252525252e/i",
    ]

    @Test(arguments: odd)
    func oddPathsAreRefused(path: String) {
        #expect(ElasticPath.problem(in: path.utf8) != nil)
        #expect(ElasticRequest(method: "DELETE", path: path).effect == .destroy)
        #expect(ElasticRequest(method: "POST", path: path).effect >= .write)
        #expect(ElasticRequest(method: "POST", path: path).isKnown)
    }

    @Test(arguments: odd)
    func theConsoleRefusesThem(path: String) {
        for method in ["GET", "DELETE"] {
            let (requests, diagnostics) = ConsoleParser.parse(BlockText("\(method) \(path)"))
            #expect(requests.isEmpty)
            #expect(diagnostics.map(\.code) == ["console/path"])
        }
    }

    @Test(arguments: odd.filter { !$0.contains(#"\"#) })
    func curlRefusesThem(path: String) {
        let (requests, diagnostics) = CurlParser.parse(
            BlockText(
                "curl -X DELETE '${es.url}\(path)'".replacing("'$", with: "\"$").replacing(
                    "\(path)'", with: "\(path)\"")),
            targets: ["es"], names: ["es"])
        #expect(requests.isEmpty)
        #expect(diagnostics.map(\.code) == ["curl/url"])
    }

    @Test(arguments: [
        "/", "/_cat/indices/", "/a/_doc/a.b..c", "/a/_doc/...", "/.kibana/_search", "/..a", "/a/_doc/x%2Fy",
        "/a/_doc/%25",
        "/a/_doc/https:%2F%2Fexample.com%2Fa", "/%3Clogs-%7Bnow%2Fd%7D%3E/_search", "/a%20b", "/ä/_search",
        #"/a/_doc/C:%5Clogs"#, "/a;b/_search", "/_cluster/health", "/a,b*,-c/_search", "/a/_doc/50%",
    ])
    func plainPathsAreNot(path: String) {
        #expect(ElasticPath.problem(in: path.utf8) == nil)
    }

    /// A list of no names is a list of all.
    @Test(arguments: [
        "/,", "/%2C", "/,,", "/a,,b", "/a,", "/,a/_search", "/a%2C/_close", "/%2c%2C/_settings", "/%252C",
        "/a,%20/_count",
        "/_cat/indices/,", "/_snapshot/r/,", "/a/_doc,", "/_cluster/state/,/a",
    ])
    func aListWithAnEmptyNameIsRefused(path: String) {
        #expect(ElasticPath.problem(in: path.utf8)?.problem == .emptyName)
        #expect(ElasticRequest(method: "PUT", path: path).pathProblem != nil)
        let (requests, diagnostics) = ConsoleParser.parse(BlockText("GET \(path)"))
        #expect(requests.isEmpty)
        #expect(diagnostics.map(\.code) == ["console/path"])
        let curl = CurlParser.parse(BlockText("curl \"${es.url}\(path)\""), targets: ["es"], names: ["es"])
        #expect(curl.diagnostics.map(\.code) == ["curl/url"])
    }

    /// The id of a document is no list.
    @Test(arguments: [
        "/a/_doc/x,", "/a/_doc/,", "/a/_create/,x", "/a/_update/a,,b", "/a/_source/,", "/a/type/b,", "/a,b/_search",
        "/a/_doc/1",
        "/_scripts/a,", "/<a-{now/d}>,b",
    ])
    func anIdMayHoldCommas(path: String) {
        #expect(ElasticPath.problem(in: path.utf8)?.problem != .emptyName)
    }

    /// What is sent all the same is judged by the worst that a server may read.
    @Test(arguments: [
        ("DELETE", "/_search%2Fscroll", Effect.destroy), ("DELETE", "/_pit%3Fx", .destroy),
        ("DELETE", "/victim%3F/_pit", .destroy), ("DELETE", "/_pit;x", .destroy), ("DELETE", "/_pit%23", .destroy),
        ("POST", "/a%3F/_search", .write), ("POST", "/a/_delete_by_query%3F/_search", .destroy),
        ("POST", "/_delete_by_query%23/_search", .destroy), ("POST", "/_delete_by_query;x/_search", .destroy),
        ("POST", "/a/_doc/x%2F_delete_by_query", .destroy), ("POST", "/a%2F_delete_by_query", .destroy),
        ("POST", "/a%5C_delete_by_query", .destroy), ("POST", "/a%252F_delete_by_query", .destroy),
        ("POST", "/_search%2Fscroll", .write), ("POST", "/%3Clogs-%7Bnow%2Fd%7D%3E/_search", .read),
        ("POST", "/_search/scroll/a%2Bb", .read), ("POST", "/a%20b/_search", .read), ("PUT", "/a/_doc/x%2Fy", .write),
        ("POST", "/%5Fsearch", .read), ("POST", "/%255Fdelete_by_query", .destroy),
    ])
    func theWorstReadingCounts(method: String, path: String, effect: Effect) {
        #expect(ElasticRequest(method: method, path: path).effect == effect)
    }

    @Test(arguments: [
        ("path=_search&method=POST", Effect.write), ("path=%2Fvictim&method=DELETE", .destroy),
        ("path=_pit%2F..%2Fvictim&method=DELETE", .destroy), ("method=DELETE&path=victim%3Fpretty", .destroy),
        ("path=a%2F_delete_by_query&method=post", .destroy), ("path=_cat%2Findices&method=GET", .write),
    ])
    func aConsolesProxyIsWhatItIsAskedFor(query: String, effect: Effect) {
        for path in ["/api/console/proxy", "/kibana/s/x/api/console/proxy"] {
            let request = ElasticRequest(method: "POST", path: path, query: query)
            #expect(request.effect == effect)
            #expect(request.isKnown)
        }
    }

    @Test func dateMathIsOneName() throws {
        let lines = "PUT /<logs-{now/d}>\n\nPOST <logs-{now/d-1d}>,<logs-{now/d}>/_search\n\nGET /a/%22b%22/c"
        let (requests, diagnostics) = ConsoleParser.parse(BlockText(lines))
        #expect(diagnostics.isEmpty)
        #expect(
            requests.map(\.sample.path) == [
                "/%3Clogs-%7Bnow%2Fd%7D%3E", "/%3Clogs-%7Bnow%2Fd-1d%7D%3E,%3Clogs-%7Bnow%2Fd%7D%3E/_search",
                "/a/%22b%22/c",
            ])
        #expect(requests.map(\.sample.effect) == [.write, .read, .read])
    }

    @Test func aHoleDoesNotHideDots() {
        #expect(ConsoleParser.parse(BlockText("GET /${a}/../x")).diagnostics.map(\.code) == ["console/path"])
        #expect(ConsoleParser.parse(BlockText("GET /${a}/x")).diagnostics.isEmpty)
    }
}
