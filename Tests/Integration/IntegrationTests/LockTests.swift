import Glibc
import HTTPServer
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
    }
}
