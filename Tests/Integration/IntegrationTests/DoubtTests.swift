import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What becomes of the rest of a step when one of its requests was in doubt, and what is said of changes.
    struct DoubtTests {
        private static let three = Documents.document(
            Documents.fence(
                "console run id=three again=yes",
                "PUT /m/_doc/1\n{ \"n\": 1 }\n\nPUT /m/_doc/2\n{ \"n\": 2 }\n\nPUT /m/_doc/3\n{ \"n\": 3 }"))
        private static let two = Documents.document(
            Documents.fence("console run id=two on=search,other again=yes", "PUT /t/_doc/1\n{ \"n\": 1 }"),
            targets: "  other: { kind: elasticsearch }\n")

        /// Settles the doubt of a step as often as there is one, and goes on.
        private func settle(_ step: String, _ found: String, in world: World, _ run: String) async throws -> ToolResult
        {
            try await world.sandbox.setFaults([])
            #expect(try await world.confirm(run, step, found).status == 0)
            return try await world.run(["resume", run, "--yes"])
        }

        @Test(arguments: ["1", "2", "3"], [true, false])
        func goesOnBehindTheRequestThatWasSettled(_ number: String, _ isApplied: Bool) async throws {
            try await World.with(Self.three) { world in
                try await world.sandbox.setFaults([
                    ["fault": "reset", "match": .string("PUT /m/_doc/\(number)"), "applied": .bool(isApplied)]
                ])
                let result = try await world.exec("--yes")
                #expect(result.status == 3, "\(result.said)")
                let settled = try await settle(
                    "three", isApplied ? "--applied" : "--not-applied", in: world, try #require(result.run))
                #expect(settled.status == 0, "\(settled.said)")
                let writes = try await world.sandbox.writes()
                #expect(writes.count == (isApplied ? 3 : 4), "\(writes)")
                for document in ["1", "2", "3"] {
                    #expect(try await world.sandbox.get("/m/_doc/\(document)")["_version"]?.int == 1)
                }
                #expect(settled.output.contains("3 changes on search"), "\(settled.said)")
            }
        }

        @Test func goesOnWithTheOtherTarget() async throws {
            try await World.with(Self.two, clusters: ["search", "other"]) { world in
                try await world.sandbox.setFaults([["fault": "reset", "match": "PUT /t", "applied": true]])
                let result = try await world.exec("--yes")
                #expect(result.status == 3, "\(result.said)")
                let settled = try await settle("two", "--applied", in: world, try #require(result.run))
                #expect(settled.status == 0, "\(settled.said)")
                #expect(try await world.sandbox.get("/t/_doc/1")["found"] == true)
                #expect(try await world.sandbox.get("/t/_doc/1", at: "other")["found"] == true)
                #expect(try await world.sandbox.writes().count == 2)
            }
        }

        @Test func asksAPersonForWhatTheLostResponseWouldTell() async throws {
            let document = Documents.document(
                Documents.fence("console run id=made again=yes", "PUT /m/_doc/1\n{ \"n\": 1 }")
                    + Documents.fence("json expect", "{ \"result\": \"created\" }")
                    + Documents.fence("console run id=after again=yes", "PUT /m/_doc/2\n{ \"n\": 2 }"))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([["fault": "reset", "match": "PUT /m/_doc/1", "applied": true]])
                let result = try await world.exec("--yes")
                let run = try #require(result.run)
                let asked = try await settle("made", "--applied", in: world, run)
                #expect(asked.status == 3, "\(asked.said)")
                #expect(asked.output.contains("is missing, so it cannot be checked"))
                #expect(try await world.sandbox.writes().count == 1)
                #expect(try await world.confirm(run, "made").status == 0)
                let done = try await world.run(["resume", run, "--yes"])
                #expect(done.status == 0, "\(done.said)")
                #expect(try await world.sandbox.writes() == ["PUT /m/_doc/1", "PUT /m/_doc/2"])
            }
        }

        /// Terminal, reports and hints say the same of a write that failed.
        @Test(arguments: [(302, "no"), (400, "no"), (500, "partly")])
        func saysOneThingAboutWhatWasChanged(_ status: Int, _ applied: String) async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /a/_doc/1\n{ \"n\": 1 }"))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([
                    ["fault": "answer", "status": .number(JSONNumber(status)), "match": "PUT /a"]
                ])
                let result = try await world.exec("--yes", "--report", "report.json")
                #expect(result.status == 1, "\(result.said)")
                let report = try JSON(parsing: try world.folder.text("report.json"))
                let run = try #require(result.run)
                #expect(report["steps"]?[0]?["applied"]?.string == applied)
                let markdown = try await world.run(["report", run]).output
                let resumed = try await world.run(["resume", run, "--yes"])
                if applied == "no" {
                    #expect(result.output.contains("nothing was changed"))
                    #expect(result.output.contains("nothing changed"))
                    #expect(markdown.contains("Nothing was changed before that."))
                    #expect(resumed.status == 0, "\(resumed.said)")
                } else {
                    #expect(result.output.contains("possibly PUT /a/_doc/1 (it failed with status 500)"))
                    #expect(result.output.contains("possibly 1 change on search"))
                    #expect(markdown.contains("possibly `PUT /a/_doc/1`, it failed with status 500"))
                    // It is asked about, and no flag answers.
                    #expect(resumed.status == 3, "\(resumed.said)")
                    #expect(resumed.output.contains("may have changed its target"), "\(resumed.said)")
                }
            }
        }

        /// What failed after a change is never a dead end: a person says what becomes of it.
        @Test(arguments: [(["--accept"], 1), (["--again"], 2), (["--skip", "not needed"], 1)])
        func aPersonDecidesAboutAFailureBehindAChange(_ answer: [String], _ count: Int) async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /a/_doc/1\n{ \"n\": 1 }")
                    + Documents.fence("console run id=after again=yes", "PUT /a/_doc/2\n{ \"n\": 2 }"))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([
                    ["fault": "answer", "status": 500, "match": "PUT /a/_doc/1", "applied": true]
                ])
                let result = try await world.exec("--yes")
                #expect(result.status == 1, "\(result.said)")
                let run = try #require(result.run)
                #expect(result.output.contains("runbook confirm \(run) write --digest attempt-1 --accept"))
                #expect(try await world.run(["confirm", run, "write", "--digest", "attempt-1"]).status == 64)
                let said = try await world.run(["confirm", run, "write", "--digest", "attempt-1"] + answer)
                #expect(said.status == 0, "\(said.said)")
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.get("/a/_doc/1")["_version"]?.int == count)
                #expect(try await world.sandbox.get("/a/_doc/2")["_version"]?.int == 1)
            }
        }

        @Test func aShellBlockThatFailedMayHaveDoneAPart() async throws {
            let document =
                "# Half\n\n```yaml runbook\nversion: 1\ntargets:\n  here: { kind: host }\n```\n\n"
                + Documents.fence("sh run id=half again=yes", "echo charged >> charges.log\nfalse")
            let folder = try TestFolder()
            try folder.write(document, to: "test.md")
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  here: { kind: host, local: true, allow: [shell] }\n",
                to: "here.yaml")
            let result = try await Tool.run(
                ["exec", "test.md", "--env", "./here.yaml", "--yes", "--report", "report.json"], in: folder)
            #expect(result.status == 1, "\(result.said)")
            let report = try JSON(parsing: try folder.text("report.json"))
            #expect(report["steps"]?[0]?["applied"]?.string == "partly")
            #expect(result.output.contains("possibly 1 change on here"), "\(result.said)")
            let resumed = try await Tool.run(["resume", try #require(result.run)], in: folder)
            #expect(resumed.status == 3, "\(resumed.said)")
            #expect(try folder.text("charges.log") == "charged\n")
        }
    }
}
