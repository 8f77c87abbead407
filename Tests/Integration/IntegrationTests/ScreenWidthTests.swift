import Processes
import RunbookTesting
import Testing
import ToolTesting

/// Every command at a terminal: no line is wider than it, no word is broken, and nothing is cut that a pipe shows.
struct ScreenWidthTests {
    private static let runbook = """
        # Screens that have to be laid out, with a title that is longer than the narrow ones have columns for it

        ```yaml runbook
        version: 1
        targets:
          es: { kind: elasticsearch, description: the cluster }
        parameters:
          index: { type: string, default: orders-with-a-long-name-2026-11 }
          nodes: { type: integer, default: 1 }
        ```

        ## A section whose heading is long as well, because people do write such headings in their runbooks

        1. Create the index `${index}` with settings that are long enough to need more than one line of a terminal.

           ```console run unless id=make
           PUT /${index}
           { "settings": { "number_of_replicas": 0, "index.mapping.total_fields.limit": 1000 } }
           ```

           ```console verify id=there
           GET /${index}
           ```

        2. Look at the indices.

           ```console verify id=table
           GET /_cat/indices?v
           ```

        3. Count the nodes of the cluster.

           ```console verify id=count within=0s
           GET /_cluster/health?expand_wildcards=all&level=cluster
           ```

           ```jq assert
           .number_of_nodes == $nodes
           ```

        4. Delete the index.

           ```console run id=remove again=yes confirm="Shall the index be deleted now, although it is late and nobody is here?"
           DELETE /${index}
           ```
        """

    /// The folder, in which one run waits, one failed and one has problems.
    private struct Desk {
        let folder: TestFolder
        let sandbox: RunningSandbox
        let waiting: String
        let failed: String

        init() async throws {
            folder = try TestFolder()
            try folder.write(runbook, to: "screens.md")
            try folder.write(runbook.replacing("within=0s", with: "withn=0s and=more"), to: "wrong.md")
            sandbox = try await RunningSandbox(["es"], in: folder)
            let options = ["--env", "./sandbox.yaml", "--store", folder.file("store")]
            waiting = try await Self.run(["exec", "screens.md"] + options, in: folder)
            failed = try await Self.run(["exec", "screens.md", "-p", "nodes=7"] + options, in: folder)
        }

        private static func run(_ words: [String], in folder: TestFolder) async throws -> String {
            let result = try await Tool.run(words, in: folder)
            return try #require(result.run, "\(result.said)")
        }
    }

    private static func screen(_ line: String, columns: Int?, in folder: TestFolder) async throws -> [String] {
        var command = Tool.command([], in: folder, variables: ["TERM": "dumb"])
        let tool = "'\(Tool.path)' \(line) < /dev/null"
        command.executable = columns == nil ? "/bin/sh" : "/usr/bin/script"
        command.arguments =
            columns.map { ["-qec", "stty cols \($0); \(tool)", "/dev/null"] } ?? ["-c", tool + " 2>&1"]
        let text = String(decoding: try await Process.run(command).output, as: UTF8.self)
        return text.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
    }

    /// The words of lines, whatever time, port and run they name.
    private static func words(_ lines: [String]) -> Set<String> {
        Set(
            lines.flatMap { $0.split(separator: " ") }.map { word in
                var text = word.drop { $0 == "\"" }
                while let last = text.last, "\",:".contains(last) { text.removeLast() }
                // The identity of an index is another one in each sandbox.
                if text.wholeMatch(of: /[\w-]{20,22}/) != nil, text.contains(/\d/) { return "UUID" }
                return String(text).replacing(/-[0-9a-f]{4}\b/, with: "-0000").replacing(/\d+/, with: "0")
            })
    }

    private static let commands = [
        "check wrong.md", "check screens.md", "plan screens.md", "plan screens.md --env ./sandbox.yaml",
        "graph screens.md",
        "graph wrong.md", "runs", "runs --state waiting", "show WAITING", "show FAILED", "show FAILED count",
        "show WAITING table", "confirm WAITING", "handover WAITING", "handover FAILED", "plugin list", "explain",
        "explain if/uncovered", "exec", "exec wrong.md", "exec screens.md --env nowhere", "resume WAITING",
        "exec screens.md -v -p index=x", "exec screens.md -p nodes=7 -p index=y", "test screens.md", "--help",
        "exec --help", "stop WAITING", "undo FAILED --dry-run", "sandbox --for nothing.md",
    ]

    @Test(arguments: [40, 80, 200])
    func hasRoomForEveryLine(columns: Int) async throws {
        let desk = try await Desk()
        for text in Self.commands {
            let needsStore = text.contains(/WAITING|FAILED|^runs/)
            let line =
                text.replacing("WAITING", with: desk.waiting).replacing("FAILED", with: desk.failed)
                + (needsStore ? " --store store" : "")
            let shown = try await Self.screen(line, columns: columns, in: desk.folder)
            let piped = try await Self.screen(line, columns: nil, in: desk.folder)
            #expect(!shown.isEmpty, "\(line)")
            var isBody = false
            for line in shown {
                // A curl command is to be pasted: what is in its quotes is sent as it is.
                if line.contains("curl -sS") { isBody = true }
                let words = line.split(separator: " ")
                let isOneWord = words.count <= 1 || words.count == 2 && words[1] == "\\"
                if line.count > columns, !isOneWord, !isBody {
                    Issue.record("\(columns) columns, `runbook \(text)`: \(line)")
                }
            }
            let known = Self.words(piped)
            let unknown = Self.words(shown).subtracting(known).filter { !$0.contains("…") && $0 != "\\" && $0 != "#" }
            #expect(unknown.subtracting(Self.onlyThere).isEmpty, "\(columns) columns, `runbook \(text)`: \(unknown)")
        }
    }

    /// What only a terminal shows: rows of a list that is no table there, what a table has no room for, and how to read
    /// the codes of a check.
    private static let onlyThere = words([
        "started by took state environment runbook",
        "no room for uuid rep pri docs.count docs.deleted store.size member",
        "expected actual", "2 errors; to see what a code means: runbook explain key/unknown",
    ])
}
