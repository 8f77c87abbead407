import Foundation
import RunbookModel
import Testing

@testable import RunbookSyntax

/// The folder of documents from elsewhere, when there is one on this machine.
private let shared = ProcessInfo.processInfo.environment["RUNBOOK_SHARED"]

private func documents(_ folder: String) -> [String] {
    guard let shared else { return [] }
    let path = "\(shared)/\(folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(path)/\($0)" }
}

private func parseFile(_ path: String) throws -> ParseResult {
    let data = try #require(FileManager.default.contents(atPath: path))
    return RunbookParser.parse(SourceText(file: path, bytes: Array(data)))
}

@Suite(.enabled(if: shared != nil))
struct SharedDocumentsTests {
    @Test(arguments: documents("corpora") + documents("seeds"))
    func foreignDocumentsAreNoRunbooks(path: String) throws {
        let result = try parseFile(path)
        #expect(result.runbook == nil)
        #expect(result.diagnostics.map(\.code) == [])
    }

    /// The same document with a declaration behind it: its own text must not become errors.
    @Test(arguments: documents("corpora") + documents("seeds"))
    func foreignDocumentsCanBecomeRunbooks(path: String) throws {
        let data = try #require(FileManager.default.contents(atPath: path))
        let text = String(decoding: data, as: UTF8.self) + "\n\n```yaml runbook\nversion: 1\n```\n"
        let result = RunbookParser.parse(SourceText(file: path, text: text))
        #expect(result.runbook != nil)
        #expect(result.diagnostics.filter { $0.severity != .hint } == [])
    }

    @Test(arguments: documents("sketches").filter { !$0.hasSuffix("report-example.md") })
    func sketchesCanBeRead(path: String) throws {
        let result = try parseFile(path)
        let runbook = try #require(result.runbook)
        #expect(!runbook.steps.isEmpty)
        #expect(result.diagnostics.filter { $0.severity == .error } == [])
    }
}
