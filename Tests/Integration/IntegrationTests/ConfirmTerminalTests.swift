import OrderedJSON
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// `runbook confirm RUN STEP` at a terminal without `--digest`: what is answered is shown first.
    struct ConfirmTerminalTests {
        private func confirm(
            _ run: String, _ more: [String], in world: World, person: (PseudoTerminal) async throws -> Void
        ) async throws -> Int32 {
            let terminal = try PseudoTerminal()
            let tool = try await RunningTool.start(["confirm", run] + more, at: terminal, in: world.folder)
            try await person(terminal)
            let result = await tool.result()
            _ = terminal
            return result.status
        }

        @Test func theNameIsTypedForWhatDestroys() async throws {
            try await World.with(Documents.destroy) { world in
                try world.keep()
                try await world.sandbox.ask("PUT", "/orders")
                let run = try #require(try await world.exec().run)
                let status = try await confirm(run, ["forget"], in: world) { terminal in
                    let shown = try await terminal.shows("`search` to continue, `skip` or `abort`: ")
                    #expect(shown.contains("DELETE /orders"), "\(shown)")
                    try terminal.type("y\n")
                    try await terminal.shows("please answer")
                    try await terminal.shows("or `abort`: ")
                    try terminal.type("search\n")
                    try await terminal.shows("runbook resume")
                }
                #expect(status == 0)
                #expect(try await world.run(["resume", run]).status == 0)
                #expect(try await world.sandbox.writes().contains("DELETE /orders"))
            }
        }

        /// The end of input is no answer, and neither is another key.
        @Test(arguments: ["\u{4}", "abort\n", "skip\nnot today\n"])
        func nothingIsAnsweredBlindly(typed: String) async throws {
            try await World.with(Documents.gate) { world in
                try world.keep()
                let run = try #require(try await world.exec().run)
                let status = try await confirm(run, ["write"], in: world) { terminal in
                    let shown = try await terminal.shows("[y]es, [s]kip or [a]bort: ")
                    #expect(shown.contains("Write it?") && shown.contains("PUT /orders/_doc/1"), "\(shown)")
                    for line in typed.split(separator: "\n", omittingEmptySubsequences: true) {
                        try terminal.type(typed == "\u{4}" ? typed : line + "\n")
                        if line == "skip" { try await terminal.shows("why? ") }
                    }
                }
                #expect(status == (typed == "\u{4}" ? 3 : 0))
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == (typed == "\u{4}" ? 3 : typed.hasPrefix("a") ? 6 : 1), "\(resumed.said)")
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        /// What was done in doubt is shown before somebody says what became of it.
        @Test(arguments: [("n\n", Int32(3)), ("y\n", 0)])
        func aDoubtIsShown(typed: String, status: Int32) async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([["fault": "reset", "match": "PUT /orders", "applied": true]])
                let run = try #require(try await world.exec().run)
                let ended = try await confirm(run, ["write", "--applied"], in: world) { terminal in
                    let shown = try await terminal.shows("answer `applied`? [y]es or [n]o: ")
                    #expect(shown.contains("in doubt"), "\(shown)")
                    try terminal.type(typed)
                }
                #expect(ended == status)
                #expect(try await world.run(["resume", run]).status == status)
            }
        }

        /// A part of a digest and another one are told apart, and nothing is answered.
        @Test func aWrongDigestIsSaidAsWhatItIs() async throws {
            try await World.with(Documents.gate) { world in
                try world.keep()
                let run = try #require(try await world.exec().run)
                let digest = try await world.digest(run, "write")
                let short = try await world.run(["confirm", run, "write", "--digest", String(digest.prefix(3))])
                #expect(short.status == 64 && short.errors.contains("is too short"), "\(short.said)")
                let other = try await world.run(["confirm", run, "write", "--digest", "000000000000"])
                #expect(other.status == 3 && other.errors.contains("it was another one, or it has changed"))
                #expect(try await world.run(["resume", run]).status == 3)
            }
        }
    }
}
