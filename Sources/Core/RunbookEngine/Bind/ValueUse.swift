package import RunbookModel

/// A place where a step uses a value.
package struct ValueUse: Sendable, Hashable {
    /// What the value is used for.
    package enum Purpose: Sendable, Hashable {
        /// It decides whether the step is taken, or is sent, or is asked about; it must be there before the step begins.
        case before
        /// It is compared with the answer; it may be a capture of the same step.
        case after
        /// It is shown to people; the step works without it.
        case shown
    }

    /// The value's name.
    package let name: String
    /// The way into it; empty where a filter uses it.
    package let path: [ValueReference.Component]
    /// Where it is used.
    package let span: SourceSpan
    /// What for.
    package let purpose: Purpose

    init(_ name: String, path: [ValueReference.Component] = [], at span: SourceSpan, _ purpose: Purpose) {
        self.name = name
        self.path = path
        self.span = span
        self.purpose = purpose
    }

    /// All uses of a step.
    static func all(of step: Step, actions: [ActionTemplate]) -> [ValueUse] {
        var uses = step.keys.conditions.flatMap { of($0, .before) }
        uses += actions.flatMap(\.holes).map { of($0, .before) }
        uses += (step.keys.confirm?.holes ?? []).map { of($0, .before) }
        for check in step.checks {
            switch check {
            case .expect(let expectation): uses += expectation.template.holes.map { of($0, .after) }
            case .assert(let filters): uses += filters.flatMap { of($0, .after) }
            case .capture(let captures): uses += captures.flatMap { of($0.filter, .after) }
            }
        }
        uses += (step.keys.same.map { of($0, .after) } ?? [])
        if case .filter(let shown)? = step.keys.show { uses += of(shown, .shown) }
        uses += (step.title.holes + step.prose.holes).map { of($0, .shown) }
        return uses
    }

    /// The values that a step passes to what it includes.
    static func passed(to included: Binding, by step: Step) -> [ValueUse] {
        let span = step.include?.file.span ?? step.span
        return (included.inclusion?.parameters ?? [:]).values.sorted().map { ValueUse($0, at: span, .before) }
    }

    private static func of(_ hole: Hole, _ purpose: Purpose) -> ValueUse {
        ValueUse(hole.reference.name, path: hole.reference.path, at: hole.span, purpose)
    }

    private static func of(_ filter: Filter, _ purpose: Purpose) -> [ValueUse] {
        FilterVariables.references(in: filter.text).filter { !FilterScope.engineNames.contains($0.name) }.map {
            ValueUse($0.name, at: filter.block.span($0.range), purpose)
        }
    }
}
