import HTTPClient
import RunbookModel

extension Outcome {
    /// The outcome of a request that got no complete response, with what a person can do about it.
    ///
    /// - Parameter hasResponded: Whether the target responded before, so that nothing is wrong with how it is reached.
    init(
        _ failure: HTTPClient.Failure, over connection: ElasticConnection, isRead: Bool, hasResponded: Bool = false
    ) {
        let isExplained = failure.tlsProblem != nil || failure.detail.isEmpty
        var reason = isExplained ? failure.message : "\(failure.message) (\(failure.detail))"
        if let help = Outcome.help(for: failure, connection, hasResponded: hasResponded) { reason += "; \(help)" }
        // The same answer would come again, and a read has changed nothing.
        if failure.kind == .tooLarge, isRead {
            self = .refused(Refusal(reason: reason, isPermanent: true))
            return
        }
        switch failure.delivery {
        case .unknown: self = .unknown(reason: reason)
        case .notSent:
            // A handshake that broke off says nothing; one that failed for a reason fails again.
            let isPermanent =
                [.invalidRequest, .unusable, .proxy].contains(failure.kind) || failure.tlsProblem != nil
            self = .refused(Refusal(reason: reason, isPermanent: isPermanent))
        }
    }

    /// The keys are those of the target in the environment file.
    private static func help(
        for failure: HTTPClient.Failure, _ connection: ElasticConnection, hasResponded: Bool
    ) -> String? {
        let address = connection.isConsole ? "kibana" : "url"
        switch (failure.kind, failure.tlsProblem) {
        case (_, .expired): return "renew it, or correct this machine's clock"
        case (_, .notYetValid): return "wait until it is valid, or correct this machine's clock"
        case (_, .otherName):
            return "write the name in the certificate in `\(address)`, or in `tls: { server_name: NAME }`"
        case (_, .selfSigned), (_, .unknownAuthority):
            return "add the certificate of its authority: `tls: { ca: FILE }`"
        case (_, .notSpoken): return "write `http://` in `\(address)`, or use the TLS port"
        case (_, .certificateDemanded): return "add one: `tls: { cert: FILE, key: FILE }`"
        case (_, .certificateRefused): return "check `cert` and `key` of `tls`"
        case (.tls, _): return "check `tls`, and that the port in `\(address)` uses TLS"
        case (.proxy, _) where failure.status == 407:
            return "write `proxy: { url: URL, user: NAME, password: { env: VARIABLE } }`"
        case (.proxy, _): return "ask the administrator of the proxy for access, or remove `proxy`"
        case (.nameNotResolved, _):
            return failure.message.hasPrefix("the proxy") ? "check `proxy`" : "check the host in `\(address)`"
        case (.malformed, _) where connection.url.hasPrefix("http://") && !hasResponded,
            (.connectionLost, _)
        where connection.url.hasPrefix("http://") && failure.status == nil && !hasResponded:
            return "if the port uses TLS, write `https://` in `\(address)`"
        case (.tooLarge, _): return "request less, for example with `size`, `filter_path` or `h`"
        default: return nil
        }
    }
}
