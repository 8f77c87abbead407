import OrderedJSON
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// The table of semantics, "People and flags", each cell through the real binary.
    struct PeopleTableTests {
        /// What is asked, and how a run ends: without a terminal, with `--yes`, and so where all may be lost.
        struct Row: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let document: String
            let wait: Int32
            let yes: Int32
            let disposable: Int32
            var fault: JSON?

            init(_ name: String, _ document: String, _ wait: Int32, _ yes: Int32, _ disposable: Int32) {
                testDescription = name
                self.document = document
                (self.wait, self.yes, self.disposable) = (wait, yes, disposable)
            }

            func failing(by fault: JSON) -> Row {
                var row = self
                row.fault = fault
                return row
            }
        }

        private static func input(_ words: String) -> String {
            Documents.document(
                "1. [ ] Decide. <!-- runbook: input mode -->\n\n   <!-- runbook: id=decide -->\n",
                parameters: "  mode: { \(words) }\n")
        }

        private static func parameter(_ words: String) -> String {
            Documents.document(
                Documents.fence("console run id=look", "GET /_cluster/health?level=${level}"),
                parameters: "  level: { \(words) }\n")
        }

        private static let spend = Documents.document(
            Documents.fence("console run id=buy effect=spend again=yes", "PUT /orders/_doc/1\n{}"))
        private static let write = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))
        private static let changed = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}")
                + Documents.fence("json expect", "{ \"result\": \"updated\" }"))

        static let rows = [
            Row("confirm", Documents.gate, 3, 0, 0), Row("manual", Documents.manual, 3, 3, 0),
            Row("input", input("enum: [a, b]"), 3, 3, 3),
            Row("input with a default", input("enum: [a, b], default: a"), 3, 0, 0),
            Row("input with examples", input("type: string, examples: [x]"), 3, 3, 0),
            Row("parameter", parameter("type: string"), 3, 3, 3),
            Row("parameter of an enum", parameter("enum: [cluster, indices]"), 3, 3, 0),
            Row("parameter with examples", parameter("type: string, examples: [cluster]"), 3, 3, 0),
            Row("parameter with a default", parameter("type: string, default: cluster"), 0, 0, 0),
            Row("spend", spend, 3, 3, 0), Row("destroy", Documents.destroy, 3, 3, 0),
            Row("in doubt", write, 3, 3, 3).failing(by: ["fault": "reset", "match": "PUT /orders", "applied": true]),
            Row("failed and applied", changed, 1, 1, 1),
        ]

        @Test(arguments: rows)
        func endsWithoutATerminal(_ row: Row) async throws {
            for (arguments, isKept, status) in [
                ([String](), true, row.wait), (["--yes"], true, row.yes), (["--yes"], false, row.disposable),
            ] {
                try await World.with(row.document) { world in
                    if isKept {
                        try world.keep()
                    }
                    if row.testDescription == "destroy" { try await world.sandbox.ask("PUT", "/orders") }
                    if let fault = row.fault { try await world.sandbox.setFaults([fault]) }
                    let result = try await world.run(
                        ["exec", "test.md", "--env", world.sandbox.environment] + arguments, input: "y\nyes\na\n")
                    #expect(result.status == status, "\(arguments), kept: \(isKept): \(result.said)")
                    guard status == 1, let run = result.run else { return }
                    // What failed after a change is asked about; no flag answers it.
                    let resumed = try await world.run(["resume", run] + arguments)
                    #expect(resumed.status == 3, "\(resumed.said)")
                }
            }
        }

        /// What a person sees at a terminal, types, and how the run ends; the other cells are in `TerminalTests`.
        @Test(
            arguments: [
                ("input", "or [a]bort: ", "2\n", 0), ("input", "or [a]bort: ", "abort\n", 6),
                ("spend", "`search` to continue, `skip` or `abort`: ", "search\n", 0),
                ("in doubt", "or [l]eave: ", "e", 0), ("in doubt", "or [l]eave: ", "l", 3),
                ("failed and applied", "or [l]eave: ", "a", 0), ("failed and applied", "or [l]eave: ", "l", 1),
            ] as [(String, String, String, Int32)])
        func endsAtATerminal(_ name: String, _ prompt: String, _ typed: String, _ status: Int32) async throws {
            let ended = try await run(name, until: prompt) { _, terminal in try terminal.type(typed) }
            #expect(ended == status)
        }

        /// Runs a row at a terminal, lets somebody answer its prompt, and gives the exit code.
        private func run(
            _ name: String, until prompt: String, _ answer: (World, PseudoTerminal) async throws -> Void
        ) async throws -> Int32 {
            let row = try #require(Self.rows.first { $0.testDescription == name })
            var status: Int32?
            try await World.with(row.document) { world in
                if let fault = row.fault { try await world.sandbox.setFaults([fault]) }
                let terminal = try PseudoTerminal()
                let tool = try await RunningTool.start(
                    ["exec", "test.md", "--env", world.sandbox.environment], at: terminal, in: world.folder)
                try await terminal.shows(prompt)
                try await answer(world, terminal)
                status = await tool.result().status
                _ = terminal
            }
            return try #require(status)
        }

        /// A prompt about a doubt or a failure takes what somebody says at another terminal meanwhile.
        @Test(arguments: [("in doubt", "--applied"), ("failed and applied", "--accept")])
        func isDecidedElsewhere(_ name: String, _ answer: String) async throws {
            let status = try await run(name, until: "or [l]eave: ") { world, _ in
                let report = try await world.run(["runs", "--format", "json"])
                let run = try #require(report.output.firstMatch(of: RunName.pattern)?.output)
                let said = try await world.run(["confirm", String(run), "write", "--digest", "attempt-1", answer])
                #expect(said.status == 0, "\(said.said)")
            }
            #expect(status == 0)
        }
    }
}
