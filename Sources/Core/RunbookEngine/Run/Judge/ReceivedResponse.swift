import OrderedJSON
package import RunbookModel
import RunbookRun

/// A response with the request that it belongs to, as what is asked of a step sees it.
///
/// One that an earlier process received is known as far as its journal kept it: masked, perhaps cut, without headers and
/// verdict.
package struct ReceivedResponse: Sendable {
    /// What was asked, as it may be shown.
    package let action: Action
    /// The HTTP status or a command's exit status.
    package let status: Int?
    /// What it means; nil where only the journal knows it, which keeps those that were accepted.
    package let verdict: Response.Verdict?
    /// Headers by lower-case name; nil where only the journal knows it.
    let headers: JSONObject?
    /// The body: parsed when it is JSON, else a string.
    let body: JSON
    /// The body as it came.
    let text: String
    /// Whether the text is all that came.
    let isWhole: Bool
    /// How long it took.
    let took: Duration

    /// Takes a response as it came.
    package init(_ response: Response, to action: Action, took: Duration = .zero) {
        self.took = took
        self.action = action
        status = response.status
        verdict = response.verdict
        headers = response.headers
        body = response.body
        text = response.text
        isWhole = true
    }

    /// Takes a response as it was kept.
    init(_ record: ResponseRecord, to action: Action) {
        self.action = action
        status = record.status
        verdict = nil
        headers = nil
        body = Response.body(of: record.text)
        text = record.text
        isWhole = record.text.utf8.count == record.length
        took = record.took
    }
}
