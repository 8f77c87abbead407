import OrderedJSON
import RunbookModel

@testable import RunbookEngine

/// A runbook built step by step; each step stands ten lines below the one before it.
struct SampleBook {
    var targets = ["es"]
    var parameters: [ParameterDeclaration] = []
    var steps: [Step] = []
    var sections: [Section] = []

    init(targets: [String] = ["es"]) { self.targets = targets }

    static func span(line: Int, column: Int = 1, length: Int = 1) -> SourceSpan {
        let offset = line * 1000 + column
        return SourceSpan(
            file: "a.md", start: SourcePosition(offset: offset, line: line, column: column),
            end: SourcePosition(offset: offset + length, line: line, column: column + length))
    }

    static func located<Value: Sendable & Hashable>(_ value: Value, line: Int = 1) -> Located<Value> {
        Located(value, at: span(line: line))
    }

    /// A template of a text with `${...}`.
    static func template(_ text: String, _ context: HoleContext = .text, line: Int = 1) -> Template {
        let bytes = Array(text.utf8)
        return Template(
            HolePiece.pieces(of: bytes).map { piece in
                switch piece {
                case .hole(let reference, _):
                    .hole(Hole(reference: reference, context: context, span: span(line: line)))
                case .escape: .literal("${")
                case .literal(let range), .malformed(let range):
                    .literal(String(decoding: bytes[range], as: UTF8.self))
                }
            })
    }

    static func filter(_ text: String, line: Int = 1) -> Filter {
        Filter(BlockText(inline: text, at: span(line: line, length: text.utf8.count)))
    }

    mutating func section(_ title: String) {
        let index = sections.count
        sections.append(
            Section(
                title: title, level: 2, slug: title.lowercased(), path: [index],
                span: SampleBook.span(line: 10 * steps.count + 9)))
    }

    mutating func parameter(
        _ name: String, choices: [JSON]? = nil, kind: ParameterSchema.Kind? = .string, isSecret: Bool = false
    ) {
        var schema = ParameterSchema()
        schema.kind = kind
        schema.choices = choices
        parameters.append(
            ParameterDeclaration(
                name: SampleBook.located(name, line: 2), schema: schema, description: nil, isSecret: isSecret,
                defaultValue: nil, examples: []))
    }

    @discardableResult
    mutating func add(
        _ role: Step.Role, _ content: String, id: String? = nil, on targets: [String] = [],
        _ checks: [SampleCheck] = [], inside manual: Int? = nil, _ change: (inout StepKeys) -> Void = { _ in }
    ) -> Int {
        let line = 10 * (steps.count + 1)
        var keys = StepKeys()
        keys.targets = targets.map { SampleBook.located($0, line: line) }
        change(&keys)
        let block = Step.Block(
            language: SampleBook.located("console", line: line),
            text: BlockText(
                file: "a.md", text: content,
                origins: content.split(separator: "\n", omittingEmptySubsequences: false).indices.map {
                    SampleBook.span(line: line + 1 + $0).start
                }))
        let prose = role == .manual ? content : "Step \(steps.count + 1)"
        steps.append(
            Step(
                role: role, id: id.map { SampleBook.located($0, line: line) },
                title: SampleBook.template(prose, line: line), prose: SampleBook.template(prose, line: line),
                number: nil, section: sections.isEmpty ? nil : sections.count - 1, container: 0,
                span: SampleBook.span(line: line, column: 3), block: role == .manual ? nil : block, keys: keys,
                checks: checks.map { $0.check(line: line + 5) }, manualStep: manual))
        return steps.count - 1
    }

    var runbook: Runbook {
        let declaration = Declaration(
            version: 1,
            targets: targets.map {
                TargetDeclaration(
                    name: SampleBook.located($0, line: 2), kind: SampleBook.located("elasticsearch", line: 2),
                    description: nil, requirements: [])
            }, parameters: parameters, fixture: nil, span: SampleBook.span(line: 1))
        return Runbook(
            source: SourceText(file: "a.md", text: ""), title: "Sample", declaration: declaration, sections: sections,
            steps: steps)
    }

    func binding(_ handler: FakeHandler = FakeHandler()) -> Binding {
        Binder.bind(runbook, to: HandlerRegistry([handler]))
    }

    /// The codes of the diagnostics of this runbook.
    var codes: [String] { binding().diagnostics.map(\.code) }
}

/// What is asked of an answer, as a test writes it.
enum SampleCheck {
    case expect(String, unordered: [String] = [])
    case lines(String)
    case assert(String)
    /// `name` or `name!`, and a filter.
    case capture(String, String)

    func check(line: Int) -> Check {
        switch self {
        case .expect(let text, let unordered):
            .expect(
                Expectation(
                    form: .json, template: SampleBook.template(text, .jsonString, line: line),
                    unordered: unordered.map { SampleBook.located($0, line: line) }, span: SampleBook.span(line: line)))
        case .lines(let text):
            .expect(
                Expectation(
                    form: .text, template: SampleBook.template(text, line: line), unordered: [],
                    span: SampleBook.span(line: line)))
        case .assert(let filter): .assert([SampleBook.filter(filter, line: line)])
        case .capture(let name, let filter):
            .capture([
                Capture(
                    name: SampleBook.located(name.hasSuffix("!") ? String(name.dropLast()) : name, line: line),
                    isSecret: name.hasSuffix("!"), filter: SampleBook.filter(filter, line: line))
            ])
        }
    }
}
