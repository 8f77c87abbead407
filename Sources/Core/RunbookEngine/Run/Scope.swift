package import RunbookModel
package import RunbookRun

/// What the steps of one document are run by: decided before the run begins, and never changed in it.
///
/// A run has one scope for each of its documents; each step travels with its own.
package struct Scope: Sendable {
    /// The document of a scope.
    package struct Document: Sendable, Hashable {
        /// Which of the run's documents it is; see `RunStart.documents`.
        package let position: Int
        /// The file as the user named it.
        package let file: String
        /// The SHA-256 of its text.
        package let sha256: String

        /// Makes a document.
        package init(position: Int = 0, file: String, sha256: String) {
            self.position = position
            self.file = file
            self.sha256 = sha256
        }
    }

    /// The document.
    package let document: Document
    /// The bound runbook; runnable.
    package let binding: Binding
    /// The targets with their connection data by name.
    package let targets: [String: Target]
    /// The targets that the environment lacks and may lack; steps on them are skipped.
    package let absent: Set<String>
    /// The values of parameters and the properties of targets, as the run begins.
    package let values: ValueStore
    /// The chosen values of the parameters that `if` names.
    package let choice: [String: String]
    /// What is decided about questions without asking.
    package let policy: GatePolicy
    /// The names that some step uses; the results of other steps need not be kept.
    let usedNames: Set<String>
    /// The documents that its includes run, by the position of the step.
    package let includes: [Int: Scope]
    /// The names among the values of this document that the one uses which includes it.
    let namesUsedOutside: Set<String>
    /// The positions of the checks inside manual steps, by the position of the manual step.
    private let checks: [Int: [Int]]

    /// Makes a scope.
    ///
    /// - Parameters:
    ///   - includes: The documents that its includes run, by the position of the step.
    ///   - namesUsedOutside: The names among its values that the document uses which includes it.
    package init(
        document: Document, binding: Binding, targets: [String: Target], absent: Set<String> = [], values: ValueStore,
        choice: [String: String], policy: GatePolicy, includes: [Int: Scope] = [:], namesUsedOutside: Set<String> = []
    ) {
        self.includes = includes
        self.namesUsedOutside = namesUsedOutside
        self.document = document
        self.binding = binding
        self.targets = targets
        self.absent = absent
        self.values = values
        self.choice = choice
        self.policy = policy
        usedNames = Set((binding.steps + binding.outside).lazy.flatMap { $0.uses.lazy.map(\.name) })
            .union(namesUsedOutside)
        checks = Dictionary(grouping: binding.steps.lazy.filter { $0.step.manualStep != nil }) {
            $0.step.manualStep ?? 0
        }.mapValues { $0.map(\.index) }
    }

    /// Whether a name is that of a parameter.
    func isParameter(_ name: String) -> Bool { binding.runbook.declaration.parameter(name) != nil }

    /// The step at a position of the document.
    func step(_ index: Int) -> ScopedStep { ScopedStep(scope: self, bound: binding.steps[index]) }

    /// The checks inside a manual step.
    func checks(of manual: BoundStep) -> [ScopedStep] { (checks[manual.index] ?? []).map(step) }

    /// It, and the documents that its includes run, each before those that it includes itself.
    package var all: [Scope] { [self] + binding.steps.flatMap { includes[$0.index]?.all ?? [] } }

    /// All its steps, those of an include before the include itself, which ends when they have.
    var allSteps: [ScopedStep] {
        binding.steps.flatMap { bound in
            (includes[bound.index]?.allSteps ?? []) + [ScopedStep(scope: self, bound: bound)]
        }
    }

    /// The steps as reports and terminals show them, public values filled in; those of an include behind it.
    package var outline: Outline { Outline(title: binding.runbook.title, steps: outlineSteps) }

    private var outlineSteps: [OutlineStep] {
        binding.steps.flatMap { [outline($0)] + (includes[$0.index]?.outlineSteps ?? []) }
    }

    /// A step as reports and terminals show it.
    func outline(_ bound: BoundStep) -> OutlineStep {
        let step = bound.step
        func shown(_ template: Template) -> String { values.masker.masked(template.shown(values.publicValue)) }
        let template = bound.actions.map { action in
            ([action.title.source] + action.fields.filter { $0.name == "body" }.map(\.template.source))
                .filter { !$0.isEmpty }.joined(separator: "\n")
        }
        let link = step.include.map { [$0.link] } ?? []
        return OutlineStep(
            heading: bound.heading(in: binding, title: shown(step.title)), prose: shown(step.prose),
            template: (template + link).joined(separator: "\n\n"),
            within: step.keys.within?.value ?? (step.role == .verify ? StepTiming.within : nil),
            document: document.position, checks: step.shownChecks(shown), showsResponse: step.showsResponse)
    }
}
