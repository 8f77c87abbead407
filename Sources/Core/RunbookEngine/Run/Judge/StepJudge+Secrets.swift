import OrderedJSON
import RunbookModel
import RunbookRun

extension StepJudge {
    /// Whether a capture takes a secret: its author says so, or its filter names one.
    func isSecret(_ capture: Capture) -> Bool { capture.isSecret || values.isSecretFilter(capture.filter.text) }

    /// Whether a capture of the step takes a secret, so that a response that no capture has read may hold it.
    var takesSecret: Bool { bound.captures.contains(where: isSecret) }

    /// What is kept of responses that hold a secret.
    var needed: NeededResponse { NeededResponse(bound, isSecret: isSecret) { values.value($0) } }

    /// What the step's secret captures find in responses, of which some may not be there yet, and the texts of the
    /// responses that it was made of; nil when a filter fails, or finds nothing where it should, so that nobody can tell
    /// what is secret in them.
    ///
    /// Answers are kept and failures told before captures are taken, and also when they never are.
    func secrets(in responses: StepResponses) async -> [JSON]? {
        guard takesSecret else { return [] }
        var trial = self
        var secrets: [JSON] = []
        for capture in bound.captures {
            guard
                case .success(let outputs) = await trial.outputs(
                    of: capture.filter, on: responses.value, engine: responses.variables)
            else {
                if trial.isSecret(capture) { return nil }
                continue
            }
            if trial.isSecret(capture) {
                if outputs.allSatisfy({ $0.leaves.isEmpty && !$0.holdsTruthValue }) { return nil }
                secrets += outputs
            }
            if let first = outputs.first { trial.add(first, of: capture) }
        }
        // Another capture, or another response, may have a part of it alone.
        let parts = responses.value.parts(of: secrets)
        return parts.isEmpty ? secrets : secrets + parts.map { .string($0) }
    }

    /// An error of a filter, when it cannot hold a part of a secret: errors quote the beginning of values, which no mask
    /// finds.
    func shown(_ failure: FilterFailure, of filter: Filter) -> String {
        isPublic(filter) ? failure.message : "its message is not shown, because it may contain a secret"
    }

    /// What a filter gave, when it cannot be made of a secret.
    func shown(_ value: JSON, of filter: Filter) -> String {
        isPublic(filter) ? value.text() : Masker.replacement
    }

    private func isPublic(_ filter: Filter) -> Bool {
        !values.isSecretFilter(filter.text) && !takesSecret
    }
}
