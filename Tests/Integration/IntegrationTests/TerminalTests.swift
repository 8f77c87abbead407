import Glibc
import OrderedJSON
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// A person at a terminal.
    struct TerminalTests {
        /// Runs the document of a world at a terminal while `person` looks and types.
        private func run(
            _ world: World, _ arguments: String..., variables: [String: String] = [:],
            person: (PseudoTerminal, RunningTool) async throws -> Void
        ) async throws -> ToolResult {
            let terminal = try PseudoTerminal()
            let tool = try await RunningTool.start(
                ["exec", "test.md", "--env", world.sandbox.environment] + arguments, at: terminal, in: world.folder,
                variables: variables)
            try await person(terminal, tool)
            let result = await tool.result()
            _ = terminal
            return result
        }

        @Test func aManualStepIsDone() async throws {
            try await World.with(Documents.manual) { world in
                let result = try await run(world) { terminal, _ in
                    let shown = try await terminal.shows("[d]one, [s]kip, [v]iew again or [a]bort: ")
                    #expect(shown.contains("Turn the big wheel."))
                    try terminal.type("v")
                    #expect(try await terminal.shows("[a]bort: ").contains("Turn the big wheel."))
                    try terminal.type("d")
                    try await terminal.shows("3 steps: 3 done")
                }
                #expect(result.status == 0)
                #expect(try await world.sandbox.log() == ["GET /_cluster/health", "GET /_remote/info"])
            }
        }

        @Test func itIsSkippedWithAReason() async throws {
            try await World.with(Documents.manual) { world in
                let result = try await run(world) { terminal, _ in
                    try await terminal.shows("[a]bort: ")
                    try terminal.type("s")
                    try await terminal.shows("why? ")
                    try terminal.type("no wheel here\n")
                    try await terminal.shows("skipped, by")
                    try await terminal.shows("1 skipped")
                }
                #expect(result.status == 0)
                let name = try #require(try await world.run(["runs"]).run)
                #expect(try await world.run(["report", name]).output.contains("no wheel here"))
            }
        }

        @Test func aPersonSaysNo() async throws {
            try await World.with(Documents.manual) { world in
                let result = try await run(world) { terminal, _ in
                    try await terminal.shows("[a]bort: ")
                    try terminal.type("x")
                    try await terminal.shows("[a]bort: ")
                    // One key does not stop a run.
                    try terminal.type("a")
                    try await terminal.shows("[n]o: ")
                    try terminal.type("n\n")
                    try await terminal.shows("[a]bort: ")
                    try terminal.type("a")
                    try await terminal.shows("[n]o: ")
                    try terminal.type("y\n")
                    try await terminal.shows("2 not reached")
                }
                #expect(result.status == 6)
                #expect(try await world.sandbox.log() == ["GET /_cluster/health"])
            }
        }

        @Test func aGateIsConfirmed() async throws {
            try await World.with(Documents.gate) { world in
                let result = try await run(world) { terminal, _ in
                    let shown = try await terminal.shows("[y]es, [s]kip or [a]bort: ")
                    #expect(shown.contains("Write it?"))
                    #expect(shown.contains("PUT /orders/_doc/1"))
                    #expect(try await world.sandbox.writes().isEmpty)
                    try terminal.type("y\n")
                    try await terminal.shows("3 done")
                }
                #expect(result.status == 0)
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
            }
        }

        @Test func whatDestroysWantsTheNameOfItsTarget() async throws {
            try await World.with(Documents.destroy) { world in
                try await world.sandbox.ask("PUT", "/orders")
                let result = try await run(world) { terminal, _ in
                    try await terminal.shows("`search` to continue")
                    try await terminal.shows(": ")
                    try terminal.type("y\n")
                    try await terminal.shows("please answer")
                    try await terminal.shows(": ")
                    #expect(try await world.sandbox.writes() == ["PUT /orders"])
                    try terminal.type("search\n")
                    try await terminal.shows("1 done")
                }
                #expect(result.status == 0)
                #expect(try await world.sandbox.writes().last == "DELETE /orders")
            }
        }

        @Test func theEndOfInputIsNoAnswer() async throws {
            try await World.with(Documents.gate) { world in
                let result = try await run(world) { terminal, _ in
                    try await terminal.shows("[a]bort: ")
                    try terminal.type("\u{4}")
                    try await terminal.shows("1 waiting, 1")
                }
                #expect(result.status == 3)
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func whatWasTypedBeforeIsThrownAway() async throws {
            let document = Documents.document(
                Documents.fence("console run id=slow", "GET /_cluster/health")
                    + Documents.fence("console run id=write again=yes confirm=\"Write it?\"", "PUT /orders/_doc/1\n{}"))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([["fault": "delay", "match": "GET /_cluster", "ms": 2000]])
                let result = try await run(world) { terminal, _ in
                    // The line before the first step: the section's heading comes with its end, beside the prompt.
                    try await terminal.shows("of test.md")
                    try terminal.type("y\ny\n")
                    try await terminal.shows("[a]bort: ")
                    try await Task.sleep(for: .milliseconds(300))
                    #expect(try await world.sandbox.writes().isEmpty)
                    try terminal.type("a\n")
                }
                #expect(result.status == 6)
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func anAnswerFromElsewhereOvertakesThePrompt() async throws {
            try await World.with(Documents.gate) { world in
                let result = try await run(world) { terminal, _ in
                    let shown = try await terminal.shows("[a]bort: ")
                    let name = try #require(shown.firstMatch(of: RunName.pattern)?.output)
                    #expect(try await world.confirm(String(name), "write").status == 0)
                    try await terminal.shows("3 done")
                }
                #expect(result.status == 0)
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
            }
        }

        @Test func aProtectedEnvironmentWantsItsNameTyped() async throws {
            try await World.with(Documents.gate) { world in
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(
                    text.replacing("  disposable: true\n", with: "  protected: true\n"), to: "sandbox.yaml")
                let refused = try await run(world) { terminal, _ in
                    try await terminal.shows("to continue: ")
                    try terminal.type("something\n")
                    try await terminal.shows("nothing was sent")
                }
                #expect(refused.status == 6)
                let accepted = try await run(world, "--yes") { terminal, _ in
                    try await terminal.shows("to continue: ")
                    try terminal.type("sandbox\n")
                    try await terminal.shows("3 done")
                }
                #expect(accepted.status == 0)
            }
        }

        @Test func parametersAreAskedFor() async throws {
            let document = Documents.document(
                Documents.fence(
                    "console run id=write again=yes", "PUT /orders/_doc/${index}-${way}\n{ \"t\": \"${token}\" }"),
                parameters: """
                      index: { type: string, pattern: "^[a-z]+$" }
                      way: { enum: [fast, slow] }
                      token: { type: string, secret: true }

                    """)
            try await World.with(document) { world in
                let result = try await run(world) { terminal, _ in
                    try await terminal.shows("index: ")
                    try terminal.type("NO\n")
                    try await terminal.shows("invalid value")
                    try await terminal.shows("index: ")
                    try terminal.type("abc\n")
                    try await terminal.shows("1-2: ")
                    try terminal.type("2\n")
                    try await terminal.shows("(not shown): ")
                    try terminal.type("hidden-word\n")
                    let rest = try await terminal.shows("1 done")
                    #expect(!rest.contains("hidden-word"))
                }
                #expect(result.status == 0)
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/abc-slow"])
            }
        }

        /// Also where one key is read.
        @Test(arguments: [Documents.gate, Documents.manual])
        func ctrlCAtAPromptStopsTheRun(_ document: String) async throws {
            try await World.with(document) { world in
                let result = try await run(world) { terminal, tool in
                    try await terminal.shows("[a]bort: ")
                    tool.signal(SIGINT)
                    try await terminal.shows("runbook resume")
                }
                #expect(result.status == 130)
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func anAgentIsNobody() async throws {
            try await World.with(Documents.gate) { world in
                let result = try await run(world, variables: ["RUNBOOK_NO_TERMINAL": "1"]) { terminal, _ in
                    try await terminal.shows("runbook confirm")
                }
                #expect(result.status == 3)
            }
        }
    }
}
