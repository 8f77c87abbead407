import Glibc
import Processes
import RunbookTesting
import Testing
import ToolTesting

/// The screens of the other commands in the documentation, in the order of the page, on one run that waits.
///
/// `RECORD=1` writes them in the page instead of comparing, and fails, so that nobody takes it for a test.
struct CommandScreensTests {
    private static let page = Repository.root + "/docs/screens.md"

    private struct Screen {
        let columns: Int
        let command: String
        let lines: [String]
        /// The lines of the page below the command.
        let range: Range<Int>
    }

    private static func read() throws -> [String] {
        String(decoding: try TestFolder.bytes(of: page), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func screens(in lines: [String]) -> [Screen] {
        lines.indices.compactMap { index in
            guard let match = lines[index].wholeMatch(of: /```text screen columns=(\d+)/),
                let end = lines[index...].firstIndex(of: "```"), lines[index + 1].hasPrefix("$ runbook ")
            else { return nil }
            return Screen(
                columns: Int(match.output.1) ?? 80, command: String(lines[index + 1].dropFirst("$ runbook ".count)),
                lines: Array(lines[(index + 2)..<end]), range: (index + 2)..<end)
        }
    }

    @Test func areWhatIsShown() async throws {
        let lines = try Self.read()
        let screens = Self.screens(in: lines)
        #expect(screens.count >= 12)
        for verb in ["plan", "check", "runs", "confirm", "show", "report", "handover", "test", "exec"] {
            #expect(screens.contains { $0.command.hasPrefix(verb + " ") || $0.command == verb }, "\(verb)")
        }
        let isRecording = getenv("RECORD") != nil
        var different: [String] = []
        // A busy machine says `0.1 s` where an idle one says milliseconds.
        for _ in 0..<(isRecording ? 1 : 3) {
            let shown = try await shown(screens, document: document(in: lines))
            if isRecording { return try record(zip(screens, shown).map { ($0, $1) }, in: lines) }
            // Where a line is broken depends on how long something took; the widths have a test of their own.
            different = zip(screens, shown).filter { Self.words($0.lines) != Self.words($1) }.map {
                "\($0.command) at \($0.columns) columns:\n" + $1.joined(separator: "\n")
            }
            if different.isEmpty { return }
        }
        #expect(different == [])
    }

    private static func words(_ lines: [String]) -> [Substring] {
        lines.joined(separator: " ").split(separator: " ")
    }

    private func document(in lines: [String]) throws -> String {
        let start = try #require(lines.firstIndex(of: "`````markdown"))
        let end = try #require(lines.firstIndex(of: "`````"))
        return lines[(start + 1)..<end].joined(separator: "\n") + "\n"
    }

    private func record(_ shown: [(Screen, [String])], in lines: [String]) throws {
        var lines = lines
        for (screen, text) in shown.reversed() { lines.replaceSubrange(screen.range, with: text) }
        guard let file = fopen(Self.page, "w") else { return }
        fputs(lines.joined(separator: "\n"), file)
        fclose(file)
        Issue.record("recorded; read the difference before it lands")
    }

    private func shown(_ screens: [Screen], document: String) async throws -> [[String]] {
        let folder = try TestFolder()
        try folder.write(document, to: "switch.md")
        try folder.write(document.replacing("again=yes", with: "agian=yes"), to: "typo.md")
        let sandbox = try await RunningSandbox(["search"], in: folder)
        defer { withExtendedLifetime(sandbox) {} }
        var (run, user) = ("", "")
        var all: [[String]] = []
        for screen in screens {
            var command = Tool.command([], in: folder, variables: ["TERM": "dumb"])
            let words = screen.command.split(separator: "|", maxSplits: 1)
            let line = "'\(Tool.path)' \(words[0].replacing("RUN", with: run)) < /dev/null"
            let rest = words.count > 1 ? " |" + words[1] : ""
            let exit = #"; s=$?; [ $s = 0 ] || echo "(exit $s)""#
            command.executable = "/usr/bin/script"
            command.arguments = ["-qec", "stty cols \(screen.columns); \(line)\(rest)\(exit)", "/dev/null"]
            let result = try await Process.run(command)
            let text = String(decoding: result.output, as: UTF8.self).replacing("\r\n", with: "\n")
            if run.isEmpty, let name = text.firstMatch(of: /\d{4}-\d\d-\d\d-[0-9a-f]{4}/) { run = String(name.output) }
            if user.isEmpty, let name = text.firstMatch(of: /switch\.md, by (\S+)/) { user = String(name.output.1) }
            all.append(Self.normal(user.isEmpty ? text : text.replacing(user, with: "ana"), folder))
        }
        return all
    }

    /// The lines with names of runs, people, times and ports that are always the same.
    private static func normal(_ text: String, _ folder: TestFolder) -> [String] {
        let text = text.replacing(folder.path, with: "/srv")
            .replacing(/\d{4}-\d\d-\d\d-[0-9a-f]{4}/, with: "2026-11-21-7f3c")
            .replacing(/\d{1,2} [A-Z][a-z]{2} \d{4}/, with: "21 Nov 2026")
            .replacing(/\b\d\d:\d\d:\d\d\b/, with: "09:12:03")
            .replacing(/127\.0\.0\.1:\d+/, with: "127.0.0.1:9200")
            .replacing(/\b[0-9a-f]{64}\b/, with: String(repeating: "6f2a90c1", count: 8))
            .replacing(/digest [0-9a-f]{12}/, with: "digest 6f2a90c1b7d4")
            .replacing(/"uuid": "[^"]*"/, with: "\"uuid\": \"4Gv0nKX5QOyQ0Uo3lYcWlw\"")
            .replacing(/\b\d+(?:\.\d)? m?s\b/, with: "9 ms")
            .replacing(#/ on `[^`]+`/#, with: " on `ops1`")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
