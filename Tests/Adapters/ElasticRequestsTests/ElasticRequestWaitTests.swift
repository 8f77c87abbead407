import ElasticRequests
import Testing

@Suite struct ElasticRequestWaitTests {
    @Test(
        arguments: [
            ("/_cluster/health", nil, 30), ("/_cluster/health/a", "level=shards", 30),
            ("/_cluster/health", "wait_for_status=green&timeout=50s", 50), ("/a", "timeout=2m", 120),
            ("/a", "master_timeout=90s&timeout=10s", 90), ("/_tasks/n:1", "wait_for_completion=true", 30),
            ("/_tasks/n:1", "wait_for_completion", 30), ("/_cluster/health", "timeout=99999999999d", 30),
            ("/a", "timeout=9999999999d", 3_600_000), ("/_cluster/health", "timeout=x", 30),
        ] as [(String, String?, Int)])
    func isWhatTheRequestSaysElseWhatTheAPIDoes(path: String, query: String?, seconds: Int) {
        #expect(ElasticRequest(method: "GET", path: path, query: query).wait == .seconds(seconds))
    }

    @Test(
        arguments: [
            ("/_tasks/n:1", nil), ("/_tasks/n:1", "wait_for_completion=false"), ("/a/_search", nil),
            ("/a", "timeout=-1"),
            ("/a/_cluster/health", nil), ("/a", "timeout="),
        ] as [(String, String?)])
    func othersDoNotWait(path: String, query: String?) {
        #expect(ElasticRequest(method: "GET", path: path, query: query).wait == nil)
    }

    @Test(
        arguments: [
            ("POST", "/_snapshot/b/s/_restore", "wait_for_completion=true", true),
            ("PUT", "/_snapshot/b/s", "wait_for_completion", true),
            ("PUT", "/_snapshot/b/s", nil, false),
            ("POST", "/_snapshot/b/s/_restore", "wait_for_completion=true&master_timeout=5m", true),
            ("GET", "/_tasks/a:1", "wait_for_completion=true&timeout=1m", false),
            ("POST", "/_transform/t/_stop", "wait_for_completion=true&timeout=1m", false),
            // These wait by themselves, and their `timeout` is that of each part of the work.
            ("POST", "/_reindex", "wait_for_completion=false", false), ("POST", "/_reindex", "refresh=true", true),
            ("POST", "/_reindex", nil, true), ("POST", "/a/_update_by_query", "timeout=1m", true),
            ("POST", "/a,b/_delete_by_query", nil, true), ("POST", "/_forcemerge", nil, true),
            ("POST", "/a/_forcemerge", "max_num_segments=1&wait_for_completion=false", false),
            ("DELETE", "/_snapshot/b/s", nil, true), ("DELETE", "/_snapshot/b", nil, false),
            ("POST", "/_snapshot/b/_cleanup", nil, true), ("PUT", "/_enrich/policy/p/_execute", nil, true),
            ("POST", "/_reindex/n:1/_rethrottle", "requests_per_second=-1", false),
            ("POST", "/a/_doc", nil, false), ("GET", "/a/_search", nil, false),
        ] as [(String, String, String?, Bool)])
    func tellsWhatWaitsForItsEnd(method: String, path: String, query: String?, isOpenEnded: Bool) {
        #expect(ElasticRequest(method: method, path: path, query: query).isOpenEnded == isOpenEnded)
    }
}
