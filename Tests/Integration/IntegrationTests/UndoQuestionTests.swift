import Glibc
import OrderedJSON
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// Taking back what is not known, without a terminal, and in an environment file that was edited.
    struct UndoQuestionTests {
        private static let failing = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"total\": 1 }")
                + Documents.fence("json expect", "{ \"result\": \"updated\" }")
                + "## Back\n\n<!-- runbook: undo -->\n\n"
                + Documents.fence("console undo of=write", "DELETE /orders"))

        /// The command that a run prints answers what it asks.
        @Test(arguments: ["go", "skip", "abort"])
        func theQuestionOfAnUndoCanBeAnswered(answer: String) async throws {
            try await World.with(Self.failing) { world in
                let run = try #require(try await world.exec().run)
                let asked = try await world.run(["undo", run, "--yes"])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(asked.output.contains("runbook confirm \(run) undo/write --digest "), "\(asked.output)")
                #expect(!asked.output.contains("--accept"), "\(asked.output)")
                let more = answer == "go" ? [] : answer == "skip" ? ["--skip", "keep it"] : ["--abort"]
                let other = try await world.run(["confirm", run, "write", "--digest", "attempt-1", "--accept"])
                #expect(other.status == 64 && other.errors.contains("is being taken back"), "\(other.said)")
                let given = try await Tool.confirm(run, "undo/write", more, in: world.folder)
                #expect(given.status == 0, "\(given.said)")
                let undone = try await world.run(["undo", run, "--yes"])
                #expect(undone.status == (answer == "abort" ? 6 : 0), "\(undone.said)")
                #expect(try await world.sandbox.writes().contains("DELETE /orders") == (answer == "go"))
            }
        }

        /// A run that was killed while a write had no response is taken back after a question.
        @Test func aKilledRunIsTakenBack() async throws {
            let document = Self.failing.replacing("```json expect\n{ \"result\": \"updated\" }\n```\n", with: "")
            try await World.with(document) { world in
                try await world.sandbox.setFaults([["fault": "hang", "match": "PUT /orders"]])
                let tool = try await RunningTool(
                    ["exec", "test.md", "--env", world.sandbox.environment, "--format", "json"], in: world.folder)
                var run: String?
                while run == nil {
                    let shown = try await world.run(["runs", "--format", "json"])
                    run = shown.run
                    if let name = run {
                        let report = try await world.run(["report", name, "--format", "json"])
                        if !report.output.contains("PUT /orders/_doc/1") { run = nil }
                    }
                }
                tool.signal(SIGKILL)
                _ = await tool.result()
                let name = try #require(run)
                try await world.sandbox.setFaults([])
                let asked = try await world.run(["undo", name, "--yes"])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(try await Tool.confirm(name, "undo/write", [], in: world.folder).status == 0)
                let undone = try await world.run(["undo", name, "--yes"])
                #expect(undone.status == 0, "\(undone.said)")
                #expect(try await world.run(["runs"]).output.contains("undone"))
            }
        }

        /// A comment in the environment file is no dead end, and nothing is used of the file before somebody adopts it.
        @Test func anEditedEnvironmentIsAdopted() async throws {
            try await World.with(Self.failing) { world in
                let run = try #require(try await world.exec().run)
                try world.folder.write(try world.folder.text("sandbox.yaml") + "# later\n", to: "sandbox.yaml")
                let refused = try await world.run(["undo", run, "--yes"])
                #expect(refused.status == 3, "\(refused.said)")
                #expect(refused.errors.contains("its file was edited"), "\(refused.said)")
                #expect(refused.errors.contains("`runbook undo \(run) --adopt-env"), "\(refused.said)")
                let asked = try await world.run(["undo", run, "--yes", "--adopt-env"])
                #expect(asked.status == 3 && asked.output.contains("undo/write"), "\(asked.said)")
            }
        }

        /// At a terminal `resume` asks about it, and shows what changed.
        @Test func aTerminalIsAskedAboutAnEditedEnvironment() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let text = try world.folder.text("sandbox.yaml").replacing("127.0.0.1", with: "localhost")
                try world.folder.write(text, to: "sandbox.yaml")
                let terminal = try PseudoTerminal()
                let tool = try await RunningTool.start(["resume", run], at: terminal, in: world.folder)
                let shown = try await terminal.shows("Continue in it?")
                #expect(shown.contains("its file was edited"), "\(shown)")
                #expect(shown.contains("is at http://localhost:"), "\(shown)")
                try await terminal.shows("1-2: ")
                try terminal.type("2\n")
                try await terminal.shows("[y]es, [s]kip or [a]bort: ")
                try terminal.type("y\n")
                #expect(await tool.result().status == 0)
                _ = terminal
            }
        }
    }
}
