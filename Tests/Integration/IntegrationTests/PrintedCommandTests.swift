import HTTPClient
import Processes
import RunbookTesting
import Testing
import ToolTesting

/// Every command that is printed can be pasted into a shell, in any folder, and does what it says.
struct PrintedCommandTests {
    private static let runbook = """
        # Printed

        ```yaml runbook
        version: 1
        targets:
          es: { kind: elasticsearch }
        parameters:
          index: { type: string, default: logs }
          nodes: { type: integer, default: 1 }
        ```

        ```console run id=make again=yes confirm="Create it?"
        PUT /${index}
        ```

        ```console verify id=health within=0s
        GET /_cluster/health
        ```

        ```jq assert
        .number_of_nodes == $nodes
        ```
        """

    /// Runs what was printed in another folder.
    private func paste(_ command: String, _ folder: TestFolder, in other: TestFolder) async throws -> ToolResult {
        try folder.makeFolder("bin")
        if (try? TestFolder.bytes(of: folder.file("bin/runbook"))) == nil {
            try folder.link(Tool.path, at: "bin/runbook")
        }
        var shell = Tool.command([], in: folder, variables: ["PATH": "\(folder.path)/bin:/usr/bin:/bin"])
        shell.environment["RUNBOOK_STORE"] = nil
        shell.executable = "/bin/sh"
        shell.arguments = ["-c", command]
        shell.directory = other.path
        return ToolResult(try await Process.run(shell))
    }

    private static let runs: [(arguments: [String], status: Int32)] = [
        (["exec", "a b.md", "--yes", "-p", "nodes=7", "--store", "my store"], 1),
        (["exec", "a b.md", "--yes", "--params", "p.yaml", "--store", "my store"], 1),
        (["exec", "a b.md", "--store", "my store"], 3),
        (["exec", "bad.md", "--store", "my store"], 2),
        (["exec", "warned.md", "--store", "my store"], 0),
        (["report", "nothing", "--store", "my store"], 2),
        (["new", "it's new.md"], 0),
    ]

    @Test(arguments: runs.indices)
    func works(_ index: Int) async throws {
        let (arguments, status) = Self.runs[index]
        let folder = try TestFolder()
        let other = try TestFolder()
        try folder.write(Self.runbook, to: "a b.md")
        try folder.write("nodes: 9\n", to: "p.yaml")
        try folder.write(Self.runbook.replacing("again=yes", with: "agian=yes"), to: "bad.md")
        try folder.write(
            Self.runbook.replacing("again=yes confirm=\"Create it?\"", with: ""), to: "warned.md")
        var tool = Tool.command(arguments, in: folder)
        tool.environment["RUNBOOK_STORE"] = nil
        let result = ToolResult(try await Process.run(tool))
        #expect(result.status == status, "\(result.output)\(result.errors)")
        let printed = PrintedCommands.all(in: result.output + result.errors)
        // A sandbox stays until somebody ends it, and its file is there only then.
        let commands = printed.filter { !$0.contains("sandbox") }
        if status != 2 || arguments[0] == "report" { #expect(!printed.isEmpty, "\(result.output)\(result.errors)") }
        for command in commands {
            let pasted = try await paste(command, folder, in: other)
            #expect(![64, 127].contains(pasted.status), "\(command): \(pasted.errors)")
            #expect(!pasted.errors.contains("file/unreadable"), "\(command): \(pasted.errors)")
            if arguments[0] == "exec", command.hasPrefix("runbook exec") {
                // What `--yes` answered is asked again: a command that is pasted later must not answer it by itself.
                #expect([status, 3].contains(pasted.status), "\(command): \(pasted.output)\(pasted.errors)")
            }
        }
    }

    /// A run in an environment that stays is confirmed and resumed by what it printed.
    @Test func answersAndContinues() async throws {
        let folder = try TestFolder()
        let other = try TestFolder()
        try folder.write(Self.runbook, to: "a b.md")
        let sandbox = try await RunningSandbox(["es"], in: folder)
        var tool = Tool.command(
            ["exec", "a b.md", "--env", "./sandbox.yaml", "--store", "my store", "-p", "index=x"], in: folder)
        tool.environment["RUNBOOK_STORE"] = nil
        let waiting = ToolResult(try await Process.run(tool))
        #expect(waiting.status == 3, "\(waiting.output)\(waiting.errors)")
        let commands = PrintedCommands.all(in: waiting.output)
        #expect(commands.count == 2, "\(commands)")
        let run = try #require(waiting.run)
        for words in [["confirm", run], ["handover", run], ["show", run]] {
            var listing = Tool.command(words + ["--store", "my store"], in: folder)
            listing.environment["RUNBOOK_STORE"] = nil
            let listed = ToolResult(try await Process.run(listing))
            #expect(listed.output.contains(commands[0]), "\(listed.said)")
        }
        for (command, status) in zip(commands, [0, 0] as [Int32]) {
            let pasted = try await paste(command, folder, in: other)
            #expect(pasted.status == status, "\(command): \(pasted.output)\(pasted.errors)")
        }
        #expect(try await sandbox.ask("HEAD", "/x", at: "es").status == 200)
    }

    /// What starts a run again says all that the first command said: the step that was chosen, the version, the ticket.
    @Test(arguments: [(["--only", "health"], 1), (["--from", "health"], 1), ([], 3)] as [([String], Int32)])
    func carriesEveryOption(chosen: [String], status: Int32) async throws {
        let folder = try TestFolder()
        let other = try TestFolder()
        try folder.write(Self.runbook, to: "a b.md")
        let options = ["--cluster", "es=7.0", "--ticket", "CHG 7", "--report", "my report.json", "--store", "my store"]
        var tool = Tool.command(["exec", "a b.md", "-p", "nodes=7"] + chosen + options, in: folder)
        tool.environment["RUNBOOK_STORE"] = nil
        let result = ToolResult(try await Process.run(tool))
        #expect(result.status == status, "\(result.output)\(result.errors)")
        let commands = PrintedCommands.all(in: result.output)
        let again = try #require(commands.first { $0.hasPrefix("runbook exec") }, "\(result.output)")
        for words in [chosen.joined(separator: " "), "--ticket 'CHG 7'", "-p nodes=7", "my report.json'", "my store'"] {
            #expect(again.contains(words), "\(words) in \(again)")
        }
        if status == 3 {
            let sandbox = try #require(commands.first { $0.hasPrefix("runbook sandbox") })
            #expect(sandbox.contains("--cluster es=7.0"))
            // The environment of that sandbox has the cluster; both at once would be a contradiction.
            #expect(!again.contains("--cluster"))
            let run = try #require(result.run)
            for words in [["resume", run], ["confirm", run, "make", "--digest", "0"]] {
                let later = try await Tool.run(words + ["--store", "my store"], in: folder)
                #expect(later.status != 0 && later.said.contains("--cluster es=7.0"), "\(later.said)")
            }
        } else {
            #expect(again.contains("--cluster es=7.0"))
            let pasted = try await paste(again, folder, in: other)
            #expect(pasted.status == status, "\(again): \(pasted.output)\(pasted.errors)")
            #expect(!pasted.output.contains("PUT /logs"), "\(pasted.output)")
        }
    }

    /// Each option of `exec` is repeated in the commands that start the run again, or there is a reason not to.
    @Test func knowsEachOption() async throws {
        let repeated: Set<String> = [
            "--env", "--param", "--params", "--store", "--report", "--only", "--from", "--ticket", "--cluster",
            "--plugin-dir",
        ]
        // What answers for a person, is about one terminal, or is used up by the run.
        let once: Set<String> = [
            "--yes", "--format", "--verbose", "--wait-for-lock", "--plan", "--dry-run", "--help", "--no-color",
            "--ascii",
        ]
        let help = try await Tool.run(["exec", "--help"], in: try TestFolder())
        let lines = help.output.split(separator: "\n").filter { $0.hasPrefix(" ") }
        let options = Set(
            lines.flatMap { line in
                line.prefixMatch(of: /\s+(?:-\w, )?(--[a-z-]+)/).map { [String($0.output.1)] } ?? []
            })
        #expect(options.count > 15)
        #expect(options.subtracting(repeated).subtracting(once) == [])
        #expect(repeated.subtracting(options) == [])
    }
}
