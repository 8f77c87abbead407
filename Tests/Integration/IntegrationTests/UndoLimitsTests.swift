import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What an undo must not do, and the ways out of one.
    struct UndoLimitsTests {
        /// A write that is taken back, and a check that fails until its index is there.
        private static let stopped = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"total\": 1 }")
                + Documents.fence("console undo", "DELETE /orders")
                + Documents.fence("console verify id=gate within=0s", "GET /gate"))

        /// Who looks at the list and says no, or nothing, has done nothing: the run continues.
        @Test(arguments: [false, true]) func aDeclinedUndoIsNoDeadEnd(isAborted: Bool) async throws {
            try await World.with(Self.stopped) { world in
                try world.keep()
                let run = try #require(try await world.exec("--yes").run)
                let listed = try await world.run(["undo", run])
                #expect(listed.status == 3, "\(listed.said)")
                if isAborted {
                    let said = try await Tool.confirm(run, "undo", ["--abort"], in: world.folder)
                    #expect(said.status == 0, "\(said.said)")
                    let ended = try await world.run(["undo", run])
                    #expect(ended.status == 6, "\(ended.said)")
                    #expect(ended.output.contains("runbook resume \(run)"), "\(ended.said)")
                }
                _ = try await world.sandbox.ask("PUT", "/gate")
                let resumed = try await world.run(["resume", run, "--yes"])
                #expect(resumed.status == 0, "\(resumed.said)")
                // What it did can still be taken back.
                let again = try await world.run(["undo", run])
                #expect(again.status == 3 && again.output.contains("DELETE /orders"), "\(again.said)")
            }
        }

        /// Something of an undo that cannot work is left as it is, and the rest is taken back.
        @Test func aRefusedUndoIsLeftOut() async throws {
            let document = Documents.document(
                Documents.fence("console run id=one again=yes", "PUT /one/_doc/1\n{}")
                    + Documents.fence("console undo", "DELETE /one")
                    + Documents.fence("console run id=two again=yes", "PUT /two/_doc/1\n{}")
                    + Documents.fence("console undo", "PUT /two/_settings\n{ \"nonsense\": 1 }"))
            try await World.with(document) { world in
                let run = try #require(try await world.exec("--yes").run)
                let failed = try await world.run(["undo", run, "--yes"])
                #expect(failed.status == 1, "\(failed.said)")
                #expect(failed.output.contains("--without undo/two --reason"), "\(failed.said)")
                let unknown = try await world.run(["undo", run, "--yes", "--without", "tow", "--reason", "x"])
                #expect(unknown.status == 64 && unknown.errors.contains("did you mean `two`"), "\(unknown.said)")
                let reason = try await world.run(["undo", run, "--yes", "--without", "two"])
                #expect(reason.status == 64, "\(reason.said)")
                let rest = try await world.run(["undo", run, "--yes", "--without", "two", "--reason", "keep it"])
                #expect(rest.status == 0, "\(rest.said)")
                #expect(try await world.sandbox.writes().contains("DELETE /one"))
                let runs = try await world.run(["runs"])
                #expect(runs.output.contains("1 step was skipped"), "\(runs.output)")
            }
        }

        /// A value that was not kept is not made anew: that would take back another thing than the run made.
        @Test func noStepIsDoneAgain() async throws {
            let document = Documents.document(
                Documents.fence("console run id=key again=yes", "POST /keys/_doc\n{}")
                    + Documents.fence("jq capture", "id! = ._id")
                    + Documents.fence("console undo", "DELETE /keys/_doc/${id}")
                    + Documents.fence("console run id=other again=yes", "PUT /other/_doc/1\n{}")
                    + Documents.fence("console undo", "DELETE /other"))
            try await World.with(document) { world in
                let run = try #require(try await world.exec("--yes").run)
                let dry = try await world.run(["undo", run, "--dry-run"])
                #expect(dry.output.contains("its value `id` is not known any more"), "\(dry.said)")
                let undone = try await world.run(["undo", run, "--yes"])
                #expect(undone.status == 0, "\(undone.said)")
                let writes = try await world.sandbox.writes()
                #expect(writes.count { $0.hasPrefix("POST /keys/_doc") } == 1, "\(writes)")
                #expect(!writes.contains { $0.hasPrefix("DELETE /keys") }, "\(writes)")
                #expect(writes.contains("DELETE /other"), "\(writes)")
            }
        }

        /// The parameters of an undo are those that its step was done with.
        @Test func aValueOfAnUndoIsKept() async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /${name}/_doc/1\n{}")
                    + Documents.fence("console undo", "DELETE /${gone}")
                    + Documents.fence("console verify id=gate within=0s", "GET /gate"),
                parameters: "  name: { type: string, default: orders }\n  gone: { type: string, default: orders }\n")
            try await World.with(document) { world in
                let run = try #require(try await world.exec("--yes").run)
                let refused = try await world.run(["resume", run, "-p", "gone=precious"])
                #expect(refused.status != 0 && refused.errors.contains("write"), "\(refused.said)")
                let dry = try await world.run(["undo", run, "--dry-run"])
                #expect(dry.output.contains("DELETE /orders"), "\(dry.said)")
            }
        }

        /// Where one of two targets refused a request, what is there was there before.
        @Test func onlyTouchedTargetsAreTakenBack() async throws {
            let document = Documents.document(
                Documents.fence("console run id=make on=search,other again=yes", "PUT /made\n{}")
                    + Documents.fence("console undo on=search,other", "DELETE /made"),
                targets: "  other: { kind: elasticsearch, description: another }\n")
            try await World.with(document, clusters: ["search", "other"]) { world in
                _ = try await world.sandbox.ask("PUT", "/made", at: "other")
                let run = try #require(try await world.exec("--yes").run)
                let asked = try await world.run(["undo", run, "--yes"])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(!asked.output.contains("other: DELETE /made"), "\(asked.output)")
                #expect(try await Tool.confirm(run, "undo/make", [], in: world.folder).status == 0)
                let undone = try await world.run(["undo", run, "--yes"])
                #expect(undone.status == 0, "\(undone.said)")
                #expect(try await world.sandbox.get("/made", at: "other")["made"] != nil)
                #expect(try await world.sandbox.get("/made")["made"] == nil)
            }
        }

        /// Somebody looked at what was in doubt, and said that nothing was done.
        @Test func anAnsweredDoubtIsHeard() async throws {
            let document = Documents.document(
                Documents.fence("console run id=make again=yes timeout=1s", "PUT /made\n{}")
                    + Documents.fence("console undo", "DELETE /made"))
            try await World.with(document) { world in
                _ = try await world.sandbox.ask("PUT", "/made")
                try await world.sandbox.setFaults([["fault": "hang", "match": "PUT /made"]])
                let run = try #require(try await world.exec("--yes").run)
                try await world.sandbox.setFaults([])
                let said = try await Tool.confirm(run, "make", ["--not-applied"], in: world.folder)
                #expect(said.status == 0, "\(said.said)")
                let undone = try await world.run(["undo", run, "--yes"])
                #expect(undone.status == 0, "\(undone.said)")
                #expect(try await world.sandbox.get("/made")["made"] != nil)
            }
        }

        /// Who asks for a step again gets it: what the check sees may be what the step did before.
        @Test func againMeansAllOfIt() async throws {
            let document = Documents.document(
                Documents.fence(
                    "console run id=make unless=made retry=0", "PUT /one/_doc/1\n{}\n\nPUT /two/_doc/1\n{}")
                    + Documents.fence("console undo", "DELETE /one")
                    + "## Look\n\n" + Documents.fence("console verify id=made within=0s", "GET /one/_doc/1"))
            try await World.with(document) { world in
                let refusal: JSON = [
                    "fault": "answer", "match": "PUT /two", "status": 400, "body": "{}", "times": 1,
                ]
                try await world.sandbox.setFaults([refusal])
                let run = try #require(try await world.exec("--yes").run)
                #expect(try await Tool.confirm(run, "make", ["--again"], in: world.folder).status == 0)
                // The first request is refused now; what the attempt before it did is still there.
                try await world.sandbox.setFaults([
                    ["fault": "answer", "match": "PUT /one", "status": 400, "body": "{}", "times": 1]
                ])
                let refused = try await world.run(["resume", run, "--yes"])
                #expect(refused.output.contains("--accept"), "\(refused.said)")
                #expect(try await Tool.confirm(run, "make", ["--again"], in: world.folder).status == 0)
                let done = try await world.run(["resume", run, "--yes"])
                #expect(done.status == 0, "\(done.said)")
                #expect(try await world.sandbox.writes().contains { $0.hasPrefix("PUT /two/_doc/1") })
                let dry = try await world.run(["undo", run, "--dry-run"])
                #expect(dry.output.contains("DELETE /one"), "\(dry.said)")
            }
        }

        /// A secret that its source does not give any more is not made up.
        @Test(arguments: ["resume", "undo"]) func aSecretIsNotMadeUpLater(command: String) async throws {
            let document = Documents.document(
                Documents.fence("console run id=make again=yes", "PUT /${name}/_doc/1\n{}")
                    + Documents.fence("console undo", "DELETE /${name}")
                    + Documents.fence("console verify id=gate within=0s", "GET /gate"),
                parameters: "  name: { type: string, secret: true }\n")
            try await World.with(document) { world in
                let result = try await world.exec("--yes", variables: ["RUNBOOK_PARAM_NAME": "first-index"])
                let run = try #require(result.run)
                let refused = try await world.run([command, run, "--yes"])
                #expect(refused.status == 3, "\(refused.said)")
                #expect(refused.errors.contains("RUNBOOK_PARAM_NAME"), "\(refused.said)")
            }
        }
    }
}
