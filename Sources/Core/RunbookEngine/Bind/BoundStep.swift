package import RunbookModel
package import RunbookPlugin
import RunbookRun

/// A step with its handler, its requests and its identity: ready to be ordered, planned and run.
package struct BoundStep: Sendable {
    /// The identity: the author's id, else the section and a hash of what is sent.
    package internal(set) var id: String
    /// The position in the document, from 0.
    package let index: Int
    /// The step as it was written.
    package let step: Step
    /// What carries it out; nil for a manual step, and where none was found.
    package let handler: (any Handler)?
    /// The names of its targets, as its document has them.
    package internal(set) var targets: [String]
    /// The same targets by the names that they have in the run: those of the document that was asked for.
    package internal(set) var places: [String]
    /// Its requests, made on each target in this order.
    package let actions: [ActionTemplate]
    /// The statuses it accepts; empty for the verdict `success`.
    package let statuses: [String]
    /// The greatest effect: of its requests, or what `effect=` raises it to.
    package let effect: Effect
    /// Whether `effect=` says that it does less than its handler takes it to do.
    package var isLowered = false
    /// Whether its author may say that it does less: the handler cannot tell.
    package internal(set) var mayLowerEffect = false
    /// Where the step and what is asked of its answer use values, in the order of the text looked at.
    package let uses: [ValueUse]
    /// What its own text says of what is sent: handler, the handler's keys and the body; of a manual step its text.
    var sent: [String] = [] { didSet { fingerprint = makeFingerprint() } }
    /// What whoever includes it calls the values and targets that it uses, by its own names for them; what is not there
    /// is called the same.
    private(set) var givenNames: [String: String] = [:]
    /// The hash of what decides what is sent: what its own text says, its targets in the run, and where the values come
    /// from that an include gives it.
    package private(set) var fingerprint = ""
    /// The position of the `verify` that makes it needless.
    package var unless: Int?
    /// The name under which others use its result: its id.
    package var resultName: String? { step.id?.value }
    /// What an include runs, its steps under this one's identity; nil for every other step.
    package internal(set) var included: Binding?

    /// Makes a bound step.
    package init(
        id: String, index: Int, step: Step, handler: (any Handler)?, targets: [String], actions: [ActionTemplate],
        statuses: [String], effect: Effect, included: Binding? = nil
    ) {
        self.included = included
        self.id = id
        self.index = index
        self.step = step
        self.handler = handler
        self.targets = targets
        places = targets
        self.actions = actions
        self.statuses = statuses
        self.effect = effect
        uses = ValueUse.all(of: step, actions: actions) + (included.map { ValueUse.passed(to: $0, by: step) } ?? [])
    }

    private func makeFingerprint() -> String {
        guard let first = sent.first else { return "" }
        let own = step.block == nil ? sent : [first, places.joined(separator: ",")] + sent.dropFirst()
        return StepIdentity.hash(own + given(for: namesSent))
    }

    /// Takes the names of whoever includes it for the targets and values that it uses.
    ///
    /// - Parameters:
    ///   - targets: What each target is called there.
    ///   - values: What each parameter is called there.
    mutating func take(targets: [String: String], values: [String: String]) {
        places = places.map { targets[$0] ?? $0 }
        for name in namesSent.union(namesJudged) {
            let known = givenNames[name] ?? name
            let given = values[known] ?? targets[known] ?? known
            givenNames[name] = given == name ? nil : given
        }
        fingerprint = makeFingerprint()
    }

    /// Whether a person is asked before anything is sent.
    package var isGated: Bool {
        step.role == .manual || step.keys.confirm != nil || effect >= .destroy
            || included?.steps.contains(where: \.isGated) ?? false
    }

    /// Why a person is asked before it sends something, all at once; a manual step is another matter.
    var gateKinds: [Question.Kind] {
        var kinds: [Question.Kind] = []
        if step.keys.confirm != nil { kinds.append(.confirm) }
        // What takes steps back is asked about once, for the whole list of it.
        if step.role == .undo { return kinds }
        if effect == .destroy { kinds.append(.destroy) }
        if effect == .spend { kinds.append(.spend) }
        return kinds
    }

    /// What is asked of the person who does a manual step.
    var manualKinds: [Question.Kind] { step.keys.confirm == nil ? [.manual] : [.confirm, .manual] }

    /// What a person reads who does a manual step: its text, and the question of `confirm=`.
    var manualText: Template {
        guard let confirm = step.keys.confirm else { return step.prose }
        return Template(step.prose.segments + [.literal("\n\n")] + confirm.segments)
    }

    /// What a person types to agree to what is dear: the names of its targets.
    var typedAnswer: String? { effect >= .destroy ? places.joined(separator: ",") : nil }

    /// What tells it from others wherever it is shown.
    ///
    /// - Parameter title: Its title, as far as the values in it are known.
    package func heading(in binding: Binding, title: String) -> StepHeading {
        let sections = binding.runbook.sections
        let path = step.section.map { sections[$0].path } ?? []
        let inclusion = binding.inclusion
        return StepHeading(
            id: id, role: step.role, title: title, number: step.number,
            section: (inclusion?.headings ?? [])
                + path.dropFirst(inclusion?.omittedHeadings ?? 0).map { sections[$0].title },
            line: step.span.start.line, effect: effect, isLowered: isLowered,
            targets: places)
    }
}
