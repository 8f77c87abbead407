import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What other terminals see of a run: `show`, `handover`, `confirm` without a step, `stop`, `runs export` and `prune`.
    struct ShowTests {
        /// A text without times, which are those of the journal.
        private func untimed(_ text: String) -> String { text.replacing(/\d+(\.\d)? m?s/, with: "TIME") }

        @Test func aRunIsToldAsItWas() async throws {
            try await World.with(Documents.gate) { world in
                let run = try await world.exec("--yes")
                #expect(run.status == 0, "\(run.said)")
                let name = try #require(run.run)
                let shown = try await world.run(["show", name])
                #expect(shown.status == 0)
                #expect(untimed(shown.output) == untimed(run.output), "\(shown.said)")
                let step = try await world.run(["show", name, "write"])
                #expect(step.output.contains("PUT /orders/_doc/1"), "\(step.said)")
                #expect(step.output.contains("\"total\": 1"), "\(step.said)")
                #expect(step.output.contains("response: 201"), "\(step.said)")
                let wrong = try await world.run(["show", name, "wrote"])
                #expect(wrong.status == 64)
                #expect(wrong.errors.contains("did you mean `write`?"), "\(wrong.said)")
            }
        }

        @Test func whatWaitsIsListedWithItsCommand() async throws {
            try await World.with(Documents.gate) { world in
                let run = try await world.exec()
                #expect(run.status == 3, "\(run.said)")
                let name = try #require(run.run)
                let list = try await world.run(["confirm", name])
                #expect(list.status == 0)
                #expect(list.output.contains("1 step waits in the run `\(name)`"), "\(list.said)")
                #expect(list.output.contains("Write it?"), "\(list.said)")
                let command = try #require(list.output.firstMatch(of: /`?runbook (confirm \S+ \S+ --digest [0-9a-f]+)/))
                let handover = try await world.run(["handover", name])
                #expect(handover.output.contains(command.output.1), "\(handover.said)")
                #expect(handover.output.count < 2000)
                let answer = try await world.run(command.output.1.split(separator: " ").map(String.init))
                #expect(answer.status == 0, "\(answer.said)")
                #expect(try await world.run(["resume", name]).status == 0)
                let after = try await world.run(["confirm", name])
                #expect(after.output.contains("nothing waits in the run `\(name)`: it is done"), "\(after.said)")
            }
        }

        @Test func whatNobodyCanTakeUpIsNotAnswered() async throws {
            let folder = try TestFolder()
            try folder.write(Documents.gate, to: "test.md")
            let run = try await Tool.run(["exec", "test.md"], in: folder)
            #expect(run.status == 3, "\(run.said)")
            let name = try #require(run.run)
            let list = try await Tool.run(["confirm", name], in: folder)
            #expect(list.output.contains("nothing can be answered any more"), "\(list.said)")
            #expect(!list.output.contains("--digest"))
            let answer = try await Tool.run(["confirm", name, "write", "--digest", "0123456789ab"], in: folder)
            #expect(answer.status == 3)
            #expect(answer.errors.contains("ended with its process"), "\(answer.said)")
            #expect(try await !Tool.run(["handover", name], in: folder).output.contains("--digest"))
        }

        private static let slow = Documents.document(
            Documents.fence("console run id=look", "GET /orders/_doc/1")
                + Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))

        @Test func aRunElsewhereIsFollowedAndStopped() async throws {
            let turnstile = Turnstile()
            try await FakeElastic.with { request in
                if request.target == "/orders/_doc/1", request.method == "GET" { await turnstile.pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.slow)
                let first = try await RunningTool(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                let line = try #require(try await first.lines(until: "run ").last)
                let run = String(try #require(line.firstMatch(of: RunName.pattern)?.output))
                #expect(await fake.arrival() == "GET /orders/_doc/1")
                let follower = try await RunningTool(["show", run, "--follow"], in: folder)
                _ = try await follower.lines(until: "run \(run)")
                // A read in flight is cut, and nothing new is sent.
                let result = try await Tool.run(["stop", run], in: folder)
                turnstile.open()
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("runbook resume \(run)"), "\(result.said)")
                #expect(try await first.finish().status == 143)
                let told = try await follower.finish()
                #expect(told.status == 0)
                #expect(told.output.contains("interrupted"), "\(told.said)")
                #expect(fake.lines == ["GET /orders/_doc/1"])
                let again = try await Tool.run(["stop", run], in: folder)
                #expect(again.status == 0)
                #expect(again.output.contains("no process executes the run"), "\(again.said)")
            }
        }

        @Test func journalsAreExportedWithTheirTexts() async throws {
            try await World.with(Documents.gate) { world in
                let name = try #require(try await world.exec("--yes").run)
                let export = try await world.run(["runs", "export", "--run", name])
                #expect(export.status == 0)
                let lines = try export.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
                #expect(lines.first?["export"]?.string == "runbook")
                let events = lines.filter { $0["seq"] != nil }
                #expect(events.map { $0["seq"]?.int } == events.indices.map { $0 + 1 })
                #expect(events.first?["kind"]?.string == "run-started")
                #expect(lines.contains { $0["text"]?.string == Documents.gate })
            }
        }

        @Test func runsAreRemovedByAgeOrName() async throws {
            try await World.with(Documents.gate) { world in
                let done = try #require(try await world.exec("--yes").run)
                let waiting = try #require(try await world.exec().run)
                #expect(try await world.run(["runs", "prune"]).status == 64)
                let none = try await world.run(["runs", "prune", "--older-than", "1h"])
                #expect(none.output == "0 runs\n", "\(none.said)")
                let dry = try await world.run(["runs", "prune", "--older-than", "0s", "--dry-run"])
                #expect(dry.output.contains("would remove \(done)"), "\(dry.said)")
                #expect(!dry.output.contains(waiting))
                #expect(try await world.run(["report", done]).status == 0)
                let old = try await world.run(["runs", "prune", "--older-than", "0s"])
                #expect(old.output.contains("removed \(done)"), "\(old.said)")
                #expect(try await world.run(["report", done]).status == 2)
                // What waits goes only by its name, and the store is sound after it.
                #expect(try await world.run(["report", waiting]).status == 0)
                let named = try await world.run(["runs", "prune", "--run", waiting])
                #expect(named.output.contains("removed \(waiting)"), "\(named.said)")
                #expect(try await world.run(["runs"]).output == "no runs yet\n")
                #expect(try await world.exec("--yes").status == 0)
            }
        }

        @Test func aRunThatIsCarriedOnIsNotRemoved() async throws {
            let turnstile = Turnstile()
            try await FakeElastic.with { request in
                if request.target == "/orders/_doc/1", request.method == "GET" { await turnstile.pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.slow)
                let first = try await RunningTool(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                let line = try #require(try await first.lines(until: "run ").last)
                let run = String(try #require(line.firstMatch(of: RunName.pattern)?.output))
                #expect(await fake.arrival() == "GET /orders/_doc/1")
                let prune = try await Tool.run(["runs", "prune", "--run", run], in: folder)
                #expect(prune.status == 5, "\(prune.said)")
                turnstile.open()
                #expect(try await first.finish().status == 0)
                #expect(try await Tool.run(["report", run], in: folder).status == 0)
            }
        }
    }
}
