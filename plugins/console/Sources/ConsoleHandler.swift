package import ElasticClient
import ElasticRequests
import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// Sends the requests of console blocks to Elasticsearch and OpenSearch.
package struct ConsoleHandler: Handler {
    private let client: ElasticClient

    /// Makes a handler; it connects when it performs its first request.
    ///
    /// - Parameter client: What sends its requests; handlers that share one share its connections.
    package init(client: ElasticClient = ElasticClient()) { self.client = client }

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
            actions: requests.map(\.actionTemplate), diagnostics: diagnostics, statuses: statuses,
            mayLowerEffect: RequestTemplate.mayOnlyRead(requests))
    }

    package func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        await client.perform(action, on: target, timeout: timeout)
    }

    package func examine(_ target: Target, timeout: Duration) async -> Examination {
        await client.examine(target, timeout: timeout)
    }

    package func command(for action: Action, on target: Target?) -> String? {
        client.command(for: action, on: target)
    }
}
