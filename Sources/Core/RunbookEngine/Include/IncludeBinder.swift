import RunbookModel

/// Binds what an include runs, in the names of the document that includes it.
struct IncludeBinder {
    private let step: Step
    private let include: Include
    private let part: IncludedPart
    private let outer: Runbook
    private let binding: Binding
    private(set) var diagnostics: [Diagnostic] = []
    private var targets: [String: String] = [:]
    private var parameters: [String: String] = [:]

    /// Binds a part.
    ///
    /// - Parameter outer: The document that includes it.
    /// - Returns: The bound part; nil when it cannot be run there.
    static func bind(
        _ part: IncludedPart, of step: Step, _ include: Include, in outer: Runbook, to registry: HandlerRegistry
    ) -> (Binding?, [Diagnostic]) {
        let binding = Binder.bind(part.runbook, to: registry, including: part.parts)
        var binder = IncludeBinder(step: step, include: include, part: part, outer: outer, binding: binding)
        binder.passTargets()
        binder.passParameters()
        binder.checkPassings()
        binder.checkPlaces()
        binder.checkBinding()
        if binder.diagnostics.contains(where: { $0.severity == .error }) { return (nil, binder.diagnostics) }
        return (binder.bound, binder.diagnostics)
    }

    private init(step: Step, include: Include, part: IncludedPart, outer: Runbook, binding: Binding) {
        self.step = step
        self.include = include
        self.part = part
        self.outer = outer
        self.binding = binding
    }

    private var bound: Binding {
        // No name can be called so: a value that nobody passes is the document's own.
        let own = part.runbook.declaration.parameters.map { ($0.name.value, "(default)") }
        var bound = binding.placed(
            on: targets, taking: Dictionary(own) { first, _ in first }.merging(parameters) { $1 })
        bound.inclusion = Inclusion(
            path: part.path, name: part.name,
            headings: (step.section.map { outer.sections[$0].path } ?? []).map { outer.sections[$0].title },
            omittedHeadings: part.section.map { part.runbook.sections[$0].path.count - 1 } ?? 0, targets: targets,
            parameters: parameters)
        return bound
    }

    private mutating func report(
        _ code: String, _ message: String, at span: SourceSpan, help: String, related: [Diagnostic.Related] = []
    ) {
        diagnostics.append(Diagnostic(code, .error, message, at: span, help: help, related: related))
    }

    private var link: String { VisibleText.visible(include.link) }

    private func passing(_ theirs: String) -> Include.Passing? {
        include.passings.last { $0.theirs.value == theirs }
    }

    // MARK: Names

    /// The names that the steps of the part use.
    private var used: Set<String> {
        var names = Set(binding.steps.flatMap { $0.uses.map(\.name) })
        for bound in binding.steps {
            names.formUnion(bound.targets)
            names.formUnion(bound.step.keys.alternatives.map(\.parameter.value))
            names.formUnion(bound.included?.inclusion?.targets.values.map(\.self) ?? [])
        }
        return names
    }

    private mutating func passTargets() {
        let used = used
        for target in part.runbook.declaration.targets {
            let theirs = target.name.value
            let given = passing(theirs)?.ours
            let ours = given?.value ?? theirs
            guard let own = outer.declaration.target(ours) else {
                if given == nil, !used.contains(theirs) { continue }
                report(
                    "include/target",
                    given == nil
                        ? "`\(link)` uses the target `\(theirs)`, which this document does not declare"
                        : "the runbook has no target `\(ours)`",
                    at: given?.span ?? include.file.span,
                    help: given == nil
                        ? "declare it, or write the name of a target of this document: `include \(theirs)=OURS`"
                        : Suggestion.help(
                            for: ours, among: outer.declaration.targets.map(\.name.value), noun: "target"))
                continue
            }
            guard own.kind.value == target.kind.value else {
                report(
                    "include/target",
                    "`\(theirs)` of `\(link)` has the kind `\(target.kind.value)`, but `\(ours)` has the kind "
                        + "`\(own.kind.value)`",
                    at: given?.span ?? include.file.span,
                    help: "write the name of another target of this document: `include \(theirs)=OURS`")
                continue
            }
            targets[theirs] = ours
        }
    }

    private mutating func passParameters() {
        let used = used
        for parameter in part.runbook.declaration.parameters {
            let theirs = parameter.name.value
            if let given = passing(theirs)?.ours {
                if outer.valueNames.contains(given.value), outer.declaration.target(given.value) == nil {
                    parameters[theirs] = given.value
                } else {
                    report(
                        "include/parameter", "unknown value `\(given.value)`", at: given.span,
                        help: Suggestion.help(for: given.value, among: outer.valueNames, noun: "value"))
                }
            } else if outer.declaration.parameter(theirs) != nil {
                parameters[theirs] = theirs
            } else if parameter.defaultValue == nil, used.contains(theirs) {
                report(
                    "include/parameter", "the parameter `\(theirs)` of `\(link)` has no value",
                    at: include.file.span,
                    help:
                        "declare a parameter `\(theirs)`, or write the name of a value of this document: "
                        + "`include \(theirs)=OURS`",
                    related: [Diagnostic.Related(span: parameter.name.span, message: "it is declared here")])
            }
        }
    }

    private mutating func checkPassings() {
        let declaration = part.runbook.declaration
        let names = declaration.targets.map(\.name.value) + declaration.parameters.map(\.name.value)
        for passing in include.passings {
            let theirs = passing.theirs
            if !names.contains(theirs.value) {
                report(
                    "include/passing", "`\(link)` declares no target and no parameter `\(theirs.value)`",
                    at: theirs.span, help: Suggestion.help(for: theirs.value, among: names, noun: "name"))
            }
        }
    }

    /// A step acts on each of its targets once, so two of them cannot be one.
    private mutating func checkPlaces() {
        for bound in binding.placed(on: targets).allSteps where Set(bound.places).count < bound.places.count {
            report(
                "include/target", "two targets of a step of `\(link)` are the same target in this document",
                at: include.file.span,
                help: "pass another target",
                related: [Diagnostic.Related(span: bound.step.span, message: "this step uses both")])
            return
        }
    }

    // MARK: What is wrong inside

    private mutating func checkBinding() {
        if binding.steps.isEmpty {
            report(
                "include/empty", "`\(link)` has no step", at: include.file.span,
                help: "link to a section with a step")
        }
        // A section does not use all that its document declares.
        let lines = part.section.map(part.runbook.lines)
        diagnostics += binding.diagnostics.filter { problem in
            problem.severity == .warning && problem.span.flatMap { lines?.contains($0.start.line) } ?? true
        }
        let errors = binding.diagnostics.filter { $0.severity == .error }
        guard let first = errors.first else { return }
        report(
            "include/unusable", "`\(link)` cannot be run here: \(first.message)", at: include.file.span,
            help: part.section == nil
                ? "see `runbook check \(VisibleText.visible(part.runbook.source.file))`"
                : "a section runs without the rest of its document: link to a section that needs no other values",
            related: errors.prefix(5).compactMap { problem in
                problem.span.map { Diagnostic.Related(span: $0, message: problem.message) }
            })
    }
}
