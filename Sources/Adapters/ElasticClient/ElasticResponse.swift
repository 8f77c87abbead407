import HTTPClient
import OrderedJSON
import RunbookModel

/// A response of Elasticsearch or OpenSearch, and what it means.
struct ElasticResponse {
    private let received: HTTPClient.Response
    private let text: String
    private let body: JSON

    init(_ received: HTTPClient.Response) {
        self.received = received
        text = String(decoding: received.body, as: UTF8.self)
        body = (try? JSON(bytes: received.body)) ?? .string(text)
    }

    /// The response as the engine judges it.
    var response: Response {
        Response(
            status: received.status, verdict: verdict,
            headers: JSONObject(received.headers.map { ($0.name.lowercased(), .string($0.value)) }), body: body,
            text: text, complaints: verdict == .success ? complaints : [])
    }

    /// What became of the request.
    ///
    /// 502 and 504 come from something in between, as does a 503 without the product's own error: what stands behind it
    /// may have acted. The product's own 429 and 503 say that it did not.
    var outcome: Outcome {
        switch received.status {
        case 407:
            return .refused(
                Refusal(
                    reason: "the proxy demands credentials (status 407); write "
                        + "`proxy: { url: URL, user: NAME, password: { env: VARIABLE } }`",
                    isPermanent: true, response: response))
        case 502, 504:
            return .unknown(reason: "status \(received.status): a gateway did not get an answer\(explanation)")
        case 429, 503:
            guard let reason = ownError else {
                if received.status == 429 { return .answered(response) }
                return .unknown(reason: "status 503, and not from the product itself\(explanation)")
            }
            return .refused(
                Refusal(
                    reason: "status \(received.status): \(reason)", retryAfter: RetryAfter.delay(in: received),
                    response: response))
        default:
            return .answered(response)
        }
    }

    private var verdict: Response.Verdict {
        switch received.status {
        case 200..<300: .success
        case 404: .missing
        case 401, 403: .denied
        case 500...: .broken
        default: .rejected
        }
    }

    /// The reason in the product's own error body; nil when the body is not one.
    private var ownError: String? {
        guard let error = body["error"], body["status"]?.int != nil else { return nil }
        return error["reason"]?.string ?? error["type"]?.string ?? error.string ?? error.text()
    }

    private var explanation: String {
        let line = text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(120)) } ?? ""
        return line.isEmpty ? "" : " (`\(VisibleText.visible(line))`)"
    }

    /// What says failure under a status that says success.
    private var complaints: [Response.Complaint] {
        var complaints: [Response.Complaint] = []
        if body["errors"]?.bool == true {
            complaints.append(Response.Complaint(field: "errors", message: failedItems))
        }
        if body["timed_out"]?.bool == true {
            complaints.append(Response.Complaint(field: "timed_out", message: "the result is not complete"))
        }
        if let failed = body["_shards"]?["failed"]?.int, failed > 0 {
            let total = body["_shards"]?["total"]?.int.map { " of \($0)" } ?? ""
            complaints.append(
                Response.Complaint(field: "_shards.failed", message: "\(failed)\(total) shards failed"))
        }
        if body["acknowledged"]?.bool == false {
            complaints.append(
                Response.Complaint(field: "acknowledged", message: "not every node has taken it in time"))
        }
        return complaints
    }

    private var failedItems: String {
        let items = body["items"]?.array ?? []
        let errors = items.compactMap { $0.object?.first?.value["error"] }
        let first = errors.first.flatMap { $0["reason"]?.string ?? $0.string }
        return "\(errors.count) of \(items.count) actions failed" + (first.map { ", the first: \($0)" } ?? "")
    }
}
