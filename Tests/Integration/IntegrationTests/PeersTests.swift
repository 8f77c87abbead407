import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What other tools were seen to do wrong; each of these would fail on their behaviour.
    struct PeersTests {
        /// A pause without a terminal that reports success: the gate approves itself.
        @Test(arguments: ["", "\n", "y\n", "yes\n\n\n"])
        func aGateDoesNotApproveItself(_ input: String) async throws {
            try await World.with(Documents.gate) { world in
                let run = try await world.exec(input: input)
                #expect(run.status == 3, "\(run.said)")
                #expect(try await world.sandbox.writes().isEmpty)
                let listed = try JSON(parsing: await world.run(["runs", "--format", "json"]).output)
                #expect(listed.text().contains("waiting"))
            }
        }

        /// A dry run that fails on, or leaves out, steps over HTTP that need earlier ones.
        @Test func aDryRunShowsEachRequest() async throws {
            let document = Documents.document(
                Documents.fence("console run id=one again=yes", "PUT /orders/_doc/1\n{}")
                    + Documents.fence("jq capture", "version = ._version")
                    + Documents.fence("console run id=two again=yes", "PUT /orders/_doc/2\n{ \"v\": ${version} }"))
            try await World.with(document) { world in
                for command in [["plan", "test.md"], ["exec", "test.md", "--dry-run"]] {
                    let plan = try await world.run(command + ["--env", world.sandbox.environment])
                    #expect(plan.status == 0, "\(plan.said)")
                    for text in ["PUT /orders/_doc/1", "PUT /orders/_doc/2", "known after"] {
                        #expect(plan.output.contains(text), "\(plan.said)")
                    }
                }
                #expect(try await world.sandbox.log().isEmpty)
            }
        }

        /// A state, or a report, that has the secret which a step echoed.
        @Test func anEchoedSecretIsKeptNowhere() async throws {
            let secret = "canary-9f31c7"
            let document = Documents.document(
                Documents.fence("console run id=put again=yes", "PUT /orders/_doc/1\n{ \"key\": \"${token}\" }")
                    + Documents.fence("console run id=echo", "GET /orders/_doc/1"),
                parameters: "  token: { type: string, secret: true }\n")
            try await World.with(document) { world in
                let run = try await world.exec("--report", "run.md", variables: ["RUNBOOK_PARAM_TOKEN": secret])
                #expect(run.status == 0, "\(run.said)")
                let name = try #require(run.run)
                let export = try await world.run(["runs", "export"])
                let shown = try await world.run(["show", name, "echo"])
                let results = [run, export, shown].map { $0.output + $0.errors }
                for text in results + [try world.folder.text("run.md")] {
                    #expect(!text.contains(secret), "\(text)")
                    #expect(!text.isEmpty)
                }
                #expect(shown.output.contains("***"), "\(shown.said)")
            }
        }

        /// Going on by position: after an edit another step is the second one.
        @Test func anEditDoesNotMoveTheRun() async throws {
            try await World.with(Documents.gate) { world in
                let name = try #require(try await world.exec().run)
                let edited = Documents.gate.replacing(
                    "## Steps on search\n\n",
                    with: "## Steps on search\n\n"
                        + Documents.fence("console run id=new again=yes", "PUT /new/_doc/1\n{}")
                        + Documents.fence("console run id=newer again=yes", "PUT /new/_doc/2\n{}"))
                try world.folder.write(edited, to: "test.md")
                #expect(try await world.run(["resume", name, "--yes"]).status == 3)
                let resumed = try await world.run(["resume", name, "--yes", "--recorded"])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
                #expect(try await world.sandbox.log().count { $0 == "GET /_cluster/health" } == 1)
            }
        }

        /// Steps under equal headings that become one group, and fences in list items that are not seen.
        @Test func equalHeadingsKeepTheirOrder() async throws {
            func write(_ number: Int) -> String { "console run id=w\(number) again=yes" }
            let body = (1...4).map { "PUT /orders/_doc/\($0)\n{}" }
            let item = "1. Write it.\n\n   " + Documents.fence(write(2), body[1]).replacing("\n", with: "\n   ")
            let document = Documents.document(
                Documents.fence(write(1), body[0]) + item + "\n\n## Check\n\n" + Documents.fence(write(3), body[2])
                    + "## Steps on search\n\n" + Documents.fence(write(4), body[3]))
            try await World.with(document) { world in
                let run = try await world.exec()
                #expect(run.status == 0, "\(run.said)")
                #expect(try await world.sandbox.writes() == (1...4).map { "PUT /orders/_doc/\($0)" })
            }
        }
    }
}
