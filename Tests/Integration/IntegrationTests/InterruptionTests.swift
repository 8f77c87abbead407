import Glibc
import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Ctrl-C and worse, at the worst moment.
    struct InterruptionTests {
        private static let document = Documents.document(
            Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{}")
                + Documents.fence("console run id=second again=yes", "PUT /orders/_doc/2\n{}"))

        /// A run of the document whose first write is under way.
        private func interrupted(
            _ signals: [Int32], opens: Bool = true,
            _ check: (ToolResult, TestFolder, FakeElastic, _ run: String) async throws -> Void
        ) async throws {
            let turnstile = Turnstile()
            try await FakeElastic.with { request in
                if request.target == "/orders/_doc/1" { await turnstile.pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.document)
                let tool = try await RunningTool(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                let run = try #require(
                    try await tool.lines(until: "run ").last?.firstMatch(of: RunName.pattern)?.output)
                #expect(await fake.arrival() == "PUT /orders/_doc/1")
                for (index, signal) in signals.enumerated() {
                    if index > 0 { try await Task.sleep(for: .milliseconds(300)) }
                    tool.signal(signal)
                }
                if opens {
                    try await Task.sleep(for: .milliseconds(300))
                    turnstile.open()
                }
                let result = try await tool.finish()
                turnstile.open()
                try await check(result, folder, fake, String(run))
            }
        }

        private func states(_ run: String, in folder: TestFolder) async throws -> [String] {
            let report = try await Tool.run(["report", run, "--format", "json"], in: folder)
            let json = try JSON(parsing: report.output)
            return [json["state"], json["steps"]?[0]?["state"], json["steps"]?[1]?["state"]].map { $0?.string ?? "" }
        }

        @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
        func oneSignalLetsTheWriteFinish(_ signal: Int32) async throws {
            try await interrupted([signal]) { result, folder, fake, run in
                #expect(result.status == 128 + signal, "\(result.said)")
                #expect(fake.lines == ["PUT /orders/_doc/1"])
                #expect(try await states(run, in: folder) == ["interrupted", "passed", "pending"])

                let resumed = try await Tool.run(["resume", run], in: folder)
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(fake.lines == ["PUT /orders/_doc/1", "PUT /orders/_doc/2"])
            }
        }

        @Test func twoSignalsCutIt() async throws {
            try await interrupted([SIGINT, SIGINT], opens: false) { result, folder, fake, run in
                // Something is in doubt: that concerns a person more than the signal does.
                #expect([130, 3].contains(result.status), "\(result.said)")
                let states = try await states(run, in: folder)
                #expect(states == ["waiting", "in-doubt", "pending"])
                let resumed = try await Tool.run(["resume", run], in: folder)
                #expect(resumed.status == 3, "\(resumed.said)")
                #expect(resumed.output.contains("in doubt"), "\(resumed.said)")
                #expect(fake.lines == ["PUT /orders/_doc/1"])
            }
        }

        @Test func killedDuringAWriteIsInDoubt() async throws {
            try await interrupted([SIGKILL], opens: false) { result, folder, fake, run in
                #expect(result.status == 1000 + SIGKILL)
                let resumed = try await Tool.run(["resume", run], in: folder)
                #expect(resumed.status == 3, "\(resumed.said)")
                #expect(fake.lines == ["PUT /orders/_doc/1"])
                let report = try await Tool.run(["report", run], in: folder)
                #expect(report.status == 0)
                #expect(report.output.contains("doubt"), "\(report.output)")
            }
        }

        @Test func killedDuringAWaitGoesOn() async throws {
            let document = Documents.document(
                Documents.fence("console run id=first again=yes", "PUT /orders")
                    + Documents.fence("console verify id=arrives within=30s every=100ms", "GET /orders/_doc/1"))
            try await World.with(document, isVirtual: false) { world in
                let tool = try await RunningTool(
                    ["exec", "test.md", "--env", world.sandbox.environment], in: world.folder)
                let lines = try await tool.lines(until: "waiting up to")
                tool.signal(SIGKILL)
                _ = try await tool.finish()
                let run = try #require(lines.joined().firstMatch(of: RunName.pattern)?.output)
                #expect(try await world.run(["runs"]).output.contains("interrupted"))
                try await world.sandbox.ask("PUT", "/orders/_doc/1", body: "{}")
                let resumed = try await world.run(["resume", String(run)])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders", "PUT /orders/_doc/1"])
            }
        }

        @Test func aWaitIsCutAtOnce() async throws {
            let document = Documents.document(
                Documents.fence("console verify id=arrives within=10m every=1m", "GET /orders/_doc/1"))
            try await World.with(document, isVirtual: false) { world in
                let tool = try await RunningTool(
                    ["exec", "test.md", "--env", world.sandbox.environment], in: world.folder)
                _ = try await tool.lines(until: "waiting up to")
                let began = ContinuousClock.now
                tool.signal(SIGINT)
                let result = try await tool.finish()
                #expect(result.status == 130, "\(result.said)")
                #expect(result.output.contains("runbook resume"))
                #expect(began.duration(to: .now) < .seconds(15))
            }
        }
    }
}
