import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Taking a run back, and finding causes.
    struct UndoTests {
        private static let document = Documents.document(
            Documents.fence("console run id=create unless", "PUT /orders")
                + Documents.fence("console verify id=created within=10s", "GET /orders")
                + Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"total\": 1 }")
                + "## Back\n\n<!-- runbook: undo -->\n\n"
                + Documents.fence("console undo of=create", "DELETE /orders"))

        @Test func takesBackWhatTheRunDidWithTheRecordedText() async throws {
            try await World.with(Self.document) { world in
                let done = try await world.exec()
                #expect(done.status == 0, "\(done.said)")
                let run = try #require(done.run)
                try world.folder.write("# Something else\n", to: "test.md")
                let dry = try await world.run(["undo", run, "--dry-run"])
                #expect(dry.status == 0, "\(dry.said)")
                #expect(dry.output.contains("create on search: DELETE /orders"))
                #expect(dry.output.contains("write: nothing says how to take it back"))
                #expect(try await world.sandbox.writes().count == 2)
                let undone = try await world.run(["undo", run, "--yes", "--report", "report.json"])
                #expect(undone.status == 0, "\(undone.said)")
                #expect(try await world.sandbox.writes().last == "DELETE /orders")
                let report = try JSON(bytes: world.folder.read("report.json"))
                #expect(report["state"] == "undone")
                #expect(report["undo"]?["steps"]?.array?.map { $0["id"]?.string } == ["undo/create"])
                #expect(report["undo"]?["left"]?.array?.map { $0["step"]?.string } == ["write"])
                let runs = try await world.run(["runs"])
                #expect(runs.output.contains("undone"), "\(runs.output)")
                let again = try await world.run(["undo", run])
                #expect(again.status == 0)
                #expect(again.output.contains("taken back already"))
                #expect(try await world.run(["resume", run]).status == 0)
                #expect(try await world.sandbox.writes().count == 3)
            }
        }

        @Test func waitsForThePersonWhoMayDestroy() async throws {
            try await World.with(Self.document) { world in
                try world.keep()
                let run = try #require(try await world.exec().run)
                let waiting = try await world.run(["undo", run, "--yes"])
                #expect(waiting.status == 3, "\(waiting.said)")
                #expect(waiting.output.contains("runbook undo \(run)"), "\(waiting.output)")
                let answered = try await world.confirm(run, "undo")
                #expect(answered.status == 0, "\(answered.said)")
                #expect(answered.output.contains("runbook undo \(run)"))
                let undone = try await world.run(["undo", run])
                #expect(undone.status == 0, "\(undone.said)")
                #expect(try await world.sandbox.writes().last == "DELETE /orders")
            }
        }

        @Test func namesTheCausesOfAFailure() async throws {
            let document = Documents.document(
                Documents.fence("console run id=link again=yes", "PUT /other")
                    + Documents.fence("console verify id=there within=0s", "GET /orders/_doc/1")
                    + "## Why is it not there?\n\n<!-- runbook: troubleshoot there -->\n\n- Is there an index?\n\n  "
                    + Documents.fence("console verify", "GET /orders").replacing("\n", with: "\n  ")
                    + "\n- Does the cluster answer?\n\n  "
                    + Documents.fence("console verify", "GET /").replacing("\n", with: "\n  ")
                    + "\n- Was it the right door?\n")
            try await World.with(document) { world in
                let failed = try await world.exec("--report", "report.md")
                #expect(failed.status == 1, "\(failed.said)")
                #expect(failed.output.contains("✗ does not hold: Is there an index?"), "\(failed.output)")
                #expect(failed.output.contains("✓ holds: Does the cluster answer?"))
                #expect(failed.output.contains("☐ look at it by hand: Was it the right door?"))
                #expect(failed.output.contains("cause:"))
                let report = try world.folder.text("report.md")
                #expect(report.contains("- ✗ **does not hold** · Is there an index?"), "\(report)")
            }
        }
    }
}
