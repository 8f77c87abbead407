import OrderedJSON
package import RunbookModel
import RunbookPlugin

/// Gives the steps of a runbook their handlers, requests and identities, and finds what is wrong; pure.
package struct Binder {
    let runbook: Runbook
    let registry: HandlerRegistry
    private let parts: [Int: IncludedPart]
    private let names: [String]
    /// The addresses that mean a target, by the target's name.
    private let addresses: [String: [String]]
    /// Whether what is bound is outside the run.
    private var isOutside = false
    private var identities = StepIdentity()
    private var diagnostics: [Diagnostic] = []

    /// Binds a runbook to the handlers of a registry.
    ///
    /// - Parameter parts: What its includes run, by the position of the step; one that could not be read is missing.
    package static func bind(
        _ runbook: Runbook, to registry: HandlerRegistry, including parts: [Int: IncludedPart] = [:]
    ) -> Binding {
        var binder = Binder(runbook: runbook, registry: registry, parts: parts)
        binder.checkTargets()
        var steps: [BoundStep] = []
        for (index, step) in runbook.steps.enumerated() { steps.append(binder.bind(step, at: index)) }
        binder.linkUnless(&steps)
        binder.isOutside = true
        let undos = binder.bindUndos(of: steps)
        let troubleshooting = binder.bindTroubleshooting(of: steps)
        let outside = undos.map(\.bound) + troubleshooting.flatMap { $0.items.compactMap(\.check) }
        let (names, nameProblems) = NameCheck.check(steps, beside: outside, of: runbook, registry: registry)
        let (order, orderProblems) = StepOrder.order(steps, names: names)
        let problems = binder.diagnostics + binder.identities.diagnostics + nameProblems + orderProblems
        var binding = Binding(
            runbook: runbook, steps: steps, order: order, names: names, diagnostics: problems.inOrder)
        binding.undos = undos
        binding.troubleshooting = troubleshooting
        return binding
    }

    private init(runbook: Runbook, registry: HandlerRegistry, parts: [Int: IncludedPart]) {
        self.runbook = runbook
        self.registry = registry
        self.parts = parts
        names = runbook.valueNames
        addresses = Binder.addresses(of: runbook, registry)
    }

    mutating func report(_ code: String, _ message: String, at span: SourceSpan?, help: String) {
        diagnostics.append(Diagnostic(code, message, at: span, help: help))
    }

    mutating func add(_ more: [Diagnostic]) { diagnostics += more }

    /// Reports a word that a plugin may know which this command was not given.
    mutating func reportUnknown(
        _ code: String, _ message: String, _ word: String, at span: SourceSpan, among known: [String], noun: String
    ) {
        var problem = Diagnostic(
            code, message, at: span, help: Suggestion.help(for: word, among: known, noun: noun))
        if Suggestion.nearest(to: word, among: known) == nil { problem.help.append(Binder.pluginHelp) }
        add([problem])
    }

    /// What to do when a plugin is missing.
    static let pluginHelp = "if a plugin supports it, add `--plugin-dir DIR`"

    mutating func warn(_ code: String, _ message: String, at span: SourceSpan?, help: String) {
        diagnostics.append(Diagnostic(code, .warning, message, at: span, help: help))
    }

    // MARK: Targets

    private mutating func checkTargets() {
        for target in runbook.declaration.targets {
            guard let kind = registry.targetKind(target.kind.value) else {
                reportUnknown(
                    "target/unknown-kind", "unknown kind of target: `\(target.kind.value)`", target.kind.value,
                    at: target.kind.span, among: registry.targetKinds, noun: "kind")
                continue
            }
            for (name, _) in target.requirements where kind.requirement(name.value) == nil {
                report(
                    "target/unknown-key", "a target of the kind `\(kind.name)` has no `\(name.value)`", at: name.span,
                    help: Suggestion.help(
                        for: name.value, among: kind.requirements.map(\.name) + ["kind", "description"], noun: "key"))
            }
            let names = runbook.declaration.targets.map(\.name.value)
            for (name, value) in target.requirements {
                guard let problem = kind.requirement(name.value)?.problem(with: value.value, targets: names) else {
                    continue
                }
                report("target/requirement", problem.message, at: value.span, help: problem.help)
            }
        }
        checkAddresses()
    }

    /// An address in the document means one target.
    private mutating func checkAddresses() {
        var owners: [String: String] = [:]
        for target in runbook.declaration.targets {
            guard let kind = registry.targetKind(target.kind.value) else { continue }
            for (name, value) in target.requirements where kind.requirement(name.value)?.form == .addresses {
                for text in (value.value.array ?? [value.value]).compactMap(\.string) {
                    guard let owner = owners.updateValue(target.name.value, forKey: text) else { continue }
                    report(
                        "target/requirement", "`\(VisibleText.visible(text))` is already an address of `\(owner)`",
                        at: value.span, help: "an address may belong to one target only: remove it from one of the two")
                }
            }
        }
    }

    // MARK: Steps

    private mutating func bind(_ step: Step, at index: Int) -> BoundStep {
        checkKeys(of: step)
        if let include = step.include { return bind(include, of: step, at: index) }
        guard let block = step.block else {
            let parts = ["manual", folded(step.prose.source)]
            var bound = BoundStep(
                id: identity(of: step, parts: parts), index: index, step: step, handler: nil, targets: [], actions: [],
                statuses: [], effect: .read)
            bound.sent = parts
            return bound
        }
        let targets = targets(of: step)
        let taker = taker(of: block, step: step, targets: targets)
        let handler = taker?.handler
        var preparation = Preparation(actions: [])
        if let handler {
            checkOtherKeys(of: step, known: handler.manifest.keys.map(\.name))
            checkTiming(of: step, waits: handler.manifest.waits)
            preparation = handler.prepare(
                StepDraft(
                    language: block.language, text: block.text, operation: taker?.operation, keys: step.keys.others,
                    isVerify: step.role == .verify, targets: targets, names: names, addresses: addresses))
            diagnostics += preparation.diagnostics + CommandCheck.diagnostics(of: block, preparation)
        }
        let effect = effect(of: step, preparation: preparation)
        let keys = step.keys.others.map { "\($0.name.value)=\($0.value?.value ?? "")" }
        let sent = [handler?.manifest.name ?? block.language.value] + keys + [block.text.text]
        let parts = [sent[0], targets.joined(separator: ",")] + sent.dropFirst()
        let id = identity(of: step, parts: parts)
        let own = preparation.actions.map(\.effect).max() ?? .read
        var bound = BoundStep(
            id: id, index: index, step: step, handler: handler, targets: targets,
            actions: preparation.mayLowerEffect && step.keys.effect != nil
                ? preparation.actions.map { $0.effect > .read ? $0.with(effect: effect) : $0 } : preparation.actions,
            statuses: preparation.statuses, effect: effect)
        bound.isLowered = effect < own
        bound.mayLowerEffect = preparation.mayLowerEffect
        bound.sent = sent
        return bound
    }

    private mutating func bind(_ include: Include, of step: Step, at index: Int) -> BoundStep {
        let passings = include.passings.map { "\($0.theirs.value)=\($0.ours.value)" }.sorted()
        let id = identity(of: step, parts: ["include", include.link] + passings)
        var included: Binding?
        if let part = parts[index] {
            let (binding, problems) = IncludeBinder.bind(part, of: step, include, in: runbook, to: registry)
            diagnostics += problems
            included = binding?.grouped(under: id)
        }
        return BoundStep(
            id: id, index: index, step: step, handler: nil, targets: [], actions: [], statuses: [], effect: .read,
            included: included)
    }

    /// Binds what is outside the run.
    mutating func bindOutside(_ step: Step) -> BoundStep { bind(step, at: runbook.steps.count) }

    private mutating func identity(of step: Step, parts: [String]) -> String {
        isOutside ? "outside" : identities.identity(of: step, slug: slug(of: step), parts: parts)
    }

    private func slug(of step: Step) -> String {
        step.section.map { runbook.sections[$0].slug } ?? ""
    }

    private func folded(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    /// The target that a step's own text means, by an address that is declared for it.
    private func targetMeant(by step: Step) -> String? {
        guard let block = step.block else { return nil }
        let draft = StepDraft(
            language: block.language, text: block.text, keys: step.keys.others, isVerify: step.role == .verify,
            targets: runbook.declaration.targets.map(\.name.value), names: names, addresses: addresses)
        let takers = registry.handlers.filter { handler in
            handler.manifest.languages.contains { $0.name == block.language.value }
        }
        return takers.lazy.compactMap { $0.target(meantBy: draft) }.first { runbook.declaration.target($0) != nil }
    }

    private static func addresses(of runbook: Runbook, _ registry: HandlerRegistry) -> [String: [String]] {
        var addresses: [String: [String]] = [:]
        for target in runbook.declaration.targets {
            guard let kind = registry.targetKind(target.kind.value) else { continue }
            for (name, value) in target.requirements where kind.requirement(name.value)?.form == .addresses {
                addresses[target.name.value] = (value.value.array ?? [value.value]).compactMap(\.string)
            }
        }
        return addresses
    }

    private mutating func targets(of step: Step) -> [String] {
        let declared = runbook.declaration.targets.map(\.name.value)
        if step.keys.targets.isEmpty {
            if declared.count == 1 { return declared }
            if let target = targetMeant(by: step) { return [target] }
            report(
                "target/missing", "this step does not say which target it uses", at: step.span,
                help: declared.isEmpty
                    ? "declare a target in the fence `yaml runbook`, and write its name in `on=`"
                    : "add `on=` with one of \(declared.map { "`\($0)`" }.joined(separator: ", ")), or write "
                        + "`<!-- runbook: on=\(declared[0]) -->` below a heading, for all steps there")
            return []
        }
        var known: [String] = []
        for target in step.keys.targets {
            if !declared.contains(target.value) {
                report(
                    "target/unknown", "the runbook has no target `\(target.value)`", at: target.span,
                    help: Suggestion.help(for: target.value, among: declared, noun: "target"))
            } else if known.contains(target.value) {
                report(
                    "target/duplicate", "`on=` contains the target `\(target.value)` twice", at: target.span,
                    help: "write it once")
            } else {
                known.append(target.value)
            }
        }
        return known
    }

    /// The handler that takes a block, and the name by which the block asks for it.
    private mutating func taker(
        of block: Step.Block, step: Step, targets: [String]
    ) -> (handler: any Handler, operation: Located<String>?)? {
        let kind = targets.first.flatMap { runbook.declaration.target($0)?.kind.value }
        if let kind, registry.targetKind(kind) != nil, isMixed(targets, kind, of: step) { return nil }
        if block.language.value == "yaml", let uses = UsesLine(block.text.text) {
            return self.handler(named: uses, of: block.text, kind: kind).map { ($0.handler, $0.operation) }
        }
        guard let kind, registry.targetKind(kind) != nil else { return nil }
        return handler(for: block, kind: kind).map { ($0, nil) }
    }

    private mutating func isMixed(_ targets: [String], _ kind: String, of step: Step) -> Bool {
        guard let first = targets.first,
            let other = targets.dropFirst().first(where: { runbook.declaration.target($0)?.kind.value != kind })
        else { return false }
        report(
            "target/mixed-kinds", "the targets `\(first)` and `\(other)` have different kinds", at: step.span,
            help: "all targets of a step must have the same kind; write one step for each kind")
        return true
    }

    private mutating func handler(for block: Step.Block, kind: String) -> (any Handler)? {
        let language = block.language.value
        let isRequest = RequestLine.begins(block.text.text)
        if let handler = registry.handler(language: language, targetKind: kind, beginsWithRequest: isRequest) {
            return handler
        }
        let languages = registry.languages(forTargetKind: kind)
        let isKnown = languages.contains(language)
        if isKnown {
            report(
                "fence/language",
                "a `\(language)` block on a target of the kind `\(kind)` must start with `METHOD path`",
                at: block.language.span, help: "write the request line first, or use the language `console`")
        } else {
            reportUnknown(
                "fence/language", "no handler supports `\(language)` blocks for a target of the kind `\(kind)`",
                language,
                at: block.language.span, among: languages, noun: "language")
        }
        return nil
    }

    private mutating func effect(of step: Step, preparation: Preparation) -> Effect {
        let own = preparation.actions.map(\.effect).max() ?? .read
        let effect = declaredEffect(of: step, own: own, mayLower: preparation.mayLowerEffect)
        if step.role == .verify, effect > .read, let action = preparation.actions.first(where: { $0.effect > .read }) {
            report(
                "verify/not-read",
                "a `verify` may only read, but the effect of `\(action.title.source)` is \(action.effect.rawValue)",
                at: action.span,
                help: preparation.mayLowerEffect
                    ? "if it only reads, write `effect=read`; otherwise make the block a `run`"
                    : "make the block a `run`, or use a request that only reads")
        }
        return effect
    }

    /// What `effect=` makes of the effect that the handler says.
    private mutating func declaredEffect(of step: Step, own: Effect, mayLower: Bool) -> Effect {
        guard let declared = step.keys.effect else { return own }
        if declared.value < own && !mayLower {
            report(
                "effect/lowered",
                "the effect of this step is `\(own.rawValue)`; `effect=` may lower it only if the handler "
                    + "cannot determine it",
                at: declared.span, help: "remove `effect=\(declared.value.rawValue)`")
            return own
        }
        if step.role == .verify, declared.value > .read {
            report(
                "verify/not-read", "a `verify` may only read, but `effect=` says that it does more",
                at: declared.span, help: "make the block a `run`, or remove `effect=\(declared.value.rawValue)`")
            return own
        }
        if declared.value == .read, own > .read, let text = step.block?.text.text,
            let command = LoweredEffect.command(in: text)
        {
            warn(
                "effect/doubtful", "`effect=read`, but `\(command)` changes something", at: declared.span,
                help: "remove `effect=read`, so that people are asked and a plan shows what is changed")
        }
        return declared.value
    }
}
