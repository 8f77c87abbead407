import Foundation
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@testable import RunbookEnvironment

/// `docs/environments.md` is true: its files are read, and it names every key and every problem.
struct EnvironmentDocumentationTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func text() throws -> String {
        try String(contentsOf: root.appendingPathComponent("docs/environments.md"), encoding: .utf8)
    }

    /// A fence of the page: the words behind `yaml`, and the content.
    private static func fences() throws -> [(info: String, content: String)] {
        try text().components(separatedBy: "\n```yaml").dropFirst().map { piece in
            let content = piece.components(separatedBy: "\n```")[0]
            let lines = content.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (lines[0].trimmingCharacters(in: .whitespaces), String(lines.last ?? ""))
        }
    }

    @Test func itsFilesAreReadAndItsWrongOnesRefused() throws {
        let fences = try EnvironmentDocumentationTests.fences()
        #expect(fences.count >= 5)
        for fence in fences {
            let codes = EnvironmentFixture.problems(fence.content).map(\.code)
            #expect(codes == (fence.info.isEmpty ? [] : [String(fence.info.dropFirst("wrong=".count))]), "\(fence)")
        }
    }

    @Test func itNamesEveryKey() throws {
        let text = try EnvironmentDocumentationTests.text()
        for kind in EnvironmentFixture.kinds.all {
            #expect(text.contains("`\(kind.name)`"))
            for key in kind.keys { #expect(text.contains("`\(key.name)"), "\(kind.name).\(key.name)") }
        }
    }

    @Test func itNamesEveryProblem() throws {
        let folder = EnvironmentDocumentationTests.root.appendingPathComponent("Sources/Adapters/RunbookEnvironment")
        let sources = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        let used = Set(sources.matches(of: /"(environment\/[a-z-]+)"/).map { String($0.output.1) })
        let named = Set(
            try EnvironmentDocumentationTests.text().matches(of: /\n\| `(environment\/[a-z-]+)`/).map {
                String($0.output.1)
            })
        #expect(used == named)
    }

    /// The bundled pair: found by its name it needs no trust, and each of its clusters has one address.
    @Test func theBundledPairIsReadAndNeedsNoTrust() throws {
        let file = EnvironmentDocumentationTests.root.path + "/environments/real-es.yaml"
        let (environment, warnings) = try Environment.read(
            EnvironmentFile(file: file, origin: .repository), kinds: EnvironmentFixture.kinds)
        #expect(warnings.isEmpty)
        #expect(environment.isDisposable)
        #expect(environment.trustProblems.isEmpty)
        for (port, names) in [
            (19200, ["remote", "leader", "source"]), (19201, ["current", "local", "follower", "destination"]),
        ] {
            for name in names {
                #expect(environment.target(name)?.properties["port"]?.int == port)
                #expect(environment.target(name)?.properties["transport"]?.string == "127.0.0.1:\(port + 100)")
            }
        }
    }
}
