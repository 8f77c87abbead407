import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// When a run cannot be gone on with, and when a second run finds all done.
    struct ResumeTests {
        @Test func anEditedDocumentIsRefused() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.run(["confirm", run, "write"])
                try world.folder.write(Documents.gate + "\nOne word more.\n", to: "test.md")
                let result = try await world.run(["resume", run])
                #expect(result.status == 3, "\(result.said)")
                #expect(result.errors.contains("edited"))
                #expect(try await world.sandbox.writes().isEmpty)
                try world.folder.write(Documents.gate, to: "test.md")
                #expect(try await world.run(["resume", run]).status == 0)
            }
        }

        @Test func anotherClusterIsRefused() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.run(["confirm", run, "write"])
                await world.sandbox.stop()
                let other = try await RunningSandbox(in: world.folder)
                let result = try await world.run(["resume", run])
                #expect(result.status == 3, "\(result.said)")
                #expect(try await other.writes().isEmpty)
                await other.stop()
            }
        }

        @Test func protectedEnvironmentIsAskedForAgain() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.run(["confirm", run, "write"])
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(
                    text.replacing("  disposable: true\n", with: "  protected: true\n"), to: "sandbox.yaml")
                let result = try await world.run(["resume", run])
                #expect(result.status == 3, "\(result.said)")
                #expect(result.errors.contains("protected"))
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func placeOfTheReportIsLookedAtFirst() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.run(["confirm", run, "write"])
                let result = try await world.run(["resume", run, "--report", "nowhere/run.md"])
                #expect(result.status == 2, "\(result.said)")
                #expect(result.errors.contains("nowhere/run.md"))
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func aDeletedDocumentIsNamed() async throws {
            try await World.with(Documents.gate) { world in
                try world.folder.write(Documents.gate, to: "other.md")
                let first = try await world.run(["exec", "other.md", "--env", world.sandbox.environment])
                let run = try #require(first.run)
                try world.folder.remove("other.md")
                let result = try await world.run(["resume", run])
                #expect([2, 3].contains(result.status), "\(result.said)")
                #expect(result.errors.contains("other.md"))
            }
        }

        @Test func failureWithoutAChangeIsTriedAgain() async throws {
            let document = Documents.document(
                Documents.fence("console verify id=look within=4s", "GET /orders/_doc/1")
                    + Documents.fence("console run id=write again=yes", "PUT /orders/_doc/2\n{}"))
            try await World.with(document) { world in
                let first = try await world.exec()
                #expect(first.status == 1, "\(first.said)")
                let run = try #require(first.run)
                #expect(first.output.contains("runbook resume \(run)"))
                try await world.sandbox.ask("PUT", "/orders/_doc/1", body: "{}")
                let result = try await world.run(["resume", run])
                #expect(result.status == 0, "\(result.said)")
            }
        }

        @Test func aSecondRunActsNowhere() async throws {
            let document = Documents.document(
                Documents.fence("console run id=write unless=written", "PUT /orders/_doc/1?refresh\n{ \"total\": 1 }")
                    + Documents.fence("console verify id=written within=10s", "GET /orders/_doc/1"))
            try await World.with(document) { world in
                #expect(try await world.exec().status == 0)
                let second = try await world.exec()
                #expect(second.status == 0, "\(second.said)")
                #expect(second.output.contains("already so"))
                #expect(try await world.sandbox.writes().count == 1)
                #expect(try await world.sandbox.get("/orders/_doc/1")["_version"]?.int == 1)
                #expect(try await world.sandbox.get("/orders/_count")["count"]?.int == 1)
            }
        }
    }
}
