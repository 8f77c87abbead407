import Foundation
import RunbookModel
import Testing

@testable import RunbookSyntax

/// The root of the project.
private let root = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()

private func text(_ path: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: "\(root)/\(path)"))
    return String(decoding: data, as: UTF8.self)
}

/// The sources that report what the reference lists.
private func sources() throws -> [String] {
    let folders = ["Sources/Core/RunbookSyntax", "Sources/Core/RunbookBodies"]
    let paths = try folders.flatMap { folder in
        try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)").map { "\(folder)/\($0)" }
    }
    return try (paths.filter { $0.hasSuffix(".swift") } + ["Sources/Core/RunbookModel/Values/HolePiece.swift"]).map(
        text)
}

/// What `docs/format.md` says is true.
struct FormatReferenceTests {
    /// The examples are fences with the language `markdown`; those without a declaration get the shortest.
    private func examples() throws -> [String] {
        MarkdownReader.events(of: Array(try text("docs/format.md").utf8)).compactMap { event in
            guard case .code("markdown", let literal) = event.kind else { return nil }
            return literal.contains("```yaml runbook") ? literal : declaration + "\n" + literal
        }
    }

    @Test func everyExampleIsARunbookWithoutProblems() throws {
        let examples = try examples()
        #expect(examples.count == 10)
        for example in examples {
            let result = RunbookParser.parse(SourceText(file: "format.md", text: example))
            #expect(result.diagnostics == [])
            #expect(result.runbook != nil)
        }
        let whole = try #require(examples.first)
        let steps = RunbookParser.parse(SourceText(file: "format.md", text: whole)).runbook?.steps ?? []
        #expect(steps.map(\.role) == [.run, .verify, .run, .verify, .manual, .run])
        #expect(steps.map(\.number) == ["1a", "1b", "2a", "2b", "3", "1"])
    }

    @Test func everyCodeIsListed() throws {
        let reference = try text("docs/format.md")
        let start = try #require(reference.range(of: "## Diagnostics"))
        let code = try Regex(#"`([a-z]+/[a-z0-9-]+)`"#, as: (Substring, Substring).self)
        let listed = Set(reference[start.upperBound...].matches(of: code).map { String($0.output.1) })
        let literal = try Regex(#""([a-z\\()]+/[a-z0-9-]+)"[,)]"#, as: (Substring, Substring).self)
        var reported: Set<String> = []
        for source in try sources() {
            for match in source.matches(of: literal) {
                let code = String(match.output.1)
                let roles = ["expect", "assert", "capture"]
                reported.formUnion(roles.map { code.replacing(#"\(role)"#, with: $0) })
            }
        }
        #expect(listed == reported)
    }

    @Test func everyKeyIsListed() throws {
        let reference = try text("docs/format.md")
        for key in StepKeys.names + SchemaReader.keys + FenceRole.allCases.map(\.rawValue) {
            #expect(reference.contains("`\(key)`") || reference.contains("`\(key)="), "\(key)")
        }
    }

    @Test func theBundledRunbooksParse() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/runbooks").filter {
            $0.hasSuffix(".md")
        }
        #expect(!names.isEmpty)
        for name in names {
            let result = RunbookParser.parse(SourceText(file: name, text: try text("runbooks/\(name)")))
            #expect(result.diagnostics == [])
            #expect(result.runbook?.steps.isEmpty == false)
        }
    }
}
