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
        for id in only { chosen.insert(try StepSelection.index(of: id, in: binding, option: "--only")) }
        if let first {
            let start = try StepSelection.index(of: first, in: binding, option: "--from")
            chosen.formUnion(binding.steps.indices.filter { $0 >= start })
        }
        let named = chosen
        var lacks: [Lack] = []
        StepSelection.complete(&chosen, in: binding, lacking: &lacks)
        guard lacks.isEmpty else {
            // The steps that the advice adds need values, too.
            var all = named
            var more = lacks
            while !more.isEmpty {
                all.formUnion(more.map(\.giver))
                var completed = all
                more = []
                StepSelection.complete(&completed, in: binding, lacking: &more)
            }
            throw StepSelection.refusal(lacks, choosing: all.sorted(), in: binding)
        }
        omitted = binding.steps.indices.filter { !chosen.contains($0) }.map { binding.steps[$0].id }
        reason = only.isEmpty ? "--from \(first ?? "")" : "--only \(only.joined(separator: ","))"
    }

    private static func index(of id: String, in binding: Binding, option: String) throws(Refusal) -> Int {
        if let index = binding.steps.firstIndex(where: { $0.id == id }) { return index }
        let shown = VisibleText.visible(id)
        // The number is what the lines of a run show.
        if let step = binding.steps.first(where: { $0.step.number == id }) {
            throw Refusal(
                message: "the runbook has no step with the id `\(shown)`; the step with the number \(shown) has the id "
                    + "`\(step.id)`: `\(option) \(step.id)`")
        }
        let known = binding.steps.compactMap { $0.step.id?.value }
        // A number is never a misspelt id.
        let isNumber = id.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let noun = "step with an id"
        throw Refusal(
            message: "the runbook has no step `\(shown)`; "
                + (isNumber
                    ? Suggestion.list(of: known, noun: noun) : Suggestion.help(for: id, among: known, noun: noun)))
    }

    /// A value of a step that is not chosen, because it changes its target.
    private struct Lack {
        let step: Int
        let giver: Int
        let value: String
    }

    /// Adds the checks of manual steps, which belong to them, and the steps that only read and give a value.
    private static func complete(_ chosen: inout Set<Int>, in binding: Binding, lacking lacks: inout [Lack]) {
        let manual = Set(chosen.map { binding.steps[$0].index })
        chosen.formUnion(
            binding.steps.indices.filter { binding.steps[$0].step.manualStep.map(manual.contains) ?? false })
        var open = chosen.sorted(by: >)
        while let position = open.popLast() {
            for giver in givers(for: position, among: chosen, in: binding, lacking: &lacks)
            where chosen.insert(giver).inserted {
                open.append(giver)
            }
        }
    }

    /// The steps that give a chosen step its values, and that only read.
    private static func givers(
        for position: Int, among chosen: Set<Int>, in binding: Binding, lacking lacks: inout [Lack]
    ) -> [Int] {
        var needed: [Int] = []
        for use in binding.steps[position].uses where use.purpose != .shown {
            let all = binding.names.givers(of: use.name)
            let givers = all.compactMap(\.step).filter { $0 != position }
            // A declared parameter may have its value without the step.
            if givers.isEmpty || givers.contains(where: chosen.contains) || all.contains(.parameter) { continue }
            needed += givers.filter { binding.steps[$0].effect == .read }
            if needed.contains(where: givers.contains) { continue }
            lacks.append(Lack(step: position, giver: givers[0], value: use.name))
        }
        return needed
    }

    private static func refusal(_ lacks: [Lack], choosing all: [Int], in binding: Binding) -> Refusal {
        var told: [String] = []
        for lack in lacks {
            let need =
                "the step `\(binding.steps[lack.step].id)` needs `\(lack.value)` of the step "
                + "`\(binding.steps[lack.giver].id)`"
            if !told.contains(need) { told.append(need) }
        }
        let rest = told.count > 3 ? ["\(told.count - 3) more steps need values"] : []
        let isOne = Set(lacks.map(\.giver)).count == 1
        let what = isOne ? "which is not chosen and changes its target" : "and these are not chosen and change targets"
        return Refusal(
            message: (told.prefix(3) + rest).joined(separator: ", ") + ", \(what); choose all of them: `--only "
                + all.map { binding.steps[$0].id }.joined(separator: ",") + "`")
    }
}
