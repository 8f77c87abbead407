import Glibc
import ToolTesting

/// A folder of `Cases`: files, commands, and what they say.
struct GoldenCase: CustomStringConvertible, Sendable {
    /// Everything that is compared.
    struct Outcome: Equatable {
        var output = ""
        var errors = ""
        var status = ""
    }

    private static let results = ["stdout", "stderr", "status"]
    private static let folder = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Cases"

    let name: String

    var description: String { name }

    /// Every case there is.
    static let all = TestFolder.names(in: folder).map(GoldenCase.init(name:))

    /// Whether the cases are written anew in place of being compared.
    static let isRecording = getenv("RECORD") != nil

    private var path: String { "\(GoldenCase.folder)/\(name)" }

    private func text(_ file: String) -> String {
        (try? TestFolder.bytes(of: "\(path)/\(file)")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What is recorded.
    var recorded: Outcome { Outcome(output: text("stdout"), errors: text("stderr"), status: text("status")) }

    /// Runs the commands, one a line, in a folder of their own, and gives what they said.
    ///
    /// `$RUN` in a command stands for the last run; a line may begin with variables. With several commands each
    /// output follows its command.
    func run() async throws -> Outcome {
        let folder = try TestFolder()
        for file in TestFolder.names(in: path) where !GoldenCase.results.contains(file) && file != "command" {
            try folder.write(try TestFolder.bytes(of: "\(path)/\(file)"), to: file)
        }
        let lines = text("command").split(separator: "\n").map(String.init)
        var normalizer = Normalizer(folder: folder)
        var outcome = Outcome()
        var last = "no-run"
        for line in lines {
            let (variables, arguments) = GoldenCase.words(line.replacing("$RUN", with: last))
            let result = try await Tool.run(arguments, in: folder, variables: variables)
            last = result.run ?? last
            let prompt = lines.count > 1 ? "$ \(line)\n" : ""
            outcome.output += prompt + normalizer.normalized(result.output)
            outcome.errors += prompt + normalizer.normalized(result.errors)
            outcome.status += "\(result.status)\n"
        }
        return outcome
    }

    /// Writes an outcome as the one to compare with.
    func record(_ outcome: Outcome) {
        for (file, text) in zip(GoldenCase.results, [outcome.output, outcome.errors, outcome.status]) {
            guard let stream = fopen("\(path)/\(file)", "w") else { continue }
            fputs(text, stream)
            fclose(stream)
        }
    }

    /// The variables and the arguments of a command line; quotes keep words together, nothing else is special.
    private static func words(_ line: String) -> (variables: [String: String], arguments: [String]) {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let whole = word { words.append(whole) }
        var variables: [String: String] = [:]
        while let first = words.first, first != "runbook" {
            let parts = first.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            variables[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
            words.removeFirst()
        }
        return (variables, Array(words.dropFirst()))
    }
}
