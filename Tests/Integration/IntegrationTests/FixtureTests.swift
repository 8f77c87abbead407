import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// The runbook that prepares a disposable environment.
    struct FixtureTests {
        /// Reads a document that only the fixture writes.
        private let main = Documents.document(
            Documents.fence("console verify id=there within=0s", "GET /orders/_doc/1")
                + Documents.fence("json expect", #"{ "_source": { "total": "${total}" } }"#),
            parameters: "  total: { type: string, default: \"7\" }\n"
        ).replacing("version: 1\n", with: "version: 1\nfixture: prepare/data.md\n")

        private let fixture = Documents.document(
            Documents.fence(
                "console run id=write unless confirm=\"Write?\"", "PUT /orders/_doc/1\n{ \"total\": \"${total}\" }")
                + Documents.fence("console verify id=written within=10s", "GET /orders/_doc/1"),
            parameters: "  total: { type: string, default: \"1\" }\n")

        private func world(_ fixture: String, _ body: (World) async throws -> Void) async throws {
            try await World.with(main) { world in
                try world.folder.write(fixture, to: "prepare/data.md")
                try await body(world)
            }
        }

        @Test func runsFirstWithoutQuestionsAndTakesValuesByName() async throws {
            try await world(fixture) { world in
                let result = try await world.exec("-p", "total=12", "--report", "report.json")
                #expect(result.status == 0, "\(result.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
                let report = try JSON(bytes: world.folder.read("report.json"))
                #expect(report["fixture"]?.array?.map { $0["id"]?.string } == ["fixture/write", "fixture/written"])
                #expect(report["steps"]?.array?.map { $0["id"]?.string } == ["there"])
                let again = try await world.exec("-p", "total=12")
                #expect(again.status == 0, "\(again.said)")
                #expect(try await world.sandbox.writes().count == 1)
            }
        }

        @Test func runsOnTheSandboxThatExecAndTestStart() async throws {
            let folder = try TestFolder()
            try folder.write(main, to: "test.md")
            try folder.write(fixture, to: "prepare/data.md")
            for command in ["exec", "test"] {
                let result = try await Tool.run([command, "test.md"], in: folder)
                #expect(result.status == 0, "\(result.said)")
            }
        }

        @Test func neverRunsWhereSomethingCouldBeLost() async throws {
            try await world(fixture) { world in
                try world.keep()
                let result = try await world.exec("--yes")
                #expect(result.status == 1, "\(result.said)")
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func failsTheRunInItsOwnName() async throws {
            let broken = fixture.replacing("PUT /orders/_doc/1", with: "PUT /Orders/_doc/1")
            try await world(broken) { world in
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("prepare/data.md:"))
                #expect(result.output.contains("fixture/write"))
                // Only the fixture's own check was tried; the runbook was not begun.
                #expect(try await world.sandbox.log().count { $0 == "GET /orders/_doc/1" } == 1)
                let run = try #require(result.run)
                // The recorded text is tried again, whatever became of the file.
                try world.folder.write(fixture, to: "prepare/data.md")
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 1, "\(resumed.said)")
                #expect(resumed.output.contains("fixture/write"))
            }
        }

        /// A run that ended in its fixture continues there.
        @Test func isContinuedByResume() async throws {
            let waiting = fixture + Documents.fence("console verify id=ready within=0s", "GET /ready/_doc/1")
            try await world(waiting) { world in
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                let run = try #require(result.run)
                try await world.sandbox.ask("PUT", "/ready/_doc/1", body: "{}")
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.writes().filter { $0 == "PUT /orders/_doc/1" }.count == 1)
                let report = try JSON(parsing: await world.run(["report", run, "--format", "json"]).output)
                #expect(
                    report["fixture"]?.array?.map { $0["id"]?.string }
                        == ["fixture/write", "fixture/written", "fixture/ready"])
                #expect(report["steps"]?.array?.map { $0["id"]?.string } == ["there"])
            }
        }

        @Test(arguments: [
            ("", "no such file"), ("# Nothing\n", "is not a runbook"),
            ("# T\n\n```yaml runbook\nversion: 1\ntargets: { other: { kind: elasticsearch } }\n```\n", "`other`"),
            (
                "# T\n\n```yaml runbook\nversion: 1\ntargets: { search: { kind: elasticsearch } }\nfixture: x.md\n```\n",
                "own"
            ),
            ("# T\n\n```yaml runbook\nversion: 2\n```\n", "version"),
        ])
        func whatCannotBeUsedIsSaidBeforeARun(_ text: String, _ part: String) async throws {
            let folder = try TestFolder()
            try folder.write(main, to: "test.md")
            if !text.isEmpty { try folder.write(text, to: "prepare/data.md") }
            for command in ["check", "exec"] {
                let result = try await Tool.run([command, "test.md"], in: folder)
                #expect(result.status == 2, "\(command): \(result.said)")
                #expect(result.said.contains(part), "\(command): \(result.said)")
            }
        }

        @Test(arguments: ["../outside.md", "/etc/hostname", "link.md"])
        func staysInTheRepository(_ name: String) async throws {
            let folder = try TestFolder()
            try folder.write(fixture, to: "outside.md")
            let document = main.replacing("prepare/data.md", with: name)
            try folder.write(document, to: "books/test.md")
            try folder.link("../outside.md", at: "books/link.md")
            let result = try await Tool.run(["check", "books/test.md"], in: folder)
            #expect(result.status == 2, "\(result.said)")
            #expect(result.said.contains("fixture/unusable"))
            // A repository around both makes the neighbour a part of it.
            try folder.write("ref", to: ".git/HEAD")
            let allowed = try await Tool.run(["check", "books/test.md"], in: folder)
            #expect(allowed.status == (name.hasPrefix("/") ? 2 : 0), "\(allowed.said)")
        }
    }
}
