package import ElasticClient
import ElasticRequests
package import RunbookModel
package import RunbookPlugin

/// Sends what curl commands ask of Elasticsearch and OpenSearch; no command is run.
package struct CurlHandler: Handler {
    private let client: ElasticClient

    /// Makes a handler; it connects when it performs its first request.
    ///
    /// - Parameter client: What sends its requests; handlers that share one share its connections.
    package init(client: ElasticClient = ElasticClient()) { self.client = client }

    package var manifest: Manifest { CurlHandler.manifest }

    package func prepare(_ step: StepDraft) -> Preparation {
        let (requests, problems) = CurlParser.parse(
            step.text, targets: step.targets, names: step.names, addresses: CurlAddresses(step.addresses))
        let (statuses, statusProblem) = StatusKey.read(step.key("status"))
        return Preparation(
            actions: requests.map(\.actionTemplate), diagnostics: problems + [statusProblem].compactMap(\.self),
            statuses: statuses, mayLowerEffect: RequestTemplate.mayOnlyRead(requests.map(\.request)))
    }

    package func target(meantBy step: StepDraft) -> String? {
        CurlParser.target(
            meantBy: step.text, targets: step.targets, names: step.names, addresses: CurlAddresses(step.addresses))
    }

    package func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        await client.perform(action, on: target, timeout: timeout)
    }

    package func examine(_ target: Target, timeout: Duration) async -> Examination {
        await client.examine(target, timeout: timeout)
    }

    package func review(_ action: ActionTemplate, on target: Target) -> [Diagnostic] {
        client.review(action, on: target)
    }

    package func command(for action: Action, on target: Target?) -> String? {
        client.command(for: action, on: target)
    }
}
