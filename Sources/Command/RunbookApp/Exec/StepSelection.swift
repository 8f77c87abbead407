package import RunbookEngine
import RunbookModel

/// The steps of a runbook that `--only` and `--from` omit.
///
/// A value that a chosen step needs must be there: a step that only reads and gives it is chosen as well. One that
/// changes its target is not run just because of its value, so it must be chosen by the person.
package struct StepSelection: Sendable {
    /// Why a selection is refused.
    package struct Refusal: Error {
        /// A sentence for the person.
        package let message: String
    }

    /// The identities of the steps that are omitted.
    package let omitted: [String]
    /// What the person said, for the journal.
    package let reason: String

    /// Selects steps.
    ///
    /// - Parameters:
    ///   - only: The ids of the steps that are run; empty for all.
    ///   - first: The id of the first step that is run.
    /// - Throws: ``Refusal`` for an unknown step, or for a value that nothing would give.
    package init(only: [String], from first: String?, of binding: Binding) throws(Refusal) {
        var chosen: Set<Int> = []
        for id in only { chosen.insert(try StepSelection.index(of: id, in: binding)) }
        if let first {
            let start = try StepSelection.index(of: first, in: binding)
            chosen.formUnion(binding.steps.indices.filter { $0 >= start })
        }
        // Checks of a manual step belong to it.
        let manual = Set(chosen.map { binding.steps[$0].index })
        chosen.formUnion(
            binding.steps.indices.filter { binding.steps[$0].step.manualStep.map(manual.contains) ?? false })
        var open = Array(chosen)
        while let position = open.popLast() {
            for giver in try StepSelection.givers(for: position, among: chosen, in: binding)
            where chosen.insert(giver).inserted {
                open.append(giver)
            }
        }
        omitted = binding.steps.indices.filter { !chosen.contains($0) }.map { binding.steps[$0].id }
        reason = only.isEmpty ? "--from \(first ?? "")" : "--only \(only.joined(separator: ","))"
    }

    private static func index(of id: String, in binding: Binding) throws(Refusal) -> Int {
        if let index = binding.steps.firstIndex(where: { $0.id == id }) { return index }
        let known = binding.steps.compactMap { $0.step.id?.value }
        throw Refusal(
            message: "the runbook has no step `\(VisibleText.visible(id))`; "
                + Suggestion.help(for: id, among: known, noun: "step with an id"))
    }

    /// The steps that give a chosen step its values, and that only read.
    private static func givers(
        for position: Int, among chosen: Set<Int>, in binding: Binding
    ) throws(Refusal) -> [Int] {
        var needed: [Int] = []
        for use in binding.steps[position].uses where use.purpose != .shown {
            let all = binding.names.givers(of: use.name)
            let givers = all.compactMap(\.step).filter { $0 != position }
            // A declared parameter may have its value without the step.
            if givers.isEmpty || givers.contains(where: chosen.contains) || all.contains(.parameter) { continue }
            needed += givers.filter { binding.steps[$0].effect == .read }
            guard needed.contains(where: givers.contains) else {
                let (step, giver) = (binding.steps[position].id, binding.steps[givers[0]].id)
                throw Refusal(
                    message: "the step `\(step)` needs `\(use.name)` of the step `\(giver)`, which is not chosen and "
                        + "changes its target; choose both: `--only \(giver),\(step)`")
            }
        }
        return needed
    }
}
