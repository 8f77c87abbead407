import Glibc
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What a person leaves out of an undo, and an undo that was killed.
    struct LeftByUndoTests {
        private static let document = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"total\": 1 }")
                + "## Back\n\n<!-- runbook: undo -->\n\n"
                + Documents.fence("console undo of=write confirm=\"Delete it?\"", "DELETE /orders"))

        @Test func isSaidWhereverTheStateIs() async throws {
            try await World.with(Self.document) { world in
                try world.keep()
                let run = try #require(try await world.exec().run)
                _ = try await world.run(["undo", run])
                #expect(try await world.confirm(run, "undo").status == 0)
                _ = try await world.run(["undo", run])
                #expect(try await world.confirm(run, "undo/write", "--skip", "leave it").status == 0)
                let undone = try await world.run(["undo", run])
                #expect(undone.status == 0, "\(undone.said)")
                let words = "undone, but 1 step was skipped"
                #expect(undone.output.contains(words), "\(undone.said)")
                #expect(try await world.run(["runs"]).output.contains(words))
                #expect(try await world.run(["handover", run]).output.contains(words))
                #expect(try await world.run(["report", run]).output.hasPrefix("# A test — \(words) — "))
                let listed = try JSON(parsing: try await world.run(["runs", "--format", "json"]).output)
                #expect(listed[0]?["state"]?.string == "undone")
                #expect(listed[0]?["skipped_by_undo"] == ["undo/write"])
            }
        }

        /// What takes a step back is in doubt after a kill like everything else: a DELETE without a token is not repeated.
        @Test func aKilledUndoIsInDoubt() async throws {
            let document = Self.document.replacing(" confirm=\"Delete it?\"", with: "")
            try await World.with(document) { world in
                let run = try #require(try await world.exec("--yes").run)
                try await world.sandbox.setFaults([["fault": "hang", "match": "DELETE /orders", "applied": true]])
                let tool = try await RunningTool(["undo", run, "--yes"], in: world.folder)
                var sent = false
                let latest = ContinuousClock.now + .seconds(120)
                while !sent {
                    try #require(.now < latest, "the DELETE was not sent")
                    sent = try await world.sandbox.writes().contains("DELETE /orders")
                    await Task.yield()
                }
                tool.signal(SIGKILL)
                _ = await tool.result()
                try await world.sandbox.setFaults([])
                let asked = try await world.run(["undo", run, "--yes"])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(try await world.confirm(run, "undo/write", "--applied").status == 0)
                let undone = try await world.run(["undo", run, "--yes"])
                #expect(undone.status == 0, "\(undone.said)")
                #expect(try await world.run(["runs"]).output.contains("undone"))
                #expect(try await world.sandbox.writes().count { $0 == "DELETE /orders" } == 1)
            }
        }
    }
}
