package import RunbookModel

/// A runbook whose steps have handlers, requests and identities, and everything that is wrong with it.
package struct Binding: Sendable {
    /// The runbook as it was written.
    package let runbook: Runbook
    /// The steps in document order.
    package let steps: [BoundStep]
    /// The positions of the steps in the order they run.
    package let order: [Int]
    /// Who gives which value.
    package let names: NameTable
    /// What is wrong.
    package let diagnostics: [Diagnostic]
    /// What takes its steps back, in document order.
    package internal(set) var undos: [BoundUndo] = []
    /// Its sections that find causes, in document order.
    package internal(set) var troubleshooting: [BoundTroubleshooting] = []
    /// How another document includes it; nil for a document of its own.
    package var inclusion: Inclusion?

    /// Whether nothing is wrong that keeps it from running.
    package var isRunnable: Bool { !diagnostics.contains { $0.severity == .error } }

    /// It, and all that it includes, each before what it includes itself.
    package var all: [Binding] { [self] + steps.flatMap { $0.included?.all ?? [] } }

    /// Its steps, each before those that it includes.
    package var allSteps: [BoundStep] { steps.flatMap { [$0] + ($0.included?.allSteps ?? []) } }

    /// What is outside the run: what takes steps back, and what finds causes.
    var outside: [BoundStep] { undos.map(\.bound) + troubleshooting.flatMap { $0.items.compactMap(\.check) } }

    /// All filters with their places.
    package var filters: [Filter] { (steps + outside).flatMap(\.filters) }

    /// The names that filters may use, sorted.
    package var variables: [String] { Set(names.names + outside.flatMap(\.captureNames)).sorted() }
}

extension BoundStep {
    /// The filters of the step in the order they stand.
    package var filters: [Filter] {
        var filters = step.keys.conditions
        for check in step.checks {
            switch check {
            case .expect: break
            case .assert(let lines): filters += lines
            case .capture(let captures): filters += captures.map(\.filter)
            }
        }
        if let same = step.keys.same { filters.append(same) }
        if case .filter(let shown)? = step.keys.show { filters.append(shown) }
        return filters
    }
}
