import Digests
import Glibc
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// `exec --plan`: what was reviewed is done, or nothing.
    struct PlanFileTests {
        private static let document = Documents.document(
            Documents.fence("console run id=write unless", "PUT /orders/_doc/${index}\n{ \"size\": ${size} }")
                + Documents.fence("console verify id=written within=2s", "GET /orders/_doc/${index}"),
            parameters: "  index: { type: string, default: one }\n  size: { type: integer, default: 1 }\n")

        /// A world with a plan of its document, `plan.json`.
        private func with(
            probe: Bool = false, _ body: (World) async throws -> Void
        ) async throws {
            try await World.with(Self.document) { world in
                var arguments = ["plan", "test.md", "--env", world.sandbox.environment, "-o", "plan.json"]
                if probe { arguments.append("--probe") }
                let result = try await world.run(arguments)
                #expect(result.status == 0, "\(result.said)")
                try await body(world)
            }
        }

        private func expectRefusal(_ result: ToolResult, _ world: World, _ words: String...) async throws {
            #expect(result.status == 4, "\(result.said)")
            for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
            #expect(try await world.sandbox.writes().isEmpty)
            #expect(try await world.run(["runs", "--format", "json"]).output == "[]\n")
        }

        @Test func doesWhatWasReviewedOnce() async throws {
            try await with { world in
                let result = try await world.exec("--plan", "plan.json")
                #expect(result.status == 0, "\(result.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/one"])
                let run = try #require(result.run)
                let hash = try #require(try JSON(parsing: try world.folder.text("plan.json"))["sha256"]?.string)
                let report = try await world.run(["report", run, "--format", "json"])
                #expect(try JSON(parsing: report.output)["plan"]?.string == hash)
                let markdown = try await world.run(["report", run])
                #expect(markdown.output.contains("| Plan | reviewed, SHA-256 `\(hash.prefix(16))` |"))
                let again = try await world.exec("--plan", "plan.json")
                #expect(again.status == 4, "\(again.said)")
                #expect(again.errors.contains("plan/used"))
                #expect(again.errors.contains("runbook resume \(run)"))
                // Another plan of the same is the same plan: what was reviewed was done.
                _ = try await world.run(["plan", "test.md", "--env", world.sandbox.environment, "-o", "plan.json"])
                #expect(try await world.exec("--plan", "plan.json").status == 4)
            }
        }

        /// Wherever a copy of the document lies: the plan is what is used once.
        @Test(arguments: 0..<5)
        func ofTwoAtOnceOneRuns(round: Int) async throws {
            try await with { world in
                try world.folder.write(Self.document, to: "copy/test.md")
                async let one = world.exec("--plan", "plan.json")
                async let other = world.run(
                    ["exec", "copy/test.md", "--env", world.sandbox.environment, "--plan", "plan.json"])
                let results = try await [one, other]
                #expect(results.map(\.status).sorted() == [0, 4], "\(results.map(\.said))")
                #expect(results.contains { $0.errors.contains("plan/used") })
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/one"])
            }
        }

        @Test func aRunOfAPlanIsResumed() async throws {
            try await World.with(Documents.gate) { world in
                _ = try await world.run(["plan", "test.md", "--env", world.sandbox.environment, "-o", "plan.json"])
                let first = try await world.exec("--plan", "plan.json")
                #expect(first.status == 3, "\(first.said)")
                let run = try #require(first.run)
                _ = try await world.confirm(run, "write")
                #expect(try await world.run(["resume", run]).status == 0)
            }
        }

        @Test func aDryRunOnlyCompares() async throws {
            try await with { world in
                let same = try await world.exec("--plan", "plan.json", "--dry-run")
                #expect(same.status == 0, "\(same.said)")
                #expect(same.output.contains("\nPlan: 1 write"))
                try await expectRefusal(
                    try await world.exec("--plan", "plan.json", "-n", "-p", "index=two"), world, "plan/differs")
                #expect(try await world.exec("--plan", "plan.json").status == 0)
            }
        }

        // MARK: What differs

        @Test func anEditedDocumentIsRefused() async throws {
            try await with { world in
                try world.folder.write(
                    Self.document.replacing("{ \"size\": ${size} }", with: "{ \"size\": ${size}, \"more\": 1 }"),
                    to: "test.md")
                try await expectRefusal(
                    try await world.exec("--plan", "plan.json"), world, "plan/differs",
                    "document: its text changed",
                    "step write (line ", "requests[0].fields.body", "- { \"size\": 1 }",
                    "+ { \"size\": 1, \"more\": 1 }")
            }
        }

        @Test func anEditedEnvironmentIsRefused() async throws {
            try await with { world in
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(text + "# Looks harmless.\n", to: "sandbox.yaml")
                try await expectRefusal(
                    try await world.exec("--plan", "plan.json"), world, "environment: the text of its file changed")
            }
        }

        @Test func anotherEnvironmentIsRefused() async throws {
            try await with { world in
                try world.folder.write(try world.folder.text("sandbox.yaml"), to: "other.yaml")
                let result = try await world.run(["exec", "test.md", "--env", "./other.yaml", "--plan", "plan.json"])
                try await expectRefusal(result, world, "environment: name", "- sandbox", "+ other")
                let none = try await world.run(["exec", "test.md", "--plan", "plan.json"])
                try await expectRefusal(none, world, "target search: address")
            }
        }

        @Test func anotherParameterIsRefused() async throws {
            try await with { world in
                try await expectRefusal(
                    try await world.exec("--plan", "plan.json", "-p", "index=two"), world, "parameter index: value",
                    "- one", "+ two")
                let variable = try await world.exec("--plan", "plan.json", variables: ["RUNBOOK_PARAM_SIZE": "2"])
                try await expectRefusal(variable, world, "parameter size: value")
                // The same value from elsewhere is the same plan.
                #expect(try await world.exec("--plan", "plan.json", "-p", "index=one").status == 0)
            }
        }

        @Test func anotherVersionOfTheToolIsRefused() async throws {
            try await with { world in
                try reseal(world) { $0["tool"] = "0.0.1" }
                try await expectRefusal(
                    try await world.exec("--plan", "plan.json"), world, "version of the tool", "- 0.0.1")
            }
        }

        @Test func anotherHandlerIsRefused() async throws {
            try await with { world in
                try reseal(world) { plan in
                    var plugins = plan["plugins"]?.array ?? []
                    var plugin = plugins[0].object ?? JSONObject()
                    plugin["executable"] = .string(String(repeating: "0", count: 64))
                    plugins[0] = .object(plugin)
                    plan["plugins"] = .array(plugins)
                }
                try await expectRefusal(
                    try await world.exec("--plan", "plan.json"), world, "plugin console: executable")
            }
        }

        // MARK: The file

        /// Changes the plan in the file and gives it the hash of what it says now, as somebody would who forges one.
        private func reseal(_ world: World, _ change: (inout JSONObject) -> Void) throws {
            var file = try JSON(parsing: try world.folder.text("plan.json")).object ?? JSONObject()
            var plan = file["plan"]?.object ?? JSONObject()
            change(&plan)
            file["plan"] = .object(plan)
            file["sha256"] = .string(SHA256.hex(JSON.object(plan).bytes(.canonical)))
            try world.folder.write(JSON.object(file).text(.pretty), to: "plan.json")
        }

        @Test func anEditedPlanIsRefusedWhateverItsHash() async throws {
            try await with { world in
                let text = try world.folder.text("plan.json")
                try world.folder.write(text.replacing("PUT /orders", with: "PUT /secrets"), to: "plan.json")
                try await expectRefusal(try await world.exec("--plan", "plan.json"), world, "plan/edited")
                try world.folder.write(text, to: "plan.json")
                try reseal(world) { plan in
                    let steps = JSON.array(plan["steps"]?.array ?? []).text()
                    plan["steps"] = try? JSON(parsing: steps.replacing("PUT /orders", with: "PUT /secrets"))
                }
                try await expectRefusal(
                    try await world.exec("--plan", "plan.json"), world, "step write", "- PUT /secrets/_doc/one",
                    "+ PUT /orders/_doc/one")
            }
        }

        private static let garbage = [
            "", "{}", "[]", "null", "\u{0}", "{\"plan\":{},\"sha256\":\"\"}", "{\"plan\":1,\"sha256\":\"x\"}",
            "{\"plan\":{\"format\":2},\"sha256\":\"x\"}", String(repeating: "[", count: 100_000),
            "{\"plan\":{\"format\":1,\"steps\":[{\"id\":1}]},\"sha256\":\"\u{1B}[2J\"}",
            "{\"plan\":" + String(repeating: "{\"a\":", count: 400) + "1" + String(repeating: "}", count: 400)
                + ",\"sha256\":\"x\"}",
        ]

        @Test(arguments: garbage.indices)
        func garbageIsToldAndNothingElseHappens(_ index: Int) async throws {
            let folder = try TestFolder()
            try folder.write(Self.document, to: "test.md")
            try folder.write(Self.garbage[index], to: "plan.json")
            let result = try await Tool.run(["exec", "test.md", "--plan", "plan.json"], in: folder)
            #expect(result.status == 4, "\(result.said)")
            #expect(result.errors.contains("plan/"))
            #expect(!result.errors.contains("\u{1B}"))
            #expect(result.output.isEmpty)
        }

        @Test func aForgedPlanOfAnythingIsRefused() async throws {
            try await with { world in
                for steps in ["[]", "[1,null,{}]", "{\"id\":\"write\"}", "[{\"id\":\"write\"},{\"id\":\"write\"}]"] {
                    try reseal(world) { $0["steps"] = try? JSON(parsing: steps) }
                    try await expectRefusal(try await world.exec("--plan", "plan.json"), world, "plan/differs")
                }
            }
        }

        // MARK: --probe

        @Test func aStalePlanIsRefused() async throws {
            try await with(probe: true) { world in
                try await world.sandbox.ask("PUT", "/orders/_doc/one", body: "{ \"size\": 9 }")
                let result = try await world.exec("--plan", "plan.json")
                #expect(result.status == 4, "\(result.said)")
                #expect(result.errors.contains("plan/stale"))
                #expect(result.errors.contains("step written"))
                #expect(result.errors.contains("- missing"))
                #expect(result.errors.contains("+ holds"))
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/one"])
            }
        }

        @Test func aPlanWhoseReadsSayTheSameIsDone() async throws {
            try await with(probe: true) { world in
                let result = try await world.exec("--plan", "plan.json")
                #expect(result.status == 0, "\(result.said)")
            }
        }

        @Test func answersThatWereAddedByHandAreRefused() async throws {
            try await with { world in
                try reseal(world) { plan in
                    plan["probed"] = true
                    plan["steps"] = .array([["id": "write", "answer": "holds"]])
                }
                try await expectRefusal(try await world.exec("--plan", "plan.json"), world, "plan/differs")
            }
        }

        @Test func aPlanThatOnlyClaimsToHaveAskedIsRefused() async throws {
            try await with { world in
                try reseal(world) { $0["probed"] = true }
                try await expectRefusal(try await world.exec("--plan", "plan.json"), world, "plan/stale")
            }
        }

        // MARK: Writing

        @Test func isWrittenWholeAndReadableByOthers() async throws {
            try await with { world in
                var status = stat()
                #expect(stat(world.folder.file("plan.json"), &status) == 0)
                #expect(status.st_mode & 0o777 == 0o644)
                #expect(TestFolder.names(in: world.folder.path).filter { $0.hasPrefix("plan.json") } == ["plan.json"])
                let nowhere = try await world.run(["plan", "test.md", "-o", "nowhere/plan.json"])
                #expect(nowhere.status == 2, "\(nowhere.said)")
                #expect(nowhere.errors.contains("nowhere/plan.json"))
                let stream = try await world.run(["plan", "test.md", "-o", "/dev/stdout", "--format", "json"])
                #expect(stream.status == 0, "\(stream.said)")
            }
        }
    }
}
