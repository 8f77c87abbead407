import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Parameters that get their values on the way.
    struct InputTests {
        private static let document = Documents.document(
            Documents.fence("console run id=look", "GET /_cluster/health")
                + "1. [ ] Decide. <!-- runbook: input mode -->\n\n   <!-- runbook: id=decide -->\n\n"
                + "2. Write <!-- runbook: if=mode:write -->\n\n   "
                + Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}").replacing(
                    "\n", with: "\n   ")
                + "\n3. Read <!-- runbook: if=mode:read -->\n\n   "
                + Documents.fence("console run id=read", "GET /").replacing("\n", with: "\n   "),
            parameters: "  mode: { enum: [write, read] }\n")

        @Test func theAnswerComesFromElsewhere() async throws {
            try await World.with(Self.document) { world in
                let waiting = try await world.exec()
                #expect(waiting.status == 3, "\(waiting.said)")
                #expect(waiting.output.contains("--set mode=VALUE"), "\(waiting.output)")
                let run = try #require(waiting.run)
                let wrong = try await world.confirm(run, "decide", "--set", "mode=neither")
                #expect(wrong.status == 64, "\(wrong.said)")
                #expect(try await world.confirm(run, "decide").status == 64)
                let right = try await world.confirm(run, "decide", "--set", "mode=write")
                #expect(right.status == 0, "\(right.said)")
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
            }
        }

        @Test func aGivenValueIsNotAskedFor() async throws {
            try await World.with(Self.document) { world in
                let done = try await world.exec("-p", "mode=read")
                #expect(done.status == 0, "\(done.said)")
                #expect(try await world.sandbox.writes() == [])
            }
        }

        @Test func aPlanSaysWhereItIsDecidedAndTestTriesEachValue() async throws {
            let folder = try TestFolder()
            try folder.write(Self.document, to: "test.md")
            let plan = try await Tool.run(["plan", "test.md"], in: folder)
            #expect(plan.output.contains("decided at decide"), "\(plan.said)")
            let test = try await Tool.run(["test", "test.md"], in: folder)
            #expect(test.output.contains("mode=write") && test.output.contains("mode=read"), "\(test.said)")
            #expect(test.status == 0, "\(test.said)")
        }

        @Test func aSecretThatNothingGivesIsRandomWhereAllMayBeLost() async throws {
            let document = Documents.document(
                Documents.fence(
                    "console run id=write again=yes", "PUT /orders/_doc/1\n{ \"word\": \"${word}\" }")
                    + Documents.fence("console run id=read", "GET /orders/_doc/1")
                    + Documents.fence("json expect", #"{ "_source": { "word": "${word}" } }"#),
                parameters: "  word: { type: string, secret: true, minLength: 12 }\n")
            try await World.with(document) { world in
                #expect(try await world.exec().status == 3)
                let done = try await world.exec("--yes")
                #expect(done.status == 0, "\(done.said)")
                #expect(done.output.contains("word=*** (random)"), "\(done.output)")
            }
        }

        /// A run that is resumed has the same one again, though it is stored nowhere.
        @Test func aRandomSecretIsTheSameAfterResume() async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{ \"word\": \"${word}\" }")
                    + Documents.fence("console verify id=stop within=0s", "GET /ready/_doc/1")
                    + Documents.fence("console run id=read", "GET /orders/_doc/1")
                    + Documents.fence("json expect", #"{ "_source": { "word": "${word}" } }"#),
                parameters: "  word: { type: string, secret: true }\n")
            try await World.with(document) { world in
                let failed = try await world.exec("--yes")
                #expect(failed.status == 1, "\(failed.said)")
                let name = try #require(failed.run)
                try await world.sandbox.ask("PUT", "/ready/_doc/1", body: "{}")
                let resumed = try await world.run(["resume", name])
                #expect(resumed.status == 0, "\(resumed.said)")
                let word = try #require(try await world.sandbox.get("/orders/_doc/1")["_source"]?["word"]?.string)
                #expect(word.utf8.count >= 20)
                #expect(try await !world.run(["runs", "export"]).output.contains(word))
            }
        }
    }
}
