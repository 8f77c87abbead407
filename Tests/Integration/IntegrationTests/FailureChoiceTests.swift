import OrderedJSON
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// A step fails while a person is at the terminal.
    struct FailureChoiceTests {
        private static let prompt = "or [l]eave: "

        private static let document = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"total\": 1 }")
                + Documents.fence("console verify id=there within=0s", "GET /${index}/_doc/1")
                + "## Why?\n\n<!-- runbook: troubleshoot there -->\n\n- Is the other index there?\n\n  "
                + "```console verify on=search\n  GET /other/_doc/1\n  ```\n\n"
                + "## Back\n\n<!-- runbook: undo -->\n\n"
                + Documents.fence("console undo of=write on=search", "DELETE /orders/_doc/1"),
            parameters: "  index: { type: string, default: other, pattern: \"^[a-z]+$\" }\n")

        private func run(
            _ document: String = document, person: (World, PseudoTerminal) async throws -> Void
        ) async throws -> (status: Int32, writes: [String], report: JSON) {
            var found: (Int32, [String], JSON)?
            try await World.with(document) { world in
                let terminal = try PseudoTerminal()
                let tool = try await RunningTool.start(
                    ["exec", "test.md", "--env", world.sandbox.environment], at: terminal, in: world.folder)
                let shown = try await terminal.shows(Self.prompt)
                #expect(shown.contains("failed["), "\(shown)")
                try await person(world, terminal)
                let result = await tool.result()
                let name = try #require(try await world.run(["runs"]).run)
                let report = try JSON(parsing: await world.run(["report", name, "--format", "json"]).output)
                found = (result.status, try await world.sandbox.writes(), report)
            }
            return try #require(found)
        }

        @Test func itIsRunAgain() async throws {
            let run = try await run { world, terminal in
                try await world.sandbox.ask("PUT", "/other/_doc/1", body: "{}")
                try terminal.type("r")
                try await terminal.shows("2 done")
            }
            #expect(run.status == 0)
            #expect(run.report["steps"]?[1]?["state"] == "passed")
        }

        @Test func itIsSkippedWithAReason() async throws {
            let run = try await run { _, terminal in
                try terminal.type("s")
                try await terminal.shows("why? ")
                try terminal.type("nobody reads it\n")
                try await terminal.shows("1 skipped")
            }
            #expect(run.status == 0)
            #expect(run.report.text().contains("nobody reads it"))
        }

        @Test func aParameterGetsAnotherValue() async throws {
            let run = try await run { _, terminal in
                try terminal.type("p")
                try await terminal.shows("1-1: ")
                try terminal.type("1\n")
                try await terminal.shows("index: ")
                try terminal.type("NO\n")
                try await terminal.shows("invalid value")
                try await terminal.shows("index: ")
                try terminal.type("orders\n")
                try await terminal.shows("2 done")
            }
            #expect(run.status == 0)
            #expect(run.writes == ["PUT /orders/_doc/1"])
            #expect(run.report["parameters"]?[0]?["value"] == "orders", "\(run.report["parameters"] ?? .null)")
        }

        @Test func itsCausesAreLookedForAgain() async throws {
            let run = try await run { _, terminal in
                try terminal.type("t")
                let shown = try await terminal.shows(Self.prompt)
                #expect(shown.contains("does not hold: Is the other index there?"), "\(shown)")
                try terminal.type("l")
                try await terminal.shows("runbook resume")
            }
            #expect(run.status == 1)
        }

        @Test func theRunIsTakenBack() async throws {
            let run = try await run { _, terminal in
                try terminal.type("u")
                try await terminal.shows("to continue, `skip` or `abort`: ")
                try terminal.type("search\n")
                try await terminal.shows("undone")
            }
            #expect(run.status == 0)
            #expect(run.writes == ["PUT /orders/_doc/1", "DELETE /orders/_doc/1"])
        }

        /// What changed its target is accepted, or done again, but its values do not change.
        @Test func whatWasChangedIsAccepted() async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /orders/_doc/${id}\n{}")
                    + Documents.fence("json expect", "{ \"result\": \"updated\" }"),
                parameters: "  id: { type: string, default: \"1\" }\n")
            let run = try await run(document) { _, terminal in
                // Its values do not change any more.
                try terminal.type("p")
                try await terminal.shows(Self.prompt)
                try terminal.type("a")
                try await terminal.shows("1 done")
            }
            #expect(run.status == 0)
            #expect(run.writes.count == 1)
        }
    }
}
