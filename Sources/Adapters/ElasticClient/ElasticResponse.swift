import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel

/// A response of Elasticsearch or OpenSearch, and what it means.
struct ElasticResponse {
    private let received: HTTPClient.Response
    private let request: ElasticRequest
    private let text: String
    private let body: JSON
    private let isJSON: Bool

    init(_ received: HTTPClient.Response, to request: ElasticRequest) {
        self.received = received
        self.request = request
        text = String(decoding: received.body, as: UTF8.self)
        let json = try? JSON(bytes: received.body)
        isJSON = json != nil
        body = json ?? Response.body(of: text)
    }

    /// The response as the engine judges it.
    var response: Response {
        let isSuccess = verdict == .success
        let complaints = isSuccess ? self.complaints : []
        return Response(
            status: received.status, verdict: verdict,
            headers: JSONObject(received.headers.map { ($0.name.lowercased(), .string($0.value)) }), body: body,
            text: text, complaints: complaints + WarningHeader.complaints(of: received),
            isLasting: LastingError.isIn(body, status: received.status),
            applied: isSuccess ? applied(complaints) : counted,
            reason: isSuccess ? nil : reason)
    }

    /// What became of the request.
    ///
    /// 502 and 504 come from something in between, as does a 503 without the product's own error: what is behind it
    /// may have acted. A 429, whoever says it, and the product's own 503 say that it did not.
    var outcome: Outcome {
        switch received.status {
        case 407:
            return .refused(
                Refusal(
                    reason: "the proxy requires credentials (status 407); write "
                        + "`proxy: { url: URL, user: NAME, password: { env: VARIABLE } }`",
                    isPermanent: true, response: response))
        case 502, 504:
            return .unknown(
                reason: "status \(received.status): a gateway got no response\(explanation)", response: response)
        case 429, 503:
            let own = ownError
            if own == nil, received.status == 503 {
                return .unknown(
                    reason: "status 503, but not from the product itself\(explanation)", response: response)
            }
            let reason = own.map { ": \($0)" } ?? ", too many requests\(explanation)"
            return .refused(
                Refusal(
                    reason: "status \(received.status)\(reason)", retryAfter: RetryAfter.delay(in: received),
                    response: response))
        case 200..<300 where garbling != nil:
            return .unknown(
                reason: "status \(received.status), but \(garbling ?? "")\(explanation)", response: response)
        default:
            return .answered(response)
        }
    }

    /// Why a body cannot be what the product has sent; nil when it may be.
    private var garbling: String? {
        // A page is reported as what it is.
        if isPage { return nil }
        if received.status == 206 { return "it is only a part of the body, which was not requested" }
        if received.body.isEmpty {
            // RFC 9110: neither has a body, whatever its headers say.
            let isBodiless = request.method == "HEAD" || [204, 205].contains(received.status)
            return isBodiless || !claimsJSON ? nil : "the body should be JSON, but is empty"
        }
        if let encoding = received.header("content-encoding"), encoding.lowercased() != "identity" {
            return
                "the body is encoded as `\(VisibleText.visible(Excerpt.text(encoding, atMost: 40)))`, which was "
                + "not requested"
        }
        guard !isJSON, claimsJSON || beginsAsJSON else { return nil }
        if isTooDeep { return "the body is nested deeper than \(JSON.maximumDepth) levels, so it is not read" }
        return "the body should be JSON, but is cut off or not valid"
    }

    /// Whether a body is not read although it may be valid.
    private var isTooDeep: Bool {
        do {
            _ = try JSON(bytes: received.body)
            return false
        } catch {
            return error.isTooDeep
        }
    }

    private var claimsJSON: Bool {
        let name = mediaType
        return name.elementsEqual("application/json".utf8) || name.suffix(5).elementsEqual("+json".utf8)
    }

    /// Whether a body without a useful content type begins like a JSON object; no plain text of the product does.
    private var beginsAsJSON: Bool {
        let name = mediaType
        return (name.isEmpty || name.elementsEqual("text/plain".utf8)) && body.string?.utf8.first == UInt8(ascii: "{")
    }

    /// The media type in lower case, without its parameters.
    private var mediaType: [UInt8] {
        let type = received.header("content-type") ?? ""
        return type.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }.prefix(100).map { $0 | 0x20 }
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

    /// Why the request was not accepted, in the product's words: the kind of the error, its reason, and what caused it.
    private var reason: String? {
        // What works by query says it of the first document that it stopped at.
        guard let error = body["error"] ?? body["message"] ?? body["failures"]?[0]?["cause"] else { return nil }
        guard error.object != nil else { return error.string }
        let cause = ElasticResponse.deepest(error)
        return [ElasticResponse.words(of: error), cause == error ? nil : ElasticResponse.words(of: cause)]
            .compactMap(\.self).joined(separator: "; ")
    }

    /// The innermost cause of an error.
    private static func deepest(_ error: JSON) -> JSON {
        var cause = error
        for _ in 0..<10 {
            guard let next = cause["caused_by"], next.object != nil else { return cause }
            cause = next
        }
        return cause
    }

    private static func words(of error: JSON) -> String? {
        let words = [error["type"]?.string, error["reason"]?.string].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: ": ")
    }

    private var explanation: String {
        let line = text.split(whereSeparator: \.isNewline).first.map { Excerpt.text($0, atMost: 120) } ?? ""
        return line.isEmpty ? "" : " (`\(VisibleText.visible(line))`)"
    }

    /// What a response under a success status says of what was done; nil where it says nothing of its own.
    ///
    /// - Parameter complaints: What it says failed.
    private func applied(_ complaints: [Response.Complaint]) -> Applied? {
        if isPage { return .partly }
        if request.isSource { return nil }
        if body["errors"]?.bool == true, let items = body["items"]?.array, !items.isEmpty {
            let failed = items.count { $0.object?.first?.value["error"] != nil }
            return failed == items.count ? .no : .partly
        }
        if body["rolled_over"]?.bool == false { return .no }
        if let commands = body["explanations"]?.array, !commands.isEmpty,
            commands.allSatisfy({ ResponseSign.refusal(of: $0) != nil })
        {
            return .no
        }
        return complaints.contains { !$0.isWarning } ? .partly : nil
    }

    /// What a failed response says was done before the failure; nil if nothing was.
    ///
    /// Updates and deletions by query, and reindexing, stop at a conflict with 409, and count what they have changed.
    private var counted: Applied? {
        let counts = ["created", "updated", "deleted"].flatMap { name in
            [body, body["response"], body["task"]?["status"]].map { $0?[name]?.number?.double ?? 0 }
        }
        return counts.contains { $0 > 0 } ? .partly : nil
    }

    /// What says failure under a status that says success.
    private var complaints: [Response.Complaint] {
        if isPage { return [Response.Complaint(field: "body", message: ElasticResponse.pageMessage)] }
        // Here the body is a document of the user's.
        if request.isSource { return [] }
        return ResponseSign.places(for: body).compactMap { place in
            let sign = ResponseSign.table[place]
            // Most responses have no sign, and some signs read the body of the request.
            guard let message = sign.message(body), sign.concerns(request) else { return nil }
            return Response.Complaint(field: sign.field, message: message, isWarning: sign.isWarning)
        }
    }

    private static let pageMessage =
        "it is an HTML or XML page, which comes from a proxy or gateway in front of the cluster"

    /// Whether the body is markup, which no API of the product answers with.
    private var isPage: Bool {
        if received.header("content-type").map(ElasticResponse.isMarkup) == true { return true }
        guard let text = body.string else { return false }
        let start = text.utf8.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(9)
        let lower = start.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return ["<!doctype", "<html", "<?xml", "<head", "<body"].contains { lower.starts(with: $0.utf8) }
    }

    private static func isMarkup(_ type: String) -> Bool {
        let name = type.utf8.prefix { $0 != UInt8(ascii: ";") }.prefix(100).map { $0 | 0x20 }
        return ["html", "xml"].contains { name.holds($0.utf8) }
    }
}
