package import ElasticRequests
import HTTPClient
import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// Sends requests to Elasticsearch and OpenSearch; what the handlers of all languages for such targets have in common.
package struct ElasticClient: Sendable {
    private let clients = ClientPool()

    /// Makes a client; it connects when it performs its first request.
    package init() {}

    /// Performs a request that `RequestTemplate.actionTemplate` prepared.
    package func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        guard let request = ElasticRequest(action), let target else {
            return .refused(Refusal(reason: "the request has no method, path or target", isPermanent: true))
        }
        if let problem = request.pathProblem {
            let reason = "with its values, the path of `\(action.title)` is not allowed: \(problem)"
            return .refused(Refusal(reason: reason, isPermanent: true))
        }
        guard ElasticClient.keepsWord(request, of: action) else {
            return .refused(ElasticClient.worse(request, than: action))
        }
        do {
            let connection = try ElasticConnection(target, user: ElasticUser(action))
            if let elsewhere = ElasticClient.elsewhere(action, target, connection) { return .refused(elsewhere) }
            return await send(request, over: connection, timeout: timeout)
        } catch {
            return .refused(Refusal(reason: error.message, isPermanent: true))
        }
    }

    /// Sends a request over a connection.
    package func send(
        _ request: ElasticRequest, over connection: ElasticConnection, timeout: Duration
    ) async -> Outcome {
        let sent = connection.console?.wrapped(request) ?? request
        var headers = connection.isConsole ? ConsoleProxyAddress.headers : []
        // The Console sends this type for NDJSON, too.
        if request.body != nil { headers.append(("Content-Type", "application/json")) }
        if let authorization = connection.authorization { headers.append(("Authorization", authorization)) }
        let isRead = request.effect == .read
        do throws(HTTPClient.Failure) {
            let response = try await clients.client(for: connection).send(
                HTTPClient.Request(
                    method: sent.method, url: connection.url + sent.target,
                    headers: headers.map { HTTPClient.Header($0.0, $0.1) }, body: sent.body.map { Array($0.utf8) },
                    timeout: timeout, isRepeatable: isRead))
            clients.noteResponse(over: connection)
            guard connection.isConsole else { return ElasticResponse(response, to: request).outcome }
            return ConsoleProxyResponse(response, to: request).outcome(over: connection)
        } catch {
            return Outcome(
                error, over: connection, isRead: isRead, hasResponded: clients.hasResponded(connection))
        }
    }

    /// Asks a target who it is, and whether it is what the runbook requires.
    package func examine(_ target: Target, timeout: Duration) async -> Examination {
        do {
            let connection = try ElasticConnection(target)
            let examiner = TargetExaminer(target: target, address: connection.url)
            return await examiner.examine { request in await send(request, over: connection, timeout: timeout) }
        } catch {
            let problem = Diagnostic("target/unusable", error.message, at: nil, help: error.help)
            return Examination(address: target.name, diagnostics: [problem])
        }
    }

    /// The request as a curl command to paste; nil when the target cannot be reached with what is known of it.
    package func command(for action: Action, on target: Target?) -> String? {
        guard let request = ElasticRequest(action), let target,
            let connection = try? ElasticConnection(target, user: ElasticUser(action))
        else { return nil }
        return connection.command.text(connection.console?.wrapped(request) ?? request)
    }

    /// Whether a filled request does no more than was prepared, or than its author says where the table cannot know it.
    private static func keepsWord(_ request: ElasticRequest, of action: Action) -> Bool {
        let effect = request.effect
        return effect <= action.effect || action.isLowered && effect == .write && !request.isKnown
    }

    /// A value can turn a request into another one, such as a path's last segment into `_delete_by_query`.
    private static func worse(_ request: ElasticRequest, than action: Action) -> Refusal {
        Refusal(
            reason:
                "with its values, `\(action.title)` is a \(request.effect.rawValue), but the step was prepared as a "
                + "\(action.effect.rawValue); it was not sent. If it is meant, write `effect=\(request.effect.rawValue)` "
                + "in the first line of the block and start a new run",
            isPermanent: true)
    }

    /// Says before a run when a request names another server than its target's.
    package func review(_ action: ActionTemplate, on target: Target) -> [Diagnostic] {
        guard let server = action.fields.first(where: { $0.name == "server" })?.template.source,
            let connection = try? ElasticConnection(target),
            let problem = ElasticClient.mismatch(named: server, target, connection)
        else { return [] }
        return [
            Diagnostic(
                "curl/host", problem, at: action.span,
                help: "write `${\(target.name).url}`, or declare the address for this target: "
                    + "`\(target.name): { kind: \(target.kind), addresses: "
                    + "[\"\(ElasticClient.authority(of: server))\"] }`"
            )
        ]
    }

    /// The refusal of a request whose author named another server than the target's.
    private static func elsewhere(_ action: Action, _ target: Target, _ connection: ElasticConnection) -> Refusal? {
        guard let server = action.field("server"), let problem = mismatch(named: server, target, connection) else {
            return nil
        }
        return Refusal(reason: "\(problem); write `${\(connection.name).url}`", isPermanent: true)
    }

    /// A server without its scheme, as a declaration names it.
    private static func authority(of server: String) -> String {
        guard let address = ServerAddress(url: server) else { return server }
        return "\(address.host):\(address.port)"
    }

    /// How a server that a command names differs from the target's; nil when it is the same, or is declared to mean it.
    private static func mismatch(
        named server: String, _ target: Target, _ connection: ElasticConnection
    ) -> String? {
        guard let named = ServerAddress(url: server) else { return nil }
        let declared = target.requirements["addresses"]
        for address in declared?.array ?? [declared].compactMap(\.self) {
            guard let text = address.string else { continue }
            // Without a scheme it is meant whichever the command has.
            let own = ServerAddress(url: text) ?? ServerAddress(scheme: named.scheme, authority: text)
            if own?.isSame(as: named) == true { return nil }
        }
        if let own = ServerAddress(url: connection.url), !connection.isConsole, own.isSame(as: named) { return nil }
        let place = connection.isConsole ? "reached through \(connection.url)" : "at \(connection.url)"
        return "the command contains the address \(named), but the target `\(connection.name)` is \(place)"
    }
}

extension ElasticRequest {
    /// The request that an action holds; nil without method and path.
    fileprivate init?(_ action: Action) {
        guard let method = action.field("method"), let path = action.field("path") else { return nil }
        self.init(method: method, path: path, query: action.field("query"), body: action.field("body"))
    }
}
