import OrderedJSON
import TerminalTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// When a run cannot be gone on with, and when a second run finds all done.
    struct ResumeTests {
        /// What is left to do is the same: a run goes on with the text that it began with, and says so.
        @Test func anEditThatChangesNoStepIsTold() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "write")
                try world.folder.write(Documents.gate + "\nOne word more.\n", to: "test.md")
                let result = try await world.run(["resume", run])
                #expect(result.status == 0, "\(result.said)")
                #expect(result.errors.contains("was edited; the run continues with the recorded text"))
            }
        }

        private static func two(_ second: String) -> String {
            Documents.document(
                Documents.fence("console run id=first again=yes", "PUT /e/_doc/1\n{}")
                    + Documents.fence("console run id=gate again=yes confirm=\"Go on?\"", "PUT /e/_doc/2\n{}")
                    + Documents.fence("console run id=second again=yes", "PUT /e/_doc/\(second)\n{}"))
        }

        /// A heading was renamed: what is below it is done, and stays done.
        @Test func aStepUnderAnotherHeadingIsNotSentAgain() async throws {
            let document = Documents.document(
                Documents.fence("console run again=yes", "PUT /e/_doc/1\n{}")
                    + Documents.fence("console run id=gate again=yes confirm=\"Go on?\"", "PUT /e/_doc/2\n{}"))
            try await World.with(document) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "gate")
                let edited = document.replacing("## Steps on search", with: "## The steps on search")
                #expect(edited != document)
                try world.folder.write(edited, to: "test.md")
                let result = try await world.run(["resume", run, "--adopt", "--yes"])
                #expect(result.status == 0, "\(result.said)")
                #expect(try await world.sandbox.writes() == ["PUT /e/_doc/1", "PUT /e/_doc/2"])
            }
        }

        /// What is left to do differs: nobody goes on with either text before somebody has said which one counts.
        @Test(arguments: [("--recorded", "3"), ("--adopt", "4")])
        func anEditedDocumentNeedsAWord(_ word: String, _ third: String) async throws {
            try await World.with(Self.two("3")) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "gate")
                try world.folder.write(Self.two("4"), to: "test.md")
                let refused = try await world.run(["resume", run])
                #expect(refused.status == 3, "\(refused.said)")
                #expect(refused.errors.contains("`second` (line"), "\(refused.said)")
                #expect(refused.errors.contains("runbook resume \(run) --recorded"))
                #expect(refused.errors.contains("runbook resume \(run) --adopt"))
                #expect(try await world.sandbox.writes().count == 1)
                let result = try await world.run(["resume", run, word, "--yes"])
                #expect(result.status == 0, "\(result.said)")
                let writes = try await world.sandbox.writes()
                #expect(writes == ["PUT /e/_doc/1", "PUT /e/_doc/2", "PUT /e/_doc/\(third)"])
                #expect(result.output.contains("is adopted") == (word == "--adopt"), "\(result.said)")
                // The run is told by its own journal, whatever the file says.
                let report = try await world.run(["report", run, "--format", "json"])
                #expect(report.status == 0, "\(report.said)")
                #expect(report.output.contains("_doc/\(third)"))
            }
        }

        /// A file that is not a valid runbook any more does not keep the run from its recorded text.
        @Test func aFileThatBecameInvalidIsNoDeadEnd() async throws {
            try await World.with(Self.two("3")) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "gate")
                try world.folder.write(
                    Self.two("4").replacing("```console run", with: "```console runn"), to: "test.md")
                let refused = try await world.run(["resume", run, "--yes"])
                #expect(refused.status == 2, "\(refused.said)")
                #expect(refused.errors.contains("`runbook resume \(run) --recorded"), "\(refused.said)")
                let done = try await world.run(["resume", run, "--recorded", "--yes"])
                #expect(done.status == 0, "\(done.said)")
                #expect(try await world.sandbox.writes() == ["PUT /e/_doc/1", "PUT /e/_doc/2", "PUT /e/_doc/3"])
            }
        }

        @Test func anEditedEnvironmentNeedsAWord() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "write")
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(text + "\n# A word more.\n", to: "sandbox.yaml")
                let refused = try await world.run(["resume", run])
                #expect(refused.status == 3, "\(refused.said)")
                #expect(refused.errors.contains("--adopt-env"), "\(refused.said)")
                let result = try await world.run(["resume", run, "--adopt-env"])
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("is adopted"), "\(result.said)")
            }
        }

        /// A person approved it for one cluster, and the environment now leads to another.
        @Test(arguments: [true, false])
        func aYesAboutOneClusterIsNoneAboutAnother(isDisposable: Bool) async throws {
            try await World.with(Documents.gate, clusters: ["search", "other"]) { world in
                if !isDisposable { try world.keep() }
                let run = try #require(try await world.exec().run)
                #expect(try await world.confirm(run, "write").status == 0)
                let text = try world.folder.text("sandbox.yaml")
                let urls = text.matches(of: /url: (http\S+)/).map { String($0.output.1) }
                try #require(Set(urls.prefix(2)).count == 2, "\(text)")
                let other = text.replacing(urls[0], with: "URL").replacing(urls[1], with: urls[0])
                    .replacing("URL", with: urls[1])
                try world.folder.write(other, to: "sandbox.yaml")
                let asked = try await world.run(["resume", run, "--adopt-env"])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(try await world.sandbox.writes() == [], "\(asked.said)")
                #expect(try await world.confirm(run, "write", "--resume").status == 0)
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
            }
        }

        /// `disposable: true` is added after the run has begun: `--yes` still answers nothing dear.
        @Test func anEnvironmentThatBecomesDisposableAllowsNoMore() async throws {
            try await World.with(Documents.destroy) { world in
                let text = try world.folder.text("sandbox.yaml")
                let kept = text.replacing(/disposable: *true/, with: "disposable: false")
                try world.folder.write(kept, to: "kept.yaml")
                let first = try await world.run(["exec", "test.md", "--env", "./kept.yaml", "--yes"])
                #expect(first.status == 3, "\(first.said)\n\(kept)")
                let run = try #require(first.run)
                try world.folder.write(kept.replacing("disposable: false", with: "disposable: true"), to: "kept.yaml")
                let asked = try await world.run(["resume", run, "--adopt-env", "--yes"])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(try await world.sandbox.writes() == [], "\(asked.said)")
            }
        }

        @Test func whatHadHeldIsRepeatedFirst() async throws {
            let document = Documents.document(
                Documents.fence("console verify id=there within=0s", "GET /e/_doc/1")
                    + Documents.fence("console run id=write again=yes confirm=\"Go on?\"", "PUT /e/_doc/2\n{}"))
            try await World.with(document) { world in
                try await world.sandbox.ask("PUT", "/e/_doc/1", body: "{}")
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "write")
                try await world.sandbox.ask("DELETE", "/e/_doc/1", body: "")
                let refused = try await world.run(["resume", run, "--recheck"])
                #expect(refused.status == 3, "\(refused.said)")
                #expect(refused.errors.contains("`there`: the status of the response is 404"), "\(refused.said)")
                try await world.sandbox.ask("PUT", "/e/_doc/1", body: "{}")
                let result = try await world.run(["resume", run, "--recheck"])
                #expect(result.status == 0, "\(result.said)")
            }
        }

        @Test func anotherClusterIsRefused() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "write")
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
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(
                    text.replacing("  disposable: true\n", with: "  protected: true\n"), to: "sandbox.yaml")
                let terminal = try PseudoTerminal()
                let tool = try await RunningTool.start(
                    ["exec", "test.md", "--env", world.sandbox.environment], at: terminal, in: world.folder)
                try await terminal.shows("to continue: ")
                try terminal.type("sandbox\n")
                try await terminal.shows("[a]bort: ")
                try terminal.type("\u{4}")
                #expect(await tool.result().status == 3)
                let run = try #require(try await world.run(["runs"]).run)
                _ = try await world.confirm(run, "write")
                let result = try await world.run(["resume", run])
                #expect(result.status == 3, "\(result.said)")
                #expect(result.errors.contains("protected"))
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        /// A secret that a write gave is not stored: a step that needs it asks a person, and is never left out silently.
        @Test func aSecretThatWasNotKeptIsAskedFor() async throws {
            let document = Documents.document(
                "1. By way a: <!-- runbook: if=way:a -->\n\n"
                    + Documents.fence("console run id=geta", "GET /")
                    + Documents.fence("jq capture", "token! = .cluster_uuid")
                    + "2. Or by way b: <!-- runbook: if=way:b -->\n\n"
                    + Documents.fence("console run id=getb again=yes", "PUT /tok/_doc/1\n{ \"a\": 1 }")
                    + Documents.fence("jq capture", #"token! = ._index + "-secret""#)
                    + "3. [ ] Wait for the window. <!-- runbook: id=window -->\n\n4. Use it:\n\n"
                    + Documents.fence("console run id=use again=yes", "PUT /used/_doc/1\n{ \"t\": \"${token}\" }"),
                parameters: "  way: { enum: [a, b], default: b }\n")
            // What stands below an item belongs to it.
            let indented = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let start = try #require(indented.firstIndex { $0.hasPrefix("1. ") })
            let text = indented.enumerated().map { index, line in
                index > start && !line.isEmpty && line.first?.isNumber == false ? "   " + line : line
            }
            try await World.with(text.joined(separator: "\n")) { world in
                let environment = try world.folder.text("sandbox.yaml")
                try world.folder.write(environment.replacing("  disposable: true\n", with: ""), to: "sandbox.yaml")
                let run = try #require(try await world.exec("--yes").run)
                #expect(try await world.confirm(run, "window").status == 0)
                let asked = try await world.run(["resume", run, "--yes"])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(asked.output.contains("needs the value `token`, which was not stored"), "\(asked.said)")
                #expect(try await world.sandbox.writes() == ["PUT /tok/_doc/1"])
                #expect(try await world.confirm(run, "getb").status == 0)
                let done = try await world.run(["resume", run, "--yes"])
                #expect(done.status == 0, "\(done.said)")
                #expect(
                    try await world.sandbox.writes() == ["PUT /tok/_doc/1", "PUT /tok/_doc/1", "PUT /used/_doc/1"])
                #expect(done.output.contains("3 changes on search"), "\(done.said)")
            }
        }

        @Test func placeOfTheReportIsLookedAtFirst() async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec().run)
                _ = try await world.confirm(run, "write")
                let result = try await world.run(["resume", run, "--report", "nowhere/run.md"])
                #expect(result.status == 2, "\(result.said)")
                #expect(result.errors.contains("nowhere/run.md"))
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        /// Moved, renamed or deleted: a run goes on with the text that it began with.
        @Test func aDeletedDocumentIsNamed() async throws {
            try await World.with(Documents.gate) { world in
                try world.folder.write(Documents.gate, to: "other.md")
                let first = try await world.run(["exec", "other.md", "--env", world.sandbox.environment])
                let run = try #require(first.run)
                _ = try await world.confirm(run, "write")
                try world.folder.remove("other.md")
                let refused = try await world.run(["resume", run, "--adopt"])
                #expect(refused.status == 2, "\(refused.said)")
                let result = try await world.run(["resume", run])
                #expect(result.status == 0, "\(result.said)")
                #expect(result.errors.contains("cannot read `"), "\(result.said)")
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
                #expect(second.output.contains("already done"))
                #expect(try await world.sandbox.writes().count == 1)
                #expect(try await world.sandbox.get("/orders/_doc/1")["_version"]?.int == 1)
                #expect(try await world.sandbox.get("/orders/_count")["count"]?.int == 1)
            }
        }

        private static let parameters = Documents.document(
            Documents.fence("console run id=one again=yes", "PUT /${index}/_doc/1\n{}")
                + Documents.fence("console run id=two again=yes confirm=\"Go?\"", "PUT /orders/_doc/${name}\n{}"),
            parameters: "  index: { type: string, default: first }\n  name: { type: string, default: a }\n")

        /// Only what no finished step has used can change.
        @Test func aParameterGetsAnotherValue() async throws {
            try await World.with(Self.parameters) { world in
                let name = try #require(try await world.exec().run)
                for (option, status, told) in [
                    ("index=b", 3, "the finished step `one` used it"), ("nme=b", 64, "did you mean `name`?"),
                ] {
                    let refused = try await world.run(["resume", name, "--yes", "-p", option])
                    #expect(refused.status == status, "\(refused.said)")
                    #expect(refused.errors.contains(told), "\(refused.said)")
                }
                let resumed = try await world.run(["resume", name, "--yes", "-p", "name=b"])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.writes() == ["PUT /first/_doc/1", "PUT /orders/_doc/b"])
                #expect(try await world.run(["report", name]).output.contains("name"))
            }
        }

        @Test func anotherEnvironmentIsAdopted() async throws {
            try await World.with(Self.parameters) { world in
                let name = try #require(try await world.exec().run)
                try world.folder.write(world.folder.text("sandbox.yaml"), to: "other.yaml")
                let refused = try await world.run(["resume", name, "--yes", "--env", "./other.yaml"])
                #expect(refused.status == 3, "\(refused.said)")
                #expect(refused.errors.contains("other.yaml` now"), "\(refused.said)")
                let resumed = try await world.run(["resume", name, "--yes", "--env", "./other.yaml", "--adopt-env"])
                #expect(resumed.status == 0, "\(resumed.said)")
            }
        }

        @Test func anEditedIncludeIsMentioned() async throws {
            let main = Documents.document(
                Documents.fence("console run id=one again=yes confirm=\"Go?\"", "PUT /orders/_doc/1\n{}")
                    + "1. [Part](part.md) <!-- runbook: include id=part -->\n")
            let part = Documents.document(Documents.fence("console run id=look", "GET /orders/_doc/1"))
            try await World.with(main) { world in
                try world.folder.write(part, to: "part.md")
                let name = try #require(try await world.exec().run)
                try world.folder.write(part + "\nMore prose.\n", to: "part.md")
                let resumed = try await world.run(["resume", name, "--yes"])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(resumed.errors.contains("`part.md` was edited"), "\(resumed.said)")
            }
        }
    }
}
