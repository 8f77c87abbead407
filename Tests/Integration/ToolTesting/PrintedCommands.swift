internal import Glibc
internal import RunbookCLI
internal import RunbookTesting
internal import Synchronization
internal import Testing

/// The commands that the tool prints, of every run of every test: each can be pasted, in any folder.
package enum PrintedCommands {
    /// The forms that were tried already: a form is a command with the names of its options.
    private static let seen = Mutex<Set<String>>([])

    /// The commands in an output: those on lines of their own, and those in backticks; not those with placeholders.
    package static func all(in text: String) -> [String] {
        let lines = text.split(separator: "\n").compactMap { line -> String? in
            var command = line.drop { $0 == " " }
            if command.hasPrefix("next: ") { command = command.dropFirst(6) }
            let isIndented = command.count < line.count
            return command.hasPrefix("runbook ") && isIndented || command.hasPrefix("runbook resume ")
                || command.hasPrefix("runbook undo ") ? String(command) : nil
        }
        // A command without any argument is only mentioned, such as in the text of a document.
        let quoted = text.matches(of: /`(runbook [a-z]+ [^`\n]+)`/).map { String($0.output.1) }
        return (lines + quoted).filter { $0.firstMatch(of: /\.\.\.|…|<|(?:^|[ =|\[])[A-Z][A-Z_|]+\b/) == nil }
    }

    /// Records an issue for each command in an output that would not work.
    ///
    /// - Parameters:
    ///   - arguments: What was run.
    ///   - environment: The environment that the tool had.
    static func check(_ result: ToolResult, of arguments: [String], environment: [String: String]) async {
        // Help and the manual explain commands, and a test of their words is elsewhere.
        let isHelp = arguments.contains { ["--help", "-h", "help", "man", "explain", "completion"].contains($0) }
        if isHelp || arguments.isEmpty { return }
        for command in Set(all(in: result.output + "\n" + result.errors)) {
            let words = words(of: command)
            guard words.first == "runbook" else { continue }
            count(command)
            let problem = RunbookCLI.Tool.problem(inCommandLine: Array(words.dropFirst()))
            if let problem {
                Issue.record("`\(command)`, printed by `runbook \(arguments.joined(separator: " "))`: \(problem)")
                continue
            }
            if seen.withLock({ $0.insert(form(of: words)).inserted }) {
                await checkRun(words, arguments, environment)
            }
        }
    }

    /// Whether a command that names a run finds it from another folder.
    private static func checkRun(_ words: [String], _ arguments: [String], _ environment: [String: String]) async {
        let verbs = ["confirm", "resume", "undo", "report", "show", "handover", "stop"]
        guard words.count > 2, verbs.contains(words[1]), words[2].wholeMatch(of: RunName.pattern) != nil,
            let folder = try? TestFolder()
        else { return }
        let store = words.firstIndex(of: "--store").map { ["--store", words[$0 + 1]] } ?? []
        let shown = try? await Tool.runUnchecked(
            ["report", words[2], "--format", "json"] + store, in: folder, variables: environment)
        if shown?.status != 0 {
            Issue.record(
                "`\(words.joined(separator: " "))`, printed by `runbook \(arguments.joined(separator: " "))`, finds no run: \(shown?.said ?? "")"
            )
        }
    }

    private static func form(of words: [String]) -> String {
        words.enumerated().filter { $0.offset < 2 || $0.element.hasPrefix("-") }.map(\.element).joined(separator: " ")
    }

    /// Writes the command to the file that `RUNBOOK_PRINTED_COMMANDS` names, so that they can be counted.
    private static func count(_ command: String) {
        guard let path = getenv("RUNBOOK_PRINTED_COMMANDS") else { return }
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        if file < 0 { return }
        let line = Array((command + "\n").utf8)
        _ = write(file, line, line.count)
        close(file)
    }

    /// A command as a shell splits it, without variables before it.
    static func words(of command: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        reading: for character in command {
            switch (character, quote) {
            case let (mark, open?) where mark == open: quote = nil
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case (" ", nil):
                if let done = word { words.append(done) }
                word = nil
            case ("\\", nil): continue
            case ("#", nil) where word == nil: break reading
            default: word = (word ?? "") + String(character)
            }
        }
        if let done = word { words.append(done) }
        return Array(words.drop { $0.firstMatch(of: /^[A-Z_]+=/) != nil })
    }
}
