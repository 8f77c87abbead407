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
}
