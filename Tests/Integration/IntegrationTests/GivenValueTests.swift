import OrderedJSON
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// A value that was lost with a response, and that a person knows.
    struct GivenValueTests {
        private static let write = Documents.fence("console run id=made again=yes", "PUT /orders/_doc/1\n{}")
            .replacing("```\n\n", with: "```\n\n```jq capture\nfound = ._id\n```\n\n")
        private static let use = Documents.fence(
            "console run id=use again=yes", "PUT /used/_doc/${found}\n{}")

        /// Runs until the value is asked for: the response was lost, and a person said that it was done.
        private func asking(_ body: (World, String) async throws -> Void) async throws {
            try await World.with(Documents.document(Self.write + Self.use)) { world in
                try world.keep()
                try await world.sandbox.setFaults([["fault": "reset", "match": "PUT /orders", "applied": true]])
                let run = try #require(try await world.exec().run)
                try await world.sandbox.setFaults([])
                #expect(try await world.confirm(run, "made", "--applied").status == 0)
                let accepted = try await world.run(["resume", run])
                #expect(accepted.output.contains("Is the step done as it should be?"), "\(accepted.said)")
                #expect(try await world.confirm(run, "made").status == 0)
                let asked = try await world.run(["resume", run])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(asked.output.contains("# does it again; or --set found=VALUE"), "\(asked.said)")
                try await body(world, run)
            }
        }

        @Test func isGivenFromElsewhereAndNothingIsSentAgain() async throws {
            try await asking { world, run in
                let other = try await world.confirm(run, "made", "--set", "lost=1")
                #expect(other.status == 64 && other.errors.contains("asks for `found`"), "\(other.said)")
                let given = try await world.confirm(run, "made", "--set", "found=seven")
                #expect(given.status == 0, "\(given.said)")
                let done = try await world.run(["resume", run])
                #expect(done.status == 0, "\(done.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1", "PUT /used/_doc/seven"])
                let report = try await world.run(["report", run])
                #expect(report.output.contains("the value seven"), "\(report.output)")
            }
        }

        @Test func isTypedAtTheTerminal() async throws {
            try await asking { world, run in
                let terminal = try PseudoTerminal()
                let tool = try await RunningTool.start(["resume", run], at: terminal, in: world.folder)
                let shown = try await terminal.shows("[y]es, or the value as `found=VALUE`, [s]kip or [a]bort: ")
                #expect(shown.contains("needs the value `found`"), "\(shown)")
                try terminal.type("found=eight\n")
                #expect(await tool.result().status == 0)
                _ = terminal
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1", "PUT /used/_doc/eight"])
            }
        }

        /// The value of an included step is asked for, and given, in the same way.
        @Test func isGivenForAnIncludedStep() async throws {
            let part = """
                # Part

                ```yaml runbook
                version: 1
                targets: { cluster: { kind: elasticsearch } }
                ```

                ## Make it

                1. Write.

                   ```console run id=make again=yes
                   PUT /orders/_doc/1
                   {}
                   ```

                   ```jq capture
                   found = ._id
                   ```
                """
            let main = Documents.document(
                "1. Do [it](part.md#make-it). <!-- runbook: include id=made cluster=search -->\n\n2. Use.\n\n"
                    + "   ```console run id=use again=yes\n   PUT /used/_doc/${made.found}\n   {}\n   ```\n")
            try await World.with(main) { world in
                try world.keep()
                try world.folder.write(part, to: "part.md")
                try await world.sandbox.setFaults([["fault": "reset", "match": "PUT /orders", "applied": true]])
                let run = try #require(try await world.exec().run)
                try await world.sandbox.setFaults([])
                #expect(try await world.confirm(run, "made/make", "--applied").status == 0)
                _ = try await world.run(["resume", run])
                #expect(try await world.confirm(run, "made/make").status == 0)
                let asked = try await world.run(["resume", run])
                #expect(asked.status == 3 && asked.output.contains("--set found=VALUE"), "\(asked.said)")
                #expect(try await world.confirm(run, "made/make", "--set", "found=nine").status == 0)
                let done = try await world.run(["resume", run])
                #expect(done.status == 0, "\(done.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1", "PUT /used/_doc/nine"])
            }
        }
    }
}
