import OrderedJSON
import RunbookModel
import RunbookRun

extension Runner {
    /// The most values of a filter that are shown.
    private static let mostShown = 50

    /// The line that `show=FILTER` asks for, without secrets; nil where nothing is asked for.
    ///
    /// The error of a filter is shown instead: what is only shown fails no step.
    func shown(_ responses: StepResponses, of step: ScopedStep, by judge: StepJudge) async -> String? {
        guard case .filter(let filter)? = step.bound.step.keys.show else { return nil }
        if responses.isWithheld { return Masker.replacement }
        switch await judge.outputs(of: filter, on: responses.value, engine: responses.variables) {
        case .failure(let failure): return rendering(step).word("the filter of `show` failed: \(failure.message)")
        case .success(let outputs):
            let values = outputs.flatMap { $0.array ?? [$0] }
            let texts = values.prefix(Runner.mostShown).map { $0.string ?? $0.text() }
            let rest = values.count - texts.count
            let text = texts.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
            return rendering(step).word(text.isEmpty ? "nothing" : text)
        }
    }
}
