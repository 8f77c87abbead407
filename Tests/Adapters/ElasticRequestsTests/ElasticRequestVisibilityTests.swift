import ElasticRequests
import Testing

@Suite struct ElasticRequestVisibilityTests {
    @Test(
        arguments: [
            ("PUT", "/a/_doc/1", true), ("DELETE", "/a", true), ("POST", "/a/_doc/1", true),
            ("POST", "/a/_create/1", true), ("POST", "/a/_close", true), ("POST", "/a/_doc", false),
            ("POST", "/a/_update/1", false), ("POST", "/_bulk", false), ("POST", "/_reindex", false),
            ("POST", "/_snapshot/b/s/_restore", false), ("POST", "/", false),
        ])
    func aRequestThatSaysAllMayBeSentTwice(method: String, path: String, isSafe: Bool) {
        #expect(ElasticRequest(method: method, path: path).isSafeTwice == isSafe)
    }

    @Test(
        arguments: [
            ("/a/_search", nil, true), ("/_msearch", nil, true), ("/a/_count", "q=x", true),
            ("/_cat/count/a", "h=ts", true),
            ("/_cat/indices", nil, true), ("/_cat/indices/a", "h=index,docs.count", true),
            ("/_cat/shards", "h=*", true), ("/_cat/indices/a", "format=json&h=index,status", false),
            ("/_cat/snapshots/b", nil, false), ("/a/_doc/1", nil, false), ("/a", nil, false),
            ("/_cluster/health", nil, false), ("/a/%5Fcount", nil, true),
        ] as [(String, String?, Bool)])
    func searchesSeeWhatWasRefreshed(path: String, query: String?, seesLate: Bool) {
        #expect(ElasticRequest(method: "GET", path: path, query: query).seesLate == seesLate)
    }

    @Test(
        arguments: [
            ("/a/_refresh", nil, true), ("/_refresh", nil, true), ("/a/_doc", "refresh", true),
            ("/a/_doc", "refresh=true", true), ("/a/_doc", "refresh=false", false),
            // It waits for the next refresh, which may come after the check.
            ("/a/_doc", "refresh=wait_for", false), ("/a/_doc", nil, false),
        ] as [(String, String?, Bool)])
    func aRefreshMakesSeen(path: String, query: String?, makesSeen: Bool) {
        #expect(ElasticRequest(method: "POST", path: path, query: query).makesSeen == makesSeen)
    }
}
