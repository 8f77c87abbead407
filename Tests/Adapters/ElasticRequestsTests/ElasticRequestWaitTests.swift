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

    @Test(arguments: [
        ("/_snapshot/b/s/_restore", "wait_for_completion=true", true), ("/_snapshot/b/s", "wait_for_completion", true),
        ("/_reindex", "wait_for_completion=false", false), ("/_reindex", "refresh=true", false),
        ("/_snapshot/b/s/_restore", "wait_for_completion=true&master_timeout=5m", true),
        ("/_tasks/a:1", "wait_for_completion=true&timeout=1m", false),
    ])
    func tellsWhatWaitsForItsEnd(path: String, query: String, isOpenEnded: Bool) {
        #expect(ElasticRequest(method: "POST", path: path, query: query).isOpenEnded == isOpenEnded)
    }
}
