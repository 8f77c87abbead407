import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Questions where nobody is there to answer, and answers from elsewhere.
    struct GateTests {
        @Test(arguments: ["", "y\n", "yes\ny\nd\n"])
        func waitsWithoutATerminal(_ input: String) async throws {
            try await World.with(Documents.gate) { world in
                let result = try await world.exec(input: input)
                #expect(result.status == 3, "\(result.said)")
                let run = try #require(result.run)
                #expect(result.output.contains("  runbook confirm \(run) write --digest "))
                #expect(result.output.contains("\n  runbook resume \(run)\n"))
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func isAnsweredFromElsewhere() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let confirmed = try await world.confirm(run, "write")
                #expect(confirmed.status == 0)
                #expect(confirmed.output == "runbook resume \(run)\n")
                #expect(try await world.sandbox.writes().isEmpty)

                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
                let again = try await world.run(["resume", run])
                #expect(again.status == 0)
                #expect(try await world.sandbox.writes().count == 1)
            }
        }

        @Test func confirmGoesOnAtOnce() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let part = String(run.split(separator: "-")[3])
                let result = try await world.confirm(part, "write", "--resume")
                #expect(result.status == 0, "\(result.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
            }
        }

        @Test func isSkippedWithAReason() async throws {
            try await World.with(Documents.manual) { world in
                let run = try #require(try await world.exec().run)
                let result = try await world.confirm(run, "wheel", "--skip", "it turns already", "--resume")
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("skipped, by"))
                #expect(result.output.contains("it turns already"))
                let report = try await world.run(["report", run])
                #expect(report.output.contains("it turns already"))
            }
        }

        @Test func isAborted() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let result = try await world.confirm(run, "write", "--abort", "--resume")
                #expect(result.status == 6, "\(result.said)")
                #expect(result.output.contains("to start over:\n  runbook exec "))
                #expect(try await world.sandbox.writes().isEmpty)
                let again = try await world.run(["resume", run])
                #expect(again.status != 0, "\(again.said)")
                #expect(try await world.sandbox.writes().isEmpty)
                let list = try JSON(parsing: try await world.run(["runs", "--format", "json"]).output)
                #expect(list[0]?["state"]?.string == "aborted")
            }
        }

        /// What was shown is what was approved: the environment file gives a part of it.
        @Test func anAnswerDoesNotHoldInAnEditedEnvironment() async throws {
            let document = Documents.document(
                Documents.fence(
                    "console run id=write again=yes confirm=\"Write it?\"",
                    "PUT /orders/_doc/1\n{ \"from\": \"${search.instance}\" }"))
            try await World.with(document) { world in
                let run = try #require(try await world.exec().run)
                #expect(try await world.confirm(run, "write").status == 0)
                let environment = try world.folder.text("sandbox.yaml")
                try world.folder.write(
                    environment.replacing("es-cn-search", with: "es-cn-other"), to: "sandbox.yaml")
                let result = try await world.run(["resume", run])
                #expect(result.status == 3, "\(result.said)")
                #expect(result.errors.contains("its file was edited"))
                #expect(try await world.sandbox.writes().isEmpty)

                try world.folder.write(environment, to: "sandbox.yaml")
                #expect(try await world.run(["resume", run]).status == 0)
                #expect(try await world.sandbox.get("/orders/_doc/1")["_source"]?["from"] == "es-cn-search")
            }
        }

        /// An abort stays an abort, whoever says yes later; and both are told of.
        @Test(arguments: [true, false])
        func theFirstAnswerCounts(isAborted: Bool) async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let (first, second) = isAborted ? (["--abort"], []) : ([], ["--abort"])
                #expect(try await Tool.confirm(run, "write", first, in: world.folder).status == 0)
                let late = try await Tool.confirm(run, "write", second, in: world.folder)
                #expect(late.status == 5, "\(late.said)")
                #expect(late.errors.contains("too late: "))
                #expect(late.errors.contains(isAborted ? "answered `abort`" : "answered `go`"))
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == (isAborted ? 6 : 0), "\(resumed.said)")
                #expect(resumed.output.contains("answered too late"))
                #expect(try await world.sandbox.writes().count == (isAborted ? 0 : 1))
                let report = try await world.run(["report", run])
                #expect(report.output.contains("answered too late: \(isAborted ? "yes" : "stop")"), "\(report.said)")
            }
        }

        /// A request with a captured object is the same in the process that resumes, and so is its question.
        @Test func anAnswerHoldsForCapturedObjects() async throws {
            let document = Documents.document(
                Documents.fence(
                    "console run id=first again=yes", "PUT /zones/_doc/1\n{\"z\":1,\"b\":{\"y\":1.5,\"a\":2}}")
                    + Documents.fence("console verify id=look within=10s", "GET /zones/_doc/1")
                    + Documents.fence("jq capture", "zones = ._source")
                    + Documents.fence(
                        "console run id=write again=yes confirm=\"Write it?\"",
                        "PUT /orders/_doc/1\n{\"zones\":${zones}}"))
            try await World.with(document) { world in
                try world.keep()
                let run = try #require(try await world.exec().run)
                #expect(try await world.confirm(run, "write").status == 0)
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(
                    try await world.sandbox.get("/orders/_doc/1")["_source"]?["zones"]?["b"]?["y"]?.number?.double
                        == 1.5)
            }
        }

        /// A no counts although the step that asked is called otherwise, is not there any more, or comes behind a new one.
        @Test(arguments: ["renamed", "removed", "behind another"])
        func anAbortOutlivesAnEdit(edit: String) async throws {
            try await World.with(Documents.gate + Documents.fence("console run again=yes", "PUT /end/_doc/1\n{}")) {
                world in
                try world.keep()
                let run = try #require(try await world.exec().run)
                #expect(try await Tool.confirm(run, "write", ["--abort"], in: world.folder).status == 0)
                let text = try world.folder.text("test.md")
                let start = try #require(text.firstRange(of: "```console run id=write"))
                let end = try #require(text.firstRange(of: "```console verify id=written"))
                let before = String(text[..<start.lowerBound])
                let edited: String
                switch edit {
                case "renamed": edited = text.replacing("id=write again", with: "id=other again")
                case "removed": edited = before + String(text[end.lowerBound...])
                default:
                    let other = Documents.fence("console run again=yes", "PUT /new/_doc/1\n{}")
                    edited = before + other + String(text[start.lowerBound...])
                }
                try world.folder.write(edited, to: "test.md")
                let resumed = try await world.run(["resume", run, "--adopt", "--yes"])
                #expect(resumed.status == 6, "\(resumed.said)")
                #expect(try await world.sandbox.writes().isEmpty)
                let report = try JSON(parsing: try await world.run(["report", run, "--format", "json"]).output)
                #expect(report["steps"]?[1]?["answers"]?[0]?["answer"] == "abort", "\(report.text())")
            }
        }

        /// What comes when the run has ended is kept as well, and told by the next `resume`.
        @Test func anAnswerAfterTheEndIsKept() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                #expect(try await world.confirm(run, "write", "--abort", "--resume").status == 6)
                let late = try await world.run(["confirm", run, "write", "--digest", "0123456789ab"])
                #expect(late.status == 5, "\(late.said)")
                #expect(try await world.run(["resume", run]).status == 6)
                let report = try JSON(parsing: try await world.run(["report", run, "--format", "json"]).output)
                let step = report["steps"]?[1]
                #expect(step?["answers"]?[0]?["answer"] == "abort")
                #expect(step?["late_answers"]?[0]?["answer"] == "go", "\(step?.text() ?? "")")
            }
        }

        @Test func withoutATerminalADigestSaysWhatWasShown() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let blind = try await world.run(["confirm", run, "write"])
                #expect(blind.status == 64)
                #expect(blind.errors.contains("`--digest`"))
                let wrong = try await world.run(["confirm", run, "write", "--digest", "0123456789ab"])
                #expect(wrong.status == 3, "\(wrong.said)")
                #expect(try await world.run(["resume", run]).status == 3)
                #expect(try await world.sandbox.writes().isEmpty)
                #expect(try await world.confirm(run, "write", "--resume").status == 0)
            }
        }

        @Test func namesWhatWaits() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                let unknown = try await world.run(["confirm", run, "wrte"])
                #expect(unknown.status == 64)
                #expect(unknown.errors.contains("`write`"))
                let early = try await world.run(["confirm", run, "written"])
                #expect(early.status == 64)
            }
        }
    }
}
