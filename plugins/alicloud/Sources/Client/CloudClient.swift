import AlicloudContract
import Digests
import Glibc
import HTTPClient
import OrderedJSON
import RunbookModel
import Synchronization

/// Calls the actions of the cloud.
struct CloudClient: Sendable {
    private let http = HTTPClient(HTTPClient.Configuration(proxy: .environment))
    private let plain = HTTPClient(HTTPClient.Configuration())
    private let clock: @Sendable () -> Int
    private let counter = Counter()

    /// Makes a client.
    ///
    /// - Parameter clock: The wall clock, in milliseconds since 1970-01-01T00:00:00Z.
    init(clock: @escaping @Sendable () -> Int) { self.clock = clock }

    /// How often a read is sent whose connection is lost.
    private static let mostReads = 3

    /// Calls an action once, or a read again under a signature of its own while its connection is lost.
    func call(
        _ action: CloudAction, _ arguments: JSONObject, at place: CloudPlace, timeout: Duration
    ) async -> CloudAnswer {
        let ends = ContinuousClock.now + timeout
        var tries = action.effect == .read ? CloudClient.mostReads : 1
        while true {
            tries -= 1
            let (answer, isLost) = await send(action, arguments, at: place, timeout: ends - .now)
            guard isLost, tries > 0, .now < ends else { return answer }
        }
    }

    private func send(
        _ action: CloudAction, _ arguments: JSONObject, at place: CloudPlace, timeout: Duration
    ) async -> (answer: CloudAnswer, isLost: Bool) {
        guard let product = CloudProduct.named(action.product) else {
            return (.none(.refused(Refusal(reason: "unknown product `\(action.product)`", isPermanent: true))), false)
        }
        if let name = CloudRequest.unfitName(action, arguments) {
            let reason = "`\(name)` has a value that cannot be a part of a path: write the ID"
            return (.none(.refused(Refusal(reason: reason, isPermanent: true))), false)
        }
        let request = CloudRequest(action, version: product.version, arguments: arguments)
        let address = place.address(of: product)
        let host = String(address.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" })
        let signer = RequestSigner(credentials: place.credentials, now: clock(), nonce: counter.nonce())
        let query = AcsEncoding.canonical(request.query)
        let target = "\(address)\(request.path)" + (query.isEmpty ? "" : "?\(query)")
        let isRead = action.effect == .read
        do throws(HTTPClient.Failure) {
            let response = try await (place.isLoopback ? plain : http).send(
                HTTPClient.Request(
                    method: request.method, url: target, headers: signer.headers(of: request, host: host),
                    // A signature covers an empty body too, and POST always has one.
                    body: request.body?.bytes ?? (request.method == "POST" ? [] : nil), timeout: timeout,
                    // The cloud takes each signature once.
                    isRepeatable: false))
            return (CloudClient.answer(response, to: action), false)
        } catch {
            let isLost = error.kind == .connectionLost || error.kind == .cut
            return (.none(CloudClient.outcome(of: error, isRead: isRead)), isLost)
        }
    }

    private static func outcome(of failure: HTTPClient.Failure, isRead: Bool) -> Outcome {
        let detail = failure.detail.isEmpty ? "" : " (\(failure.detail))"
        let reason = failure.message + (failure.tlsProblem == nil ? detail : "")
        if failure.kind == .tooLarge, isRead { return .refused(Refusal(reason: reason, isPermanent: true)) }
        switch failure.delivery {
        case .unknown: return .unknown(reason: reason)
        case .notSent:
            let isPermanent = [.invalidRequest, .unusable].contains(failure.kind) || failure.tlsProblem != nil
            return .refused(Refusal(reason: reason, isPermanent: isPermanent))
        }
    }

    private static func answer(_ response: HTTPClient.Response, to action: CloudAction) -> CloudAnswer {
        let text = String(decoding: response.body, as: UTF8.self)
        let body = (try? JSON(bytes: response.body)) ?? .string(text)
        var headers = JSONObject()
        for header in response.headers { headers.append(header.name.lowercased(), .string(header.value)) }
        let verdict: Response.Verdict =
            switch response.status {
            case 200..<300: .success
            case 404: .missing
            case 401, 403: .denied
            case 500...: .broken
            default: .rejected
            }
        let words = [body["Code"]?.string, body["Message"]?.string].compactMap(\.self).joined(separator: ": ")
        let failure = verdict == .success ? CloudClient.failure(in: body, of: action, saying: words) : nil
        let whole = Response(
            status: response.status, verdict: verdict, headers: headers, body: body, text: text,
            complaints: failure.map { [Response.Complaint(field: $0.field, message: $0.message)] } ?? [],
            isLasting: RepeatRule.isLasting(body["Code"]?.string ?? "", status: response.status),
            reason: verdict == .success || words.isEmpty ? nil : words)
        let requestID = body["RequestId"]?.string ?? headers["x-acs-request-id"]?.string ?? ""
        if verdict == .success, failure == nil {
            if let object = body.object { return .done(object, whole) }
            return .none(.unknown(reason: "the response to \(action.product).\(action.name) is not JSON"))
        }
        guard let code = body["Code"]?.string ?? failure?.field else {
            // Something between us and the cloud answered, not the cloud.
            let reason = "status \(response.status) without an error code of Alibaba Cloud"
            let isUndone = response.status == 429
            return .none(isUndone ? .refused(Refusal(reason: reason, response: whole)) : .unknown(reason: reason))
        }
        let wait = response.header("x-acs-retry-after").flatMap { Int($0) }.map {
            Duration.milliseconds(min($0, 120_000))
        }
        return .problem(
            CloudAnswer.Problem(
                code: code, status: response.status, message: body["Message"]?.string ?? "", requestID: requestID,
                retryAfter: wait, response: whole, product: action.product, action: action.name))
    }

    /// Codes that mean that all is well.
    private static let fine: Set<String> = ["", "0", "200", "ok", "success"]

    /// What a successful response says of a failure.
    private static func failure(
        in body: JSON, of action: CloudAction, saying message: String
    ) -> (field: String, message: String)? {
        func says(_ names: String...) -> (field: String, message: String)? {
            for name in names {
                if let value = body[name], isNo(value) {
                    return (name, message.isEmpty ? "the cloud says that it failed" : message)
                }
            }
            return nil
        }
        if let failure = says("Success", "success") { return failure }
        // The result of a read may be a no.
        if action.effect != .read, let failure = says("Result") { return failure }
        if let status = body["HttpStatusCode"]?.int ?? body["HttpStatusCode"]?.string.flatMap({ Int($0) }),
            status >= 400
        {
            return ("HttpStatusCode", message.isEmpty ? "it is \(status)" : message)
        }
        if let code = body["Code"]?.string, !fine.contains(code.lowercased()) { return ("Code", message) }
        if let code = body["ErrorCode"], !code.isNull, !fine.contains((code.string ?? code.text()).lowercased()) {
            let words = [code.string ?? code.text(), body["ErrorMessage"]?.string].compactMap(\.self)
            return ("ErrorCode", words.joined(separator: ": "))
        }
        return nil
    }

    /// Whether a value means that something is not so.
    private static func isNo(_ value: JSON) -> Bool {
        value == false || value.int == 0 || ["false", "0"].contains(value.string?.lowercased() ?? "")
    }

    /// Texts that nobody else uses.
    private final class Counter: Sendable {
        private let state = Mutex((0, UInt64.random(in: .min ... .max)))

        func nonce() -> String {
            let (count, base) = state.withLock { state in
                state.0 += 1
                return state
            }
            return String(SHA256.hex("\(base) \(count) \(getpid())").prefix(32))
        }
    }
}
