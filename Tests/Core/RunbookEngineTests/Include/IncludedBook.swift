import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookSyntax
import RunbookTesting
import Testing

@testable import RunbookEngine

/// A document that includes others, all of them as texts.
struct IncludedBook {
    static let declaration = """
        # Title

        ```yaml runbook
        version: 1
        targets: { es: { kind: elasticsearch }, other: { kind: elasticsearch } }
        parameters:
          way: { enum: [a, b], default: a }
          index: { type: string, default: orders }
        ```


        """
    let handler: FakeHandler
    let binding: Binding

    /// Binds `main.md`; a text without a declaration gets the usual one.
    init(_ files: [String: String], _ handler: FakeHandler = FakeHandler()) throws {
        self.handler = handler
        let runbook = try IncludedBook.runbook("main.md", files)
        binding = Binder.bind(
            runbook, to: HandlerRegistry([handler]), including: try IncludedBook.parts(of: runbook, files))
    }

    private static func runbook(_ name: String, _ files: [String: String]) throws -> Runbook {
        let text = files[name] ?? ""
        let whole = text.contains("yaml runbook") ? text : declaration + text
        let parsed = RunbookParser.parse(SourceText(file: name, text: whole))
        #expect(parsed.diagnostics.filter { $0.severity == .error } == [])
        return try #require(parsed.runbook)
    }

    private static func parts(of runbook: Runbook, _ files: [String: String]) throws -> [Int: IncludedPart] {
        var parts: [Int: IncludedPart] = [:]
        for (index, step) in runbook.steps.enumerated() {
            guard let include = step.include else { continue }
            let included = try self.runbook(include.file.value, files)
            let section = include.fragment.flatMap { slug in included.sections.firstIndex { $0.slug == slug } }
            let part = section.map(included.part) ?? included
            parts[index] = IncludedPart(
                runbook: part, path: "/" + include.file.value, name: include.file.value, section: section,
                parts: try self.parts(of: part, files))
        }
        return parts
    }

    /// The codes of the diagnostics that are errors.
    var errors: [String] { binding.diagnostics.filter { $0.severity == .error }.map(\.code) }

    /// The scope of a run of it; every document has the values that an include passes.
    var scope: Scope { makeScope(GatePolicy(saysYes: false, isDisposable: false)) }

    /// The same with another policy.
    func makeScope(_ policy: GatePolicy) -> Scope {
        var position = 0
        return IncludedBook.scope(of: binding, &position, used: [], policy)
    }

    private static func scope(of binding: Binding, _ position: inout Int, used: Set<String>, _ policy: GatePolicy)
        -> Scope
    {
        let own = position
        position += 1
        var values = ValueStore()
        values.set("index", to: "orders")
        values.set("way", to: "a")
        var includes: [Int: Scope] = [:]
        for step in binding.steps {
            guard let included = step.included else { continue }
            includes[step.index] = scope(of: included, &position, used: binding.namesUsed(of: step), policy)
        }
        return Scope(
            document: .init(position: own, file: binding.runbook.source.file, sha256: "d\(own)"), binding: binding,
            targets: [:], values: values, choice: ["way": "a"],
            policy: policy, includes: includes, namesUsedOutside: used)
    }
}
