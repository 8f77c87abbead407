import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel
import Testing

@testable import ElasticClient

/// Who said it, and what became of the request.
@Suite struct ConsoleProxyResponseTests {
    /// What comes back through a console proxy.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var status = 200
        var headers: [(String, String)] = []
        let body: String
        var method = "PUT"

        var testDescription: String { name }
    }

    private static let missing =
        #"{"error":{"type":"index_not_found_exception","reason":"no such index"},"status":404}"#
    private static let busy = #"{"error":{"type":"rejected","reason":"too busy"},"status":429}"#

    private static func own(_ status: Int, _ message: String) -> String {
        let error: JSON = ["statusCode": .number(JSONNumber(status)), "error": "Error", "message": .string(message)]
        return error.text()
    }

    private func outcome(_ test: Case) throws -> Outcome {
        let connection = try ElasticConnection(
            Target(
                name: "leader", kind: "elasticsearch", properties: JSONObject(),
                settings: JSONObject([("kibana", "https://k:5601/base"), ("space", "ops")]), secrets: [:]))
        let request = ElasticRequest(method: test.method, path: "/a")
        let response = HTTPClient.Response(
            status: test.status, headers: test.headers.map { HTTPClient.Header($0.0, $0.1) },
            body: Array(test.body.utf8))
        return ConsoleProxyResponse(response, to: request).outcome(over: connection)
    }

    private static func kibana8(_ status: Int) -> [(String, String)] {
        [("kbn-name", "k"), ("x-console-proxy-status-code", "\(status)")]
    }

    /// The cluster's answers, with the status that it gave.
    static let responses: [(Case, Int, String)] = [
        (Case(name: "8", headers: kibana8(201), body: "{\"a\":1}"), 201, "{\"a\":1}"),
        (Case(name: "8, error", headers: kibana8(404), body: missing), 404, missing),
        (Case(name: "8, denied", headers: kibana8(403), body: "{}"), 403, "{}"),
        (Case(name: "8, HEAD", headers: kibana8(404), body: "404 - Not Found", method: "HEAD"), 404, "\"\""),
        (Case(name: "7", headers: [("kbn-name", "k")], body: "{\"a\":1}"), 200, "{\"a\":1}"),
        (Case(name: "7, error", status: 404, headers: [("kbn-name", "k")], body: missing), 404, missing),
        (Case(name: "7, no such document", status: 404, body: "{\"found\":false}"), 404, "{\"found\":false}"),
        (Case(name: "7, text", status: 404, headers: [("kbn-name", "k")], body: "---\nerror: x"), 404, "---"),
        (
            Case(name: "7, HEAD", status: 404, headers: [("kbn-name", "k")], body: "404 - Not Found", method: "HEAD"),
            404, "\"\""
        ),
        (Case(name: "Dashboards", headers: [("osd-name", "d")], body: "{\"a\":1}"), 200, "{\"a\":1}"),
        (
            Case(name: "Dashboards, error", status: 404, headers: [("osd-name", "d")], body: own(404, missing)), 404,
            missing
        ),
        (
            Case(
                name: "Dashboards, HEAD", status: 404, headers: [("osd-name", "d")], body: "404 - false", method: "HEAD"
            ), 404, "\"\""
        ),
    ]

    @Test(arguments: responses)
    func theClustersAnswers(test: Case, status: Int, body: String) throws {
        guard case .answered(let response) = try outcome(test) else {
            Issue.record("\(try outcome(test))")
            return
        }
        #expect(response.status == status)
        #expect(body == "---" ? response.text.hasPrefix(body) : response.body.text() == body)
    }

    /// Errors of Kibana itself, what is said of them, and whether the caller was denied.
    static let refusals: [(Case, String, Bool)] = [
        (
            Case(name: "401", status: 401, body: own(401, "Unauthorized")),
            "Kibana itself rejected the credentials (status 401", true
        ),
        (
            Case(name: "401 of Dashboards", status: 401, headers: [("osd-name", "d")], body: own(401, "Unauthorized")),
            "OpenSearch Dashboards itself rejected the credentials", true
        ),
        (Case(name: "403", status: 403, body: own(403, "Forbidden")), "does not allow this user", true),
        (
            Case(
                name: "filter", status: 403, headers: [("kbn-name", "k"), ("content-type", "text/plain")],
                body: "Error connecting to '/a':\n\nUnable to send requests to that path."),
            "`console.proxyFilter`", true
        ),
        (
            Case(name: "404", status: 404, body: own(404, "Not Found")),
            "Kibana has no console at https://k:5601/base/s/ops (status 404); check the base path in `kibana`, and",
            false
        ),
        (Case(name: "404 of a proxy", status: 404, body: "<html>nginx"), "has no console at", false),
        (Case(name: "413", status: 413, body: own(413, "Payload")), "`server.maxPayload`", false),
        (
            Case(name: "302", status: 302, headers: [("Location", "/base/login?next=%2F")], body: ""),
            "redirects to `/base/login?next=%2F` (status 302), and redirects are not followed", false
        ),
        (
            Case(name: "a page", headers: [("Content-Type", "text/html; charset=utf-8")], body: "<html>Log in"),
            "is a web page", false
        ),
        (
            Case(name: "no PATCH", status: 400, body: own(400, "Method must be"), method: "PATCH"), "not support PATCH",
            false
        ),
        (
            Case(name: "no xsrf header", status: 400, body: own(400, "Request must contain a kbn-xsrf header.")),
            "`Request must contain a kbn-xsrf header.`", false
        ),
    ]

    @Test(arguments: refusals)
    func kibanasOwnErrorsAreNoAnswersOfTheCluster(test: Case, words: String, isDenied: Bool) throws {
        guard case .refused(let refusal) = try outcome(test) else {
            Issue.record("\(try outcome(test))")
            return
        }
        #expect(refusal.isPermanent)
        #expect(refusal.reason.contains(words), "\(refusal.reason)")
        #expect((refusal.response?.verdict == .denied) == isDenied)
    }

    @Test(arguments: [
        Case(name: "8, 429", headers: kibana8(429), body: busy),
        Case(name: "7, 429", status: 429, headers: [("kbn-name", "k")], body: busy),
        Case(name: "Dashboards, 429", status: 429, headers: [("osd-name", "d")], body: own(429, busy)),
        Case(name: "not ready", status: 503, headers: [("kbn-name", "k")], body: "Kibana server is not ready yet."),
    ])
    func laterIsTriedAgain(test: Case) throws {
        guard case .refused(let refusal) = try outcome(test) else {
            Issue.record("\(try outcome(test))")
            return
        }
        #expect(!refusal.isPermanent)
    }

    @Test(arguments: [
        Case(
            name: "8, unreachable", status: 502, headers: kibana8(502),
            body: #"{"message":"An internal server error occurred. Check Kibana server logs for details."}"#),
        Case(name: "8, gateway behind it", headers: kibana8(504), body: "<html>"),
        Case(name: "7, unreachable", status: 502, body: own(502, "socket hang up")),
        Case(name: "Dashboards, unreachable", status: 502, headers: [("osd-name", "d")], body: own(502, "502.0")),
        Case(name: "504 before it", status: 504, body: "<html>Gateway"),
        Case(name: "500 of its own", status: 500, body: own(500, "An internal server error occurred")),
        Case(name: "503 of something before it", status: 503, body: "<html>maintenance"),
    ])
    func whatMayHaveBeenSentIsUnknown(test: Case) throws {
        guard case .unknown(let reason, _) = try outcome(test) else {
            Issue.record("\(try outcome(test))")
            return
        }
        #expect(reason.contains("status 50"))
    }
}
