import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookEngine
import RunbookModel
import RunbookRun

@testable import ElasticClient

/// What a server answers: an expectation, a zero byte, and the body; the first byte of the body chooses the status.
enum ResponseBoundary {
    private static let statuses = [200, 201, 302, 400, 401, 404, 407, 408, 409, 429, 500, 502, 503, 504]

    static func feed(_ bytes: [UInt8]) {
        let (wanted, body) = bytes.halves
        let status = statuses[Int(body.first ?? 0) % statuses.count]
        let received = HTTPClient.Response(
            status: status, headers: [HTTPClient.Header("Retry-After", String(decoding: wanted, as: UTF8.self))],
            body: Array(body.dropFirst()))
        let request = ElasticRequest(method: "POST", path: "/_bulk", query: "", body: nil)
        let answer = ElasticResponse(received, to: request)
        _ = answer.outcome
        let text = String(decoding: wanted, as: UTF8.self)
        let lines = LineMatcher([(text: text, isValue: false)])
        promise(
            lines.difference(in: text) == nil || text.utf8.contains(UInt8(ascii: ".")),
            "each text has its own lines")
        _ = lines.difference(in: answer.response.text)
        guard let expected = try? JSON(bytes: wanted) else { return }
        let paths: Set<String> = [".", ".a", ".hits.hits"]
        for unordered in [[], paths] {
            let found = ExpectationMatcher.differences(
                expected: expected, actual: answer.response.body, unordered: unordered)
            promise(found.count <= ExpectationMatcher.limit, "differences are bounded")
            promise(
                ExpectationMatcher.differences(expected: expected, actual: expected, unordered: unordered).isEmpty
                    || expected.text().utf8.contains(UInt8(ascii: ".")) || repeatsNames(expected),
                "a value is what it is expected to be")
        }
    }

    /// If a name is repeated, only its first member is compared.
    private static func repeatsNames(_ value: JSON) -> Bool {
        switch value {
        case .array(let elements): elements.contains(where: repeatsNames)
        case .object(let object):
            Set(object.names).count < object.names.count || object.contains { repeatsNames($0.value) }
        case .null, .bool, .number, .string: false
        }
    }
}
