import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Documents that run others.
    struct IncludeTests {
        /// What an included document or a fixture warns of is not lost.
        @Test(arguments: [
            ("> - [ ] Stop.\n", "manual/box", 2), ("<my_index>", "console/placeholder", 0),
            ("{ \"password\": \"abc12345\" }", "secret/literal", 0), ("", "repeat/not-idempotent", 0),
        ])
        func warningsOfPartsAreTold(text: String, code: String, status: Int32) async throws {
            let folder = try TestFolder()
            let isBox = text.hasPrefix(">")
            let body = isBox || text.isEmpty ? "{ \"a\": 1 }" : text.hasPrefix("{") ? text : "{ \"a\": \"\(text)\" }"
            try folder.write(
                Documents.document(
                    (isBox ? text + "\n" : "") + Documents.fence("console run id=inner", "PUT /inner/_doc/1\n\(body)")),
                to: "inc.md")
            let include = Documents.document("1. Run [it](inc.md). <!-- runbook: include id=i -->\n")
            try folder.write(include, to: "outer.md")
            let checked = try await Tool.run(["check", "outer.md"], in: folder)
            #expect(checked.status == status, "\(checked.said)")
            #expect(checked.output.contains("inc.md"), "\(checked.said)")
            if !isBox { #expect(checked.output.contains("warning[\(code)]"), "\(checked.said)") }
            let run = try await Tool.run(["exec", "outer.md"], in: folder)
            #expect(run.status == status, "\(run.said)")
            if !isBox { #expect(run.errors.contains("warning") && run.errors.contains("/outer.md`"), "\(run.said)") }
        }

        private static let part = """
            # Part

            ```yaml runbook
            version: 1
            targets: { cluster: { kind: elasticsearch } }
            parameters: { index: { type: string, default: nobody } }
            ```

            ## Make it

            1. Create the index.

               ```console run id=create unless
               PUT /${index}
               ```

               ```console verify id=there within=10s
               GET /${index}
               ```

            2. [ ] Look at it. <!-- runbook: id=gate -->

            3. Write.

               ```console run id=write unless
               PUT /${index}/_doc/1
               { "total": 1 }
               ```

               ```console verify id=written within=10s
               GET /${index}/_doc/1
               ```
            """

        private static let main = Documents.document(
            "1. Do [it](parts/part.md#make-it). <!-- runbook: include id=made cluster=search -->\n\n2. Read.\n\n"
                + "   ```console verify id=read within=10s\n   GET /orders/_doc/1\n   ```\n",
            parameters: "  index: { type: string, default: orders }\n")

        private func world(_ part: String = part, _ body: (World) async throws -> Void) async throws {
            try await World.with(Self.main) { world in
                try world.folder.write(part, to: "parts/part.md")
                try await body(world)
            }
        }

        /// What somebody has said about an include counts before its checks are looked at.
        @Test(arguments: [["--abort"], ["--skip", "not today"]])
        func aNoToAnIncludeOutlivesItsChecks(answer: [String]) async throws {
            let part = Self.part.replacing("2. [ ] Look at it. <!-- runbook: id=gate -->", with: "2. Look at it.")
            let main = Documents.document(
                "1. Do [it](parts/part.md#make-it). <!-- runbook: include id=made cluster=search confirm=\"Do it?\" -->"
                    + "\n\n2. End.\n\n   ```console run again=yes\n   PUT /end/_doc/1\n   {}\n   ```\n",
                parameters: "  index: { type: string, default: orders }\n")
            try await World.with(main) { world in
                try world.folder.write(part, to: "parts/part.md")
                try world.keep()
                let run = try #require(try await world.exec().run)
                #expect(try await Tool.confirm(run, "made", answer, in: world.folder).status == 0)
                // Somebody else makes what the include is for.
                try await world.sandbox.ask("PUT", "/orders")
                try await world.sandbox.ask("PUT", "/orders/_doc/1", body: "{}")
                let count = try await world.sandbox.writes().count
                let resumed = try await world.run(["resume", run])
                let isAbort = answer == ["--abort"]
                #expect(resumed.status == (isAbort ? 6 : 0), "\(resumed.said)")
                #expect(try await world.sandbox.writes().count == count + (isAbort ? 0 : 1))
                let report = try JSON(parsing: try await world.run(["report", run, "--format", "json"]).output)
                let step = report["steps"]?.array?.first { $0["id"] == "made" }
                #expect(step?["answers"]?[0]?["answer"] == (isAbort ? "abort" : "skip"), "\(step?.text() ?? "")")
            }
        }

        @Test func goesOnWithTheRecordedText() async throws {
            try await world { world in
                let waiting = try await world.exec()
                #expect(waiting.status == 3, "\(waiting.said)")
                let run = try #require(waiting.run)
                #expect(waiting.said.contains("made/gate"))
                // Another text, and then none: the run has its own.
                for text in [Self.part.replacing("PUT /${index}/_doc/1", with: "DELETE /${index}"), nil] {
                    if let text {
                        try world.folder.write(text, to: "parts/part.md")
                    } else {
                        try world.folder.remove("parts/part.md")
                    }
                    let resumed = try await world.run(["resume", run])
                    #expect(resumed.status == 3, "\(resumed.said)")
                }
                #expect(try await world.confirm(run, "made/gate").status == 0)
                let resumed = try await world.run(["resume", run, "--report", "report.json"])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders", "PUT /orders/_doc/1"])
                let report = try JSON(bytes: world.folder.read("report.json"))
                #expect(
                    report["steps"]?.array?.compactMap { $0["id"]?.string } == [
                        "made", "made/create", "made/there", "made/gate", "made/write", "made/written", "read",
                    ])
            }
        }

        @Test func holdsAlreadyWhenItsChecksDo() async throws {
            try await world { world in
                #expect(try await world.exec("--yes").status == 0)
                let again = try await world.exec("--report", "report.json")
                #expect(again.status == 0, "\(again.said)")
                #expect(again.output.contains("already done: `made/written` passes"))
                #expect(try await world.sandbox.writes().count == 2)
            }
        }

        @Test func aFailureInsideShowsItsLine() async throws {
            try await world(Self.part.replacing("PUT /${index}\n", with: "PUT /_bad${index}\n")) { world in
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("parts/part.md:14"), "\(result.output)")
                let run = try #require(result.run)
                let report = try await world.run(["report", run])
                #expect(report.output.contains("PUT /_bad${index}"))
            }
        }

        @Test func aPlanIsOfTheIncludedTextToo() async throws {
            try await world { world in
                let environment = ["--env", world.sandbox.environment]
                let plan = try await world.run(["plan", "test.md", "-o", "plan.json"] + environment)
                #expect(plan.status == 0, "\(plan.said)")
                #expect(plan.output.contains("made/create"))
                try world.folder.write(Self.part + "\n\nMore text.\n", to: "parts/part.md")
                let refused = try await world.exec("--plan", "plan.json", "--yes")
                #expect(refused.status == 4, "\(refused.said)")
                #expect(refused.said.contains("included"))
                #expect(try await world.sandbox.writes() == [])
            }
        }

        @Test func testTriesThePartTwice() async throws {
            let folder = try TestFolder()
            try folder.write(Self.main, to: "test.md")
            try folder.write(Self.part, to: "parts/part.md")
            let result = try await Tool.run(["test", "test.md"], in: folder)
            #expect(result.status == 0, "\(result.said)")
        }

        @Test(arguments: ["../outside.md", "/etc/hostname.md", "link.md", "pipe.md", ".md"])
        func staysInTheRepository(_ name: String) async throws {
            let folder = try TestFolder()
            let document = Self.main.replacing("parts/part.md", with: name)
            try folder.write(Self.part, to: "outside.md")
            try folder.write(document, to: "books/test.md")
            try folder.link("../outside.md", at: "books/link.md")
            try folder.link("/dev/zero", at: "books/pipe.md")
            try folder.makeFolder("books/.md")
            let result = try await Tool.run(["check", "books/test.md"], in: folder)
            #expect(result.status == 2, "\(result.said)")
            #expect(result.said.contains("include/unreadable"))
            try folder.write("ref", to: ".git/HEAD")
            let allowed = try await Tool.run(["check", "books/test.md"], in: folder)
            let isInside = name == "../outside.md" || name == "link.md"
            #expect(allowed.status == (isInside ? 0 : 2), "\(allowed.said)")
        }
    }
}
