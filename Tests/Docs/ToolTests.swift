import Foundation
import Processes
import Testing

/// The README shows what the tool does.
@Suite(.serialized)
struct ToolTests {
    private let readme = Page("README.md")

    @Test func itsRunIsWhatTheToolPrints() async throws {
        let store = FileManager.default.temporaryDirectory.appendingPathComponent("runbook-docs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: store) }
        let shown = try #require(readme.fences("console").first)
        let lines = shown.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ").map(String.init)
        #expect(words.prefix(2) == ["$", "runbook"])
        let printed = try await output(of: Array(words.dropFirst(2)), store: store.path)
        let missing = firstMissing(of: withoutChances(String(lines[1])), in: withoutChances(printed))
        #expect(missing == nil, "paste what the tool prints into the README")
    }

    /// The first line of a text that another one does not have in its place; a line `...` stands for any lines.
    private func firstMissing(of shown: String, in printed: String) -> Substring? {
        var rest = printed.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var leavesOut = false
        for line in shown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "..." {
                leavesOut = true
                continue
            }
            guard let place = leavesOut ? rest.firstIndex(of: line) : rest.indices.first, rest[place] == line else {
                return line
            }
            rest = rest[(place + 1)...]
            leavesOut = false
        }
        return rest.first
    }

    @Test func itListsTheCommands() async throws {
        let help = try await output(of: ["--help"], store: "/nonexistent")
        let commands = help.components(separatedBy: "Commands:\n")[1].components(separatedBy: "\n\n")[0]
            .split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        let listed = readme.prose.compactMap { $0.firstMatch(of: /^\| `runbook ([a-z]+)/).map { String($0.output.1) } }
        #expect(Set(listed) == Set(commands))
        #expect(listed.count == commands.count)
    }

    private func output(of arguments: [String], store: String) async throws -> String {
        let executable = Bundle.main.bundleURL.appendingPathComponent("runbook").path
        let command = ProcessCommand(
            executable, arguments, environment: ["HOME": store, "RUNBOOK_STORE": store], directory: Page.root.path,
            deadline: .seconds(120))
        let result = try await Process.run(command)
        #expect(result.isSuccess, "\(String(decoding: result.errors, as: UTF8.self))")
        return String(decoding: result.output, as: UTF8.self)
    }

    /// The text without what differs from run to run: ports, the run's name, the user, times.
    private func withoutChances(_ text: String) -> String {
        text.replacing(/127\.0\.0\.1:[0-9]+/, with: "ADDRESS")
            .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{4}/, with: "RUN")
            .replacing(/, by [^\n]+/, with: ", by USER")
            .replacing(/[0-9.]+ m?s\b/, with: "TIME")
    }
}
