import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel
import Testing

@testable import ElasticClient

/// Each member by which a response says that something failed, although its status says success.
@Suite struct ResponseSignTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let field: String
        let body: String
        let message: String
        let path: String

        init(_ field: String, _ body: String, _ message: String, path: String = "/a/_x") {
            self.field = field
            self.body = body
            self.message = message
            self.path = path
        }
        var testDescription: String { "\(field): \(body)" }
    }

    static let rows = common + details

    private static func response(
        _ body: String, status: Int = 200, type: String = "application/json", path: String = "/a/_x"
    ) -> Response {
        let received = HTTPClient.Response(
            status: status, headers: [HTTPClient.Header("content-type", type)], body: Array(body.utf8))
        return ElasticResponse(received, to: ElasticRequest(method: "POST", path: path)).response
    }

    @Test(arguments: rows)
    func says(row: Row) throws {
        let complaints = Self.response(row.body, path: row.path).complaints
        let complaint = try #require(complaints.first { $0.field == row.field })
        #expect(complaint.message == row.message)
        let isWarning = ["shards_acknowledged", "_clusters.skipped", "_clusters.partial"].contains(row.field)
        #expect(complaint.isWarning == isWarning)
        #expect(Self.response(row.body, status: 400, path: row.path).complaints.isEmpty)
    }

    @Test func everySignHasATest() {
        #expect(Set(ResponseSign.table.map(\.field)) == Set(Self.rows.map(\.field)))
    }

    @Test(arguments: [
        #"{"errors":false,"timed_out":false,"_shards":{"failed":0},"acknowledged":true,"failures":[],"version_conflicts":0}"#,
        "[]", "true", #"{"errors":"false"}"#, #"{"errors":0}"#, #"{"acknowledged":"true","success":"true"}"#,
        #"{"failures":{"aliases":{}}}"#, #"{"failures":{"type":"fs","settings":{}}}"#,
        #"{"errors":{"version":1,"modified_date":"x","policy":{"phases":{}}}}"#, #"{"_shards":[]}"#, #"{"error":null}"#,
        #"{"error":{"aliases":{},"mappings":{}}}"#, #"{"docs":[{"found":false},{"error":null}]}"#,
        #"{"snapshot":{"state":"SUCCESS","shards":{"total":1,"failed":0},"failures":[]}}"#,
        #"{"snapshot":{"state":"IN_PROGRESS"}}"#, #"{"is_partial":true,"is_running":true}"#,
        #"{"acknowledged":false,"rolled_over":false,"dry_run":true}"#, #"{"snapshots":[{"state":"PARTIAL"}]}"#,
        #"{"snapshots":[{"state":"PARTIAL"},{"state":"SUCCESS"}]}"#, #"{"status":"green"}"#, #"{"status":200}"#,
        #"{"follow_index_created":true,"follow_index_shards_acked":false,"index_following_started":false}"#,
        #"{"canceled":null,"task":{"cancelled":true}}"#, #"{"indices":{"a":{"closed":true}},"nodes":{"x":{}}}"#,
        #"{"errors":false,"items":[{"delete":{"status":404,"result":"not_found"}}]}"#, #"{"status":{"status":503}}"#,
        #"{"completed":false,"task":{}}"#, #"{"responses":"x","docs":{},"failures":"none"}"#,
        #"{"version_conflicts":-9223372036854775808,"_shards":{"failed":-1e999}}"#,
        // What is healthy, and documents, hits and statistics whose members have such names.
        #"{"items":[{"delete":{"status":404}},{"index":{"status":201}}]}"#, #"{"items":[1,{"a":2}]}"#,
        #"{"deleted":5,"slices":[{"failures":[]}],"_shards":{"failed":0,"failures":[]}}"#,
        #"{"jobs":[{"state":"failed"}],"transforms":[{"state":"failed"}]}"#, #"{"complete":false,"valid":false}"#,
        #"{"hits":{"hits":[{"_source":{"error":"x","items":[{"index":{"status":500}}],"deleted":false}}]}}"#,
        #"{"docs":[{"_source":{"doc":{"error":"x"}},"found":true},{"doc":{"_source":{"error":"x"}}}]}"#,
        #"{"_source":{"inference_results":[{"error":"x"}]},"found":true}"#, #"{"failed":3,"success":true}"#,
        #"{"trigger_results":{"t":{"error":null,"action_results":{"a":{"error":""}}}},"input_results":{"error":null}}"#,
        #"{"indices":[{"shards":[{"fatal_exception":null}]}],"failed_indices":[]}"#, #"{"results":{"result":"pass"}}"#,
    ])
    func othersDoNot(body: String) {
        #expect(Self.response(body).complaints.isEmpty)
    }

    @Test(arguments: [("wait_for_active_shards=1", true), ("wait_for_active_shards=0", false), (nil, false)])
    func anIndexMustFollowWhenTheWaitIsOver(query: String?, fails: Bool) {
        let body = #"{"follow_index_shards_acked":false,"index_following_started":false}"#
        let request = ElasticRequest(method: "PUT", path: "/a/_ccr/follow", query: query)
        let response = ElasticResponse(.init(status: 200, body: Array(body.utf8)), to: request).response
        #expect(response.complaints.isEmpty != fails)
    }

    /// A list of all snapshots tells what once failed, and not that the request did.
    @Test(arguments: ["/_snapshot/r/_all", "/_snapshot/r/*", "/_snapshot/r/a*", "/_snapshot/_status", "/_snapshot/r"])
    func aListOfSnapshotsIsNoFailure(path: String) {
        #expect(
            Self.response(#"{"snapshots":[{"state":"PARTIAL","shards":{"failed":1}}]}"#, path: path).complaints.isEmpty)
    }

    @Test(arguments: ["/a/_source/1", "/a/t/1/_source"])
    func theSourceOfADocumentIsItsAuthors(path: String) {
        #expect(Self.response(#"{"errors":true,"failures":[1],"error":"x"}"#, path: path).complaints.isEmpty)
    }

    @Test(arguments: [
        ("<html><body>Sign in</body></html>", "application/json"), (" \n<!DOCTYPE html>", "text/plain"),
        ("Sign in", "text/html; charset=utf-8"), ("\u{FEFF}<?xml version=\"1.0\"?><Error/>", ""),
        (#""<HTML><head>""#, "application/json"), ("", "Text/HTML"),
    ])
    func aPageIsNoSuccess(body: String, type: String) throws {
        let response = Self.response(body, type: type)
        #expect(response.complaints.map(\.field) == ["body"])
        #expect(response.applied == .partly)
    }

    @Test(arguments: ["green open a\n", "<1>", #""<b>""#, "{}"])
    func otherTextsAreNoPages(body: String) {
        #expect(Self.response(body, type: "text/plain").complaints.isEmpty)
    }

    @Test(arguments: [429, 503])
    func aPlain429IsTriedAgain(status: Int) {
        let received = HTTPClient.Response(
            status: status, headers: [HTTPClient.Header("retry-after", "3")], body: Array("Slow down\nplease".utf8))
        let outcome = ElasticResponse(received, to: ElasticRequest(method: "PUT", path: "/a")).outcome
        switch outcome {
        case .refused(let refusal):
            #expect(status == 429)
            #expect(refusal.reason == "status 429, too many requests (`Slow down`)")
            #expect(refusal.retryAfter == .seconds(3))
            #expect(!refusal.isPermanent)
        case .unknown: #expect(status == 503)
        case .answered: Issue.record("answered")
        }
    }

    @Test(arguments: [
        (400, #"{"error":{"type":"parsing_exception","reason":"no [query] registered for [foo]"}}"#, true),
        (
            400,
            #"{"error":{"type":"illegal_argument_exception","reason":"request [/_x] contains unrecognized parameter: [a]"}}"#,
            true
        ),
        (400, #"{"error":{"type":"illegal_argument_exception","reason":"unknown setting [index.x]"}}"#, true),
        (400, #"{"error":{"type":"illegal_argument_exception","reason":"No enum constant org.x.PURPLE"}}"#, true),
        (
            400,
            #"{"error":{"type":"illegal_argument_exception","reason":"Failed to parse int parameter [size] with value [a]"}}"#,
            true
        ),
        (400, #"{"error":"no handler found for uri [/_x] and method [GET]","status":400}"#, true),
        (
            400,
            #"{"error":{"root_cause":[{"type":"query_shard_exception","reason":"Failed to parse query [heart(]"}],"type":"search_phase_execution_exception","reason":"all shards failed"}}"#,
            true
        ),
        (405, #"{"error":"Incorrect HTTP method","status":405}"#, true),
        (
            400,
            #"{"error":{"type":"illegal_argument_exception","reason":"unable to find any unassigned shards to explain"}}"#,
            false
        ),
        (
            400, #"{"error":{"type":"query_shard_exception","reason":"No mapping found for [x] in order to sort on"}}"#,
            false
        ),
        (400, "no", false), (404, #"{"error":{"type":"parsing_exception"}}"#, false), (408, "{}", false),
        (503, #"{"error":{"type":"parsing_exception"}}"#, false), (200, "{}", false),
    ])
    func whatNoWaitingChanges(status: Int, body: String, isLasting: Bool) {
        #expect(Self.response(body, status: status).isLasting == isLasting)
    }

    /// What failed altogether has changed nothing, and what failed in part has not done all of it.
    @Test(arguments: [
        (#"{"errors":true,"items":[{"index":{"error":{"type":"t"}}},{"create":{"error":{"type":"t"}}}]}"#, Applied.no),
        (#"{"errors":true,"items":[{"index":{"error":{"type":"t"}}},{"delete":{"result":"deleted"}}]}"#, .partly),
        (#"{"errors":false,"items":[{"index":{"result":"created"}}]}"#, .yes),
        (#"{"acknowledged":true}"#, .yes), (#"{"acknowledged":true,"shards_acknowledged":false}"#, .yes),
        (#"{"acknowledged":false,"rolled_over":false,"dry_run":false}"#, .no),
        (#"{"acknowledged":true,"explanations":[{"decisions":[{"decision":"NO"}]}]}"#, .no),
        (#"{"acknowledged":true,"explanations":[{"decisions":[{"decision":"NO"}]},{"decisions":[]}]}"#, .partly),
        (#"{"acknowledged":true,"explanations":[{"decisions":[{"decision":"YES"}]}]}"#, .yes),
        (#"{"deleted":3,"failures":[{"cause":{"reason":"x"}}]}"#, .partly),
        (#"{"snapshot":{"state":"PARTIAL"}}"#, .partly), ("<html></html>", .partly),
    ])
    func tellsWhatWasDone(body: String, applied: Applied) {
        let request = ElasticRequest(method: "POST", path: "/x/_do", query: "", body: nil)
        let response = ElasticResponse(HTTPClient.Response(status: 200, body: Array(body.utf8)), to: request)
        #expect(response.response.applied == applied)
    }

    /// What stops at a conflict has changed what it counts, whatever its status.
    @Test(arguments: [
        (409, #"{"updated":2,"version_conflicts":1,"failures":[{}]}"#, Applied.partly),
        (400, #"{"deleted":3,"failures":[{}]}"#, .partly), (409, #"{"updated":0,"version_conflicts":1}"#, .no),
        (500, #"{"response":{"created":1}}"#, .partly), (409, #"{"error":{"type":"t"},"status":409}"#, .no),
    ])
    func tellsWhatWasDoneBeforeItBrokeOff(status: Int, body: String, applied: Applied) {
        #expect(Self.response(body, status: status, path: "/a/_update_by_query").applied == applied)
    }

    @Test func aPartOfABodyIsNotWhole() {
        let request = ElasticRequest(method: "POST", path: "/x/_doc")
        guard case .unknown = ElasticResponse(.init(status: 206, body: Array("{}".utf8)), to: request).outcome else {
            Issue.record("206 is no answer")
            return
        }
    }

    @Test func aHeadHasNoBody() {
        let headers = [HTTPClient.Header("Content-Type", "application/json")]
        let response = ElasticResponse(
            .init(status: 200, headers: headers), to: ElasticRequest(method: "HEAD", path: "/x"))
        if case .unknown = response.outcome { Issue.record("a HEAD has no body") }
    }

    /// Half a response under a success status tells nothing of what was done.
    @Test(arguments: [
        ("application/json; charset=UTF-8", #"{"ack"#, true), ("application/json", #"{"a":1}{"error":1}"#, true),
        ("application/vnd.elasticsearch+json;compatible-with=8", #"{"took":1,"errors":true,"#, true),
        ("application/json", #"{"acknowledged":true}"#, false), ("application/json", "", true),
        ("text/plain", #"{"took":1,"errors":t"#, true), ("", #"{"took":1"#, true), ("text/plain", "", false),
        ("text/plain; charset=UTF-8", "green open", false), ("application/x-ndjson", "{}\n{}\n", false),
    ])
    func doubtsWhatIsNotWhole(type: String, body: String, isUnknown: Bool) {
        let request = ElasticRequest(method: "POST", path: "/x/_doc", query: nil, body: nil)
        let headers = [HTTPClient.Header("Content-Type", type)]
        let response = ElasticResponse(.init(status: 200, headers: headers, body: Array(body.utf8)), to: request)
        if case .unknown = response.outcome { #expect(isUnknown) } else { #expect(!isUnknown) }
    }

    @Test func doubtsWhatIsEncodedUnasked() {
        let request = ElasticRequest(method: "GET", path: "/", query: nil, body: nil)
        let headers = [HTTPClient.Header("Content-Encoding", "gzip")]
        let response = ElasticResponse(.init(status: 200, headers: headers, body: [0x1F, 0x8B]), to: request)
        guard case .unknown = response.outcome else {
            Issue.record("\(response.outcome)")
            return
        }
    }

    /// Who asks to proceed past conflicts is told of them, and nothing has failed.
    @Test(
        arguments: [
            (#"{"conflicts":"proceed"}"#, nil, true), (nil, "conflicts=proceed", true),
            (#"{"a":"proceed"}"#, nil, false),
        ] as [(String?, String?, Bool)])
    func conflictsThatWereAskedForAreToldOnly(body: String?, query: String?, isWarning: Bool) {
        let request = ElasticRequest(method: "POST", path: "/_reindex", query: query, body: body)
        let signs = ResponseSign.table.filter { $0.concerns(request) && $0.field == "version_conflicts" }
        #expect(signs.map(\.isWarning) == [isWarning])
    }
}
