import HTTPServer
import OrderedJSON
import Synchronization
import Testing
import ToolTesting

extension IntegrationTests {
    /// Who is told what happens to a run, and how little that may do.
    struct NoticeTests {
        /// A world whose environment tells by a program that keeps what it is told.
        private func world(
            _ document: String, on occasions: String, script: String = "cat >>notices",
            _ body: (World) async throws -> Void
        ) async throws {
            try await World.with(document) { world in
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(
                    text + "notify:\n  - { on: [\(occasions)], command: [sh, -c, '\(script)'] }\n", to: "sandbox.yaml")
                try await body(world)
            }
        }

        private func notices(_ world: World) throws -> [JSON] {
            try world.folder.text("notices").split(separator: "\n").map { try JSON(parsing: String($0)) }
        }

        @Test func aQuestionIsToldWithTheCommandThatAnswersIt() async throws {
            try await world(Documents.gate, on: "waiting, passed") { world in
                let run = try await world.exec()
                #expect(run.status == 3, "\(run.said)")
                let name = try #require(run.run)
                let notice = try #require(try notices(world).first)
                #expect(notice["on"]?.string == "waiting")
                #expect(notice["run"]?.string == name)
                #expect(notice["step"]?.string == "write")
                #expect(notice["text"]?.string?.contains("Write it?") == true, "\(notice.text())")
                let command = try #require(notice["command"]?.string)
                let answer = try await world.run(command.split(separator: " ").dropFirst().map(String.init))
                #expect(answer.status == 0, "\(answer.said)")
                #expect(try await world.run(["resume", name]).status == 0)
                #expect(try notices(world).map { $0["on"]?.string } == ["waiting", "passed"])
            }
        }

        @Test func nobodyIsToldOfWhatYesAnswers() async throws {
            try await world(Documents.gate, on: "waiting, failed, passed") { world in
                let run = try await world.exec("--yes")
                #expect(run.status == 0, "\(run.said)")
                let told = try notices(world)
                #expect(told.map { $0["on"]?.string } == ["passed"])
            }
        }

        @Test func aFailureIsToldWithItsReason() async throws {
            let document = Documents.document(Documents.fence("console run id=lost", "GET /nothing"))
            try await world(document, on: "failed") { world in
                #expect(try await world.exec().status == 1)
                let notice = try #require(try notices(world).first)
                #expect(notice["on"]?.string == "failed")
                #expect(notice["step"]?.string == "lost")
                #expect(notice["command"] == nil)
            }
        }

        @Test func aNoticeThatFailsIsAnEventAndChangesNothing() async throws {
            try await world(Documents.gate, on: "passed", script: "echo x >>tries; exit 3") { world in
                let run = try await world.exec("--yes")
                #expect(run.status == 0, "\(run.said)")
                #expect(run.output.contains("the notice of `passed` was not sent"), "\(run.said)")
                #expect(try world.folder.text("tries") == "x\nx\nx\n")
                let report = try await world.run(["report", try #require(run.run)])
                #expect(report.output.contains("Not told"), "\(report.said)")
                #expect(report.output.contains("done"))
            }
        }

        /// A program that is told of a question is a program of the run, and only a person answers.
        @Test func whatIsToldCannotAnswer() async throws {
            let script =
                #"read line; run=$(echo "$line" | sed "s/.*\"run\":\"\([^\"]*\)\".*/\1/"); "#
                + "\(Tool.path) confirm $run write --store store --digest 0123456789ab >said 2>&1; true"
            try await world(Documents.gate, on: "waiting", script: script) { world in
                let run = try await world.exec()
                #expect(run.status == 3, "\(run.said)")
                let name = try #require(run.run)
                #expect(try world.folder.text("said").contains("started by a step of a run"))
                #expect(try await world.run(["resume", name]).status == 3)
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func aWebhookGetsTheNoticeAndItsSecretAddressIsNowhere() async throws {
            let bodies = Mutex<[String]>([])
            try await HTTPServer.serving({ request in
                bodies.withLock { $0.append(String(decoding: request.body, as: UTF8.self)) }
                return .response(HTTPServer.Response(status: 200, body: []))
            }) { server in
                try await World.with(Documents.gate) { world in
                    let text = try world.folder.text("sandbox.yaml")
                    try world.folder.write(
                        text + "notify: { on: passed, webhook: { env: CHAT } }\n", to: "sandbox.yaml")
                    let address = server.url + "/hooks/T0KEN-OF-CHAT"
                    let run = try await world.exec("--yes", variables: ["CHAT": address])
                    #expect(run.status == 0, "\(run.said)")
                    #expect(bodies.withLock { $0.count } == 1)
                    let notice = try JSON(parsing: bodies.withLock { $0.first ?? "" })
                    #expect(notice["on"]?.string == "passed")
                    let export = try await world.run(["runs", "export"])
                    #expect(!export.output.contains("T0KEN-OF-CHAT"))
                    let gone = try await world.exec("--yes", variables: ["CHAT": "http://127.0.0.1:1/T0KEN-OF-CHAT"])
                    #expect(gone.status == 0, "\(gone.said)")
                    #expect(gone.output.contains("the webhook was not reached"), "\(gone.said)")
                    #expect(!gone.said.contains("T0KEN-OF-CHAT"))
                }
            }
        }

        @Test(arguments: [
            ("notify: { on: passed, command: [true] }", "would run a program"),
            ("notify: { on: passed, webhook: \"https://chat.example\" }", "would run a program or tell others"),
        ])
        func aFileThatWasFoundTellsNobody(_ rule: String, _ words: String) async throws {
            let folder = try TestFolder()
            try folder.write(Documents.gate, to: "test.md")
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  search: { kind: elasticsearch, url: \"http://127.0.0.1:1\" }\n"
                    + rule + "\n", to: "environments/found.yaml")
            let run = try await Tool.run(["exec", "test.md", "--env", "found"], in: folder)
            #expect(run.status == 2, "\(run.said)")
            #expect(run.errors.contains("`notify` \(words)"), "\(run.said)")
        }

        @Test(arguments: [
            "notify: { command: [x] }", "notify: { on: passed }", "notify: { on: later, command: [x] }",
            "notify: { on: passed, command: x }", "notify: { on: passed, command: [x], webhook: \"http://x\" }",
            "notify: { on: passed, webhook: 7 }", "notify: [1]", "notify: { on: { a: 1 }, command: [x] }",
        ])
        func aWrongRuleIsTold(_ rule: String) async throws {
            let folder = try TestFolder()
            try folder.write(Documents.gate, to: "test.md")
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  search: { kind: elasticsearch, url: \"http://127.0.0.1:1\" }\n"
                    + rule + "\n", to: "e.yaml")
            let run = try await Tool.run(["plan", "test.md", "--env", "./e.yaml"], in: folder)
            #expect(run.status == 2, "\(rule): \(run.said)")
            #expect(run.errors.contains("e.yaml:4"), "\(rule): \(run.said)")
        }
    }
}
