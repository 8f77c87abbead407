import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel
import Testing

@testable import ElasticClient

struct ElasticResponseTests {
    /// Each row: how deep a body is nested, whether it is closed, and what is said of it; nil when it is read.
    @Test(
        arguments: [
            (JSON.maximumDepth, true, nil), (JSON.maximumDepth + 1, true, "nested deeper than 512 levels"),
            (10, false, "cut off or not valid"),
        ] as [(Int, Bool, String?)])
    func aBodyThatIsNotReadSaysWhy(depth: Int, isClosed: Bool, words: String?) {
        let body = String(repeating: "[", count: depth) + (isClosed ? String(repeating: "]", count: depth) : "")
        let outcome = ElasticResponse(
            HTTPClient.Response(
                status: 200, headers: [.init("content-type", "application/json")], body: Array(body.utf8)),
            to: ElasticRequest(method: "PUT", path: "/a")
        ).outcome
        switch outcome {
        case .unknown(let reason, _): #expect(words.map(reason.contains) == true, "\(reason)")
        case .answered: #expect(words == nil)
        case .refused: Issue.record("it was answered")
        }
    }
}
