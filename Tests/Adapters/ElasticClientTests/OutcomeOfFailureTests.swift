import HTTPClient
import OrderedJSON
import RunbookModel
import Testing

@testable import ElasticClient

/// What becomes of a request that got no complete response, and what a person is told to do.
@Suite struct OutcomeOfFailureTests {
    typealias Failure = HTTPClient.Failure

    private func outcome(_ failure: Failure, url: (String, String) = ("url", "https://es:9200"), isRead: Bool = false)
        throws -> Outcome
    {
        let connection = try ElasticConnection(
            Target(
                name: "leader", kind: "elasticsearch", properties: JSONObject(),
                settings: JSONObject([(url.0, .string(url.1))]), secrets: [:]))
        return Outcome(failure, over: connection, isRead: isRead)
    }

    /// Nothing that could be acted on was sent; what has a reason that stays is not tried again.
    @Test(
        arguments: [
            (
                Failure(kind: .tls, delivery: .notSent, message: "m", detail: "d", tlsProblem: .expired), true,
                "m; renew it"
            ),
            (Failure(kind: .tls, delivery: .notSent, message: "m", tlsProblem: .notYetValid), true, "m; wait until"),
            (
                Failure(kind: .tls, delivery: .notSent, message: "m", tlsProblem: .otherName), true,
                "`tls: { server_name"
            ),
            (
                Failure(kind: .tls, delivery: .notSent, message: "m", tlsProblem: .selfSigned), true,
                "`tls: { ca: FILE }`"
            ),
            (
                Failure(kind: .tls, delivery: .notSent, message: "m", tlsProblem: .unknownAuthority), true,
                "`tls: { ca: FILE }`"
            ),
            (Failure(kind: .tls, delivery: .notSent, message: "m", tlsProblem: .notSpoken), true, "write `http://`"),
            (
                Failure(kind: .tls, delivery: .notSent, message: "m", tlsProblem: .certificateDemanded), true,
                "`tls: { cert: FILE, key: FILE }`"
            ),
            (
                Failure(kind: .tls, delivery: .notSent, message: "m", tlsProblem: .certificateRefused), true,
                "check `cert` and `key`"
            ),
            (Failure(kind: .tls, delivery: .notSent, message: "m", detail: "d"), false, "m (d); check `tls`"),
            (Failure(kind: .nameNotResolved, delivery: .notSent, message: "m"), false, "m; check the host in `url`"),
            (
                Failure(kind: .nameNotResolved, delivery: .notSent, message: "the proxy x"), false,
                "the proxy x; check `proxy`"
            ),
            (Failure(kind: .notConnected, delivery: .notSent, message: "m", detail: "refused"), false, "m (refused)"),
            (
                Failure(kind: .proxy, delivery: .notSent, message: "m", status: 407), true,
                "password: { env: VARIABLE } }`"
            ),
            (Failure(kind: .proxy, delivery: .notSent, message: "m", status: 403), true, "or remove `proxy`"),
            (Failure(kind: .unusable, delivery: .notSent, message: "m"), true, "m"),
            (Failure(kind: .invalidRequest, delivery: .notSent, message: "m"), true, "m"),
        ])
    func whatWasNotSentIsRefused(failure: Failure, isPermanent: Bool, words: String) throws {
        guard case .refused(let refusal) = try outcome(failure) else {
            Issue.record("\(try outcome(failure))")
            return
        }
        #expect(refusal.isPermanent == isPermanent)
        #expect(refusal.reason.contains(words), "\(refusal.reason)")
    }

    @Test(arguments: [
        Failure.Kind.timedOut, .connectionLost, .cut, .malformed, .tooLarge, .cancelled,
    ])
    func whatMayHaveArrivedIsUnknown(kind: Failure.Kind) throws {
        guard case .unknown = try outcome(Failure(kind: kind, delivery: .unknown, message: "m")) else {
            Issue.record("\(kind)")
            return
        }
    }

    @Test func aReadWithTooLargeAnAnswerIsNotRepeated() throws {
        let failure = Failure(kind: .tooLarge, delivery: .unknown, message: "m", status: 200)
        guard case .refused(let refusal) = try outcome(failure, isRead: true) else {
            Issue.record("\(try outcome(failure))")
            return
        }
        #expect(refusal.isPermanent)
        #expect(refusal.reason.hasPrefix("m; request less"))
    }

    @Test func aPlainRequestMayHaveMetTLS() throws {
        let failure = Failure(kind: .connectionLost, delivery: .unknown, message: "m")
        guard case .unknown(let plain, _) = try outcome(failure, url: ("kibana", "http://k:5601")),
            case .unknown(let secure, _) = try outcome(failure)
        else {
            Issue.record("\(try outcome(failure))")
            return
        }
        #expect(plain == "m; if the port uses TLS, write `https://` in `kibana`")
        #expect(secure == "m")
    }

    /// A connection that worked a moment ago does not need another protocol.
    @Test func aTargetThatRespondedNeedsNoOtherProtocol() throws {
        let failure = HTTPClient.Failure(kind: .connectionLost, delivery: .unknown, message: "the connection was lost")
        let connection = try ElasticConnection(
            Target(
                name: "es", kind: "elasticsearch", properties: JSONObject(),
                settings: JSONObject([("url", "http://h:9200")]), secrets: [:]))
        func reason(_ hasResponded: Bool) -> String {
            guard
                case .unknown(let reason, _) = Outcome(
                    failure, over: connection, isRead: false, hasResponded: hasResponded)
            else { return "" }
            return reason
        }
        #expect(reason(false).contains("https://"))
        #expect(reason(true) == "the connection was lost")
    }
}
