import Glibc
import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Two runs of one document in one environment, and a run that two want to take on.
    struct LockTests {
        private static let document = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))

        /// A first run that is in the midst of its write while `body` runs.
        private func whileOneRuns(
            _ body: (_ folder: TestFolder, _ first: RunningTool, _ run: String, _ fake: FakeElastic) async throws ->
                Void
        ) async throws {
            let turnstile = Turnstile()
            try await FakeElastic.with { request in
                if request.method == "PUT" { await turnstile.pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.document)
                let first = try await RunningTool(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                let line = try #require(try await first.lines(until: "run ").last)
                let run = try #require(line.firstMatch(of: RunName.pattern)?.output)
                #expect(await fake.arrival() == "PUT /orders/_doc/1")
                try await body(folder, first, String(run), fake)
                turnstile.open()
                let result = try await first.finish()
                #expect(result.status == 0, "\(result.said)")
            }
        }

        @Test func theSecondRunNamesTheFirst() async throws {
            try await whileOneRuns { folder, first, _, fake in
                let second = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(second.status == 5, "\(second.said)")
                #expect(second.errors.contains("\(first.pid)"))
                let user = try #require(getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) })
                #expect(second.errors.contains(user))
                #expect(fake.lines.count == 1)
            }
        }

        /// A cluster is known by its UUID, however its address is written.
        @Test func anotherSpellingOfAnAddressIsTheSameSystem() async throws {
            try await whileOneRuns { folder, first, _, fake in
                let text = try folder.text("fake.yaml").replacing("127.0.0.1", with: "localhost")
                try folder.write(text, to: "other.yaml")
                let second = try await Tool.run(["exec", "test.md", "--env", "./other.yaml"], in: folder)
                #expect(second.status == 5 && second.errors.contains("\(first.pid)"), "\(second.said)")
                #expect(fake.lines.count == 1)
            }
        }

        @Test func anotherDocumentMayRun() async throws {
            try await whileOneRuns { folder, _, _, _ in
                try folder.write(
                    Documents.document(Documents.fence("console run again=yes", "POST /other/_doc\n{}")), to: "other.md"
                )
                let other = try await Tool.run(["exec", "other.md", "--env", "./fake.yaml"], in: folder)
                #expect(other.status == 0, "\(other.said)")
            }
        }

        @Test func aRunWithAnOwnerIsNotTakenOn() async throws {
            try await whileOneRuns { folder, first, run, _ in
                let resumed = try await Tool.run(["resume", run], in: folder)
                #expect(resumed.status == 5, "\(resumed.said)")
                #expect(resumed.errors.contains("\(first.pid)"))
                #expect(try await Tool.run(["runs"], in: folder).output.contains("running"))
                #expect(try await Tool.run(["report", run], in: folder).status == 0)
            }
        }

        @Test func theNextRunGoesAfterAKill() async throws {
            let turnstile = Turnstile()
            try await FakeElastic.with { request in
                if request.method == "PUT" { await turnstile.pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.document)
                let first = try await RunningTool(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(await fake.arrival() != nil)
                first.signal(SIGKILL)
                _ = try await first.finish()
                turnstile.open()
                let second = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(second.status == 0, "\(second.said)")
            }
        }

        /// An owner that does not move is an owner; when it is killed, the next has the lock at once.
        @Test func aStoppedOwnerIsNamedAndNotOvertaken() async throws {
            try await FakeElastic.with { request in
                if request.method == "PUT" { await Turnstile().pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.document)
                let first = try await RunningTool(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                let line = try #require(try await first.lines(until: "run ").last)
                let run = String(try #require(line.firstMatch(of: RunName.pattern)?.output))
                #expect(await fake.arrival() == "PUT /orders/_doc/1")
                first.signal(SIGSTOP)
                for arguments in [["resume", run], ["exec", "test.md", "--env", "./fake.yaml"], ["undo", run]] {
                    let other = try await Tool.run(arguments, in: folder)
                    #expect(other.status == 5, "\(other.said)")
                    #expect(other.errors.contains("\(first.pid)"), "\(other.said)")
                }
                #expect(fake.lines.count == 1)
                first.signal(SIGKILL)
                _ = try await first.finish()
                let resumed = try await Tool.run(["resume", run], in: folder)
                // What the dead process had sent is in doubt; nobody else owns the run.
                #expect(resumed.status == 3, "\(resumed.said)")
                #expect(resumed.said.contains("in doubt"), "\(resumed.said)")
            }
        }

        /// Two processes want one run at the same moment; `RUNBOOK_STRESS_RACES` says how often.
        @Test(.timeLimit(.minutes(20))) func onlyOneOfTwoOwnsARun() async throws {
            let races = getenv("RUNBOOK_STRESS_RACES").flatMap { Int(String(cString: $0)) } ?? 4
            let document = Documents.document(
                Documents.fence("console run id=write again=yes confirm=\"Go?\"", "PUT /orders/_doc/${number}\n{}"),
                parameters: "  number: { type: integer }\n")
            try await World.with(document) { world in
                var held = 0
                for number in 1...races {
                    let waiting = try await world.exec("-p", "number=\(number)")
                    let run = try #require(waiting.run)
                    async let one = world.run(["resume", run, "--yes"])
                    async let other = world.run(["resume", run, "--yes"])
                    let ends = try await [one, other]
                    // Who comes too late is refused, or finds the run done.
                    #expect(ends.allSatisfy { [0, 5].contains($0.status) }, "\(ends.map(\.said))")
                    #expect(ends.contains { $0.status == 0 })
                    held += ends.count { $0.status == 5 }
                    let document = try await world.sandbox.get("/orders/_doc/\(number)")
                    #expect(document["_version"]?.int == 1, "\(document.text())")
                }
                print("\(races) races of two processes for one run: \(held) were refused, none wrote twice")
            }
        }
    }
}
