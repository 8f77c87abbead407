import ElasticRequests
import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// Sends the requests of console blocks to Elasticsearch and OpenSearch.
package struct ConsoleHandler: Handler {
    private let clients = ClientPool()

    /// Makes a handler; it connects when it performs its first request.
    package init() {}

    package var manifest: Manifest { ConsoleHandler.manifest }

    package func prepare(_ step: StepDraft) -> Preparation {
        let (requests, problems) = ConsoleParser.parse(step.text)
        var diagnostics = problems
        for request in requests where request.method.value == "HEAD" && request.body != nil {
            diagnostics.append(
                Diagnostic(
                    "console/head-body", "a HEAD request cannot have a body", at: request.span,
                    help: "remove the body, or use GET"))
        }
        let (statuses, statusProblem) = StatusKey.read(step.key("status"))
        if let statusProblem { diagnostics.append(statusProblem) }
        return Preparation(
            actions: requests.map(\.actionTemplate), diagnostics: diagnostics, statuses: statuses)
    }

    package func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        guard let request = ElasticRequest(action), let target else {
            return .refused(Refusal(reason: "the request has no method, path or target", isPermanent: true))
        }
        guard request.effect <= action.effect else { return .refused(ConsoleHandler.worse(request, than: action)) }
        do {
            let connection = try ElasticConnection(target)
            return await send(request, over: connection, timeout: timeout)
        } catch {
            return .refused(Refusal(reason: error.message, isPermanent: true))
        }
    }

    package func examine(_ target: Target, timeout: Duration) async -> Examination {
        do {
            let connection = try ElasticConnection(target)
            let examiner = TargetExaminer(target: target, address: connection.url)
            return await examiner.examine { request in
                await send(request, over: connection, timeout: timeout)
            }
        } catch {
            let problem = Diagnostic("target/unusable", error.message, at: nil, help: error.help)
            return Examination(address: target.settings["url"]?.string ?? target.name, diagnostics: [problem])
        }
    }

    package func command(for action: Action, on target: Target?) -> String? {
        guard let request = ElasticRequest(action), let target, let connection = try? ElasticConnection(target) else {
            return nil
        }
        return connection.command.text(request)
    }

    private func send(
        _ request: ElasticRequest, over connection: ElasticConnection, timeout: Duration
    ) async -> Outcome {
        var headers: [(String, String)] = []
        // The Console sends this type for NDJSON, too.
        if request.body != nil { headers.append(("Content-Type", "application/json")) }
        if let authorization = connection.authorization { headers.append(("Authorization", authorization)) }
        return await clients.send(request, headers: headers, over: connection, timeout: timeout)
    }

    /// A value can turn a request into another one, such as a path's last segment into `_delete_by_query`.
    private static func worse(_ request: ElasticRequest, than action: Action) -> Refusal {
        Refusal(
            reason: "filled in, `\(action.title)` is a \(request.effect.rawValue), and the step was prepared as a "
                + "\(action.effect.rawValue); it was not sent",
            isPermanent: true)
    }
}

extension RequestTemplate {
    /// The request as the engine takes it.
    fileprivate var actionTemplate: ActionTemplate {
        var fields = [
            ActionTemplate.Field("method", Template(literal: method.value)), ActionTemplate.Field("path", path),
        ]
        if let query { fields.append(ActionTemplate.Field("query", query)) }
        if let body { fields.append(ActionTemplate.Field("body", body)) }
        return ActionTemplate(effect: sample.effect, title: title, fields: fields, span: span)
    }
}

extension ElasticRequest {
    /// The request that an action holds; nil without method and path.
    fileprivate init?(_ action: Action) {
        guard let method = action.field("method"), let path = action.field("path") else { return nil }
        self.init(method: method, path: path, query: action.field("query"), body: action.field("body"))
    }
}
