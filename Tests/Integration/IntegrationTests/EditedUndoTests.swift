import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What was done of a step that the adopted text lacks, and of one that was skipped afterwards, is not forgotten.
    struct EditedUndoTests {
        private static let first = Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{}")
        private static let gone = Documents.fence("console run id=gone again=yes", "PUT /users/_doc/1\n{}")
        private static let gate = Documents.fence(
            "console run id=last again=yes confirm=\"Go on?\"", "PUT /last/_doc/1\n{}")
        private static let back =
            "## Back\n\n<!-- runbook: undo -->\n\n"
            + Documents.fence("console undo of=first", "DELETE /orders")
        private static let backOfGone = Documents.fence("console undo of=gone", "DELETE /users")

        /// With an undo block of its own text, or without one.
        @Test(arguments: [true, false])
        func aRemovedStepIsTakenBackFromTheRecord(hasUndo: Bool) async throws {
            let old = Documents.document(
                Self.first + Self.gone + Self.gate + Self.back + (hasUndo ? Self.backOfGone : ""))
            try await World.with(old) { world in
                let run = try #require(try await world.exec().run)
                try world.folder.write(Documents.document(Self.first + Self.gate + Self.back), to: "test.md")
                let resumed = try await world.run(["resume", run, "--adopt", "--yes"])
                #expect(resumed.status == 0, "\(resumed.said)")
                let dry = try await world.run(["undo", run, "--dry-run"])
                let line = hasUndo ? "gone on search: DELETE /users" : "gone: nothing says how to take it back"
                #expect(dry.output.contains(line), "\(dry.output)")
                let undone = try await world.run(["undo", run, "--yes"])
                #expect(undone.status == 0, "\(undone.said)")
                let writes = try await world.sandbox.writes()
                #expect(writes.contains("DELETE /orders") && writes.contains("DELETE /users") == hasUndo, "\(writes)")
                let report = try JSON(
                    parsing: try await world.run(["report", run, "--format", "json"]).output)
                #expect(report["undo"]?.text().contains("gone") == true, "\(report["undo"]?.text() ?? "")")
            }
        }

        /// What failed after a change and was left out then had changed something all the same.
        @Test func aSkippedStepThatHadChangedSomethingIsListed() async throws {
            let document = Documents.document(
                Self.first + Documents.fence("json expect", "{ \"result\": \"updated\" }") + Self.back)
            try await World.with(document) { world in
                let run = try #require(try await world.exec().run)
                let skipped = try await world.run(
                    ["confirm", run, "first", "--digest", "attempt-1", "--skip", "looked at it", "--resume"])
                #expect(skipped.status == 0, "\(skipped.said)")
                let dry = try await world.run(["undo", run, "--dry-run"])
                #expect(dry.output.contains("first on search: DELETE /orders"), "\(dry.output)")
            }
        }

        /// A finished step of an included document is asked about like one of the document itself.
        @Test(arguments: ["PUT /orders/_doc/1\n{ \"b\": 2 }", "PUT /orders/_doc/2\n{ \"a\": 1 }"])
        func anEditInAnIncludeIsNoticed(request: String) async throws {
            func inner(_ request: String) -> String {
                Documents.document(
                    Documents.fence("console run id=put again=yes", request)
                        + Documents.fence("console run id=wait again=yes confirm=\"Go on?\"", "PUT /last/_doc/1\n{}"))
            }
            let outer = Documents.document("1. Run [it](inner.md). <!-- runbook: include id=inc -->\n")
            try await World.with(outer) { world in
                try world.folder.write(inner("PUT /orders/_doc/1\n{ \"a\": 1 }"), to: "inner.md")
                let exec = try await world.exec()
                #expect(exec.status == 3, "\(exec.said)")
                let run = try #require(exec.run)
                try world.folder.write(inner(request), to: "inner.md")
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 3, "\(resumed.said)")
                #expect(resumed.errors.contains("`inc/put`"), "\(resumed.said)")
                #expect(resumed.errors.contains("finished, but its requests changed"), "\(resumed.said)")
            }
        }
    }
}
