import Glibc
import Processes
import RunbookTesting
import Testing
import ToolTesting

/// The screens in the documentation are what a terminal shows.
///
/// `RECORD=1` writes them in the page instead of comparing, and fails, so that nobody takes it for a test.
struct ScreensTests {
    private static let root = Repository.root
    private static let page = root + "/docs/screens.md"

    /// A screen of the page.
    struct Screen: CustomTestStringConvertible, Sendable {
        /// The columns of the terminal; 0 for a pipe.
        let columns: Int
        /// What stands behind the prompt.
        let command: String
        /// The lines below it.
        let lines: [String]
        /// The lines of the page that it takes, without its fence.
        let range: Range<Int>

        var testDescription: String { "\(command) at \(columns) columns" }
    }

    private static var lines: [String] {
        let bytes = (try? TestFolder.bytes(of: page)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    static let screens: [Screen] = {
        let lines = Self.lines
        return lines.indices.compactMap { index in
            guard let match = lines[index].wholeMatch(of: /```text columns=(\d+)/),
                let end = lines[index...].firstIndex(of: "```"), lines[index + 1].hasPrefix("$ ")
            else { return nil }
            return Screen(
                columns: Int(match.output.1) ?? 0, command: String(lines[index + 1].dropFirst(2)),
                lines: Array(lines[(index + 2)..<end]), range: (index + 1)..<end)
        }
    }()

    /// The runbook of the page.
    private static var document: String {
        let lines = Self.lines
        guard let start = lines.firstIndex(of: "````markdown"), let end = lines.firstIndex(of: "````") else {
            return ""
        }
        return lines[(start + 1)..<end].joined(separator: "\n") + "\n"
    }

    @Test(arguments: screens)
    func isWhatIsShown(_ screen: Screen) async throws {
        if getenv("RECORD") != nil { return }
        // A step that takes long on a busy machine shows more; the page is about one that does not.
        for _ in 0..<3 {
            if try await Self.shown(screen) == screen.lines { return }
        }
        #expect(try await Self.shown(screen) == screen.lines)
    }

    @Test func areRecorded() async throws {
        #expect(Self.screens.count >= 6)
        guard getenv("RECORD") != nil else { return }
        var lines = Self.lines
        for screen in Self.screens.reversed() {
            lines.replaceSubrange(screen.range, with: ["$ \(screen.command)"] + (try await Self.shown(screen)))
        }
        guard let file = fopen(Self.page, "w") else { return }
        fputs(lines.joined(separator: "\n"), file)
        fclose(file)
        Issue.record("recorded; read the difference before it lands")
    }

    private static func shown(_ screen: Screen) async throws -> [String] {
        let folder = try TestFolder()
        try folder.write(document, to: "count.md")
        let words = screen.command.split(separator: " ").dropFirst().joined(separator: " ")
        var command = Tool.command([], in: folder, variables: ["TERM": "dumb"])
        let line = "exec '\(Tool.path)' \(words)"
        if screen.columns == 0 {
            command.executable = "/bin/sh"
            command.arguments = ["-c", line]
        } else {
            command.executable = "/usr/bin/script"
            command.arguments = ["-qec", "stty cols \(screen.columns); \(line)", "/dev/null"]
        }
        let result = try await Process.run(command)
        let text = String(decoding: result.output, as: UTF8.self).replacing("\r\n", with: "\n")
            .replacing(folder.path, with: "/srv")
            .replacing(/by [a-z_][a-z0-9_-]*\n/, with: "by ana\n")
            .replacing(/\d{4}-\d\d-\d\d-[0-9a-f]{4}/, with: "2026-11-21-7f3c")
            .replacing(/127\.0\.0\.1:\d+/, with: "127.0.0.1:9200")
            .replacing(/"uuid": "[^"]*"/, with: "\"uuid\": \"4Gv0nKX5QOyQ0Uo3lYcWlw\"")
            .replacing(/"creation_date": "[^"]*"/, with: "\"creation_date\": \"1795252323000\"")
            .replacing(/\b\d+(?:\.\d)? m?s\b/, with: "9 ms")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
