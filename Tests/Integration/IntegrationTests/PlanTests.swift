import Glibc
import HTTPServer
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// What `plan` touches: nothing, and with `--probe` reads.
    struct PlanTests {
        private static let secret = "hunter2-is-longer"

        private static let document = Documents.document(
            Documents.fence("console run id=nodes", "GET /_cat/nodes?format=json")
                + Documents.fence("jq capture", "count = length")
                + Documents.fence("console run id=write unless", "PUT /orders/_doc/1?routing=${token}\n{ \"n\": 1 }")
                + Documents.fence("console verify id=written within=2s", "GET /orders/_doc/1")
                + Documents.fence("console run id=drop again=yes", "DELETE /old"),
            parameters: "  token: { type: string, secret: true }\n  note: { type: string, default: none }\n")

        private static let credentials =
            "    user: ana\n    password: { command: [/bin/sh, -c, 'touch ran; echo hunter2-is-longer'] }\n"
            + "parameters:\n  token: { env: TOKEN }\n"

        @Test(arguments: [["plan"], ["plan", "--full", "--format", "markdown"], ["exec", "--dry-run"]])
        func nothingIsContactedAndNoProgramRuns(_ words: [String]) async throws {
            try await FakeElastic.with { request in
                // Not even the look before a run.
                Issue.record("\(request.method) \(request.target)")
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.document, more: Self.credentials)
                let result = try await Tool.run(words + ["test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("PUT /orders/_doc/1?routing=${token}"))
                #expect(access(folder.file("ran"), F_OK) != 0)
                #expect(fake.requests.isEmpty)
            }
        }

        /// A namespace of its own has no way out, and not even a loopback that is up.
        @Test(
            .enabled("namespaces may not be made here") {
                try await Process.run(ProcessCommand("/usr/bin/unshare", ["-rn", "/bin/true"])).isSuccess
            })
        func worksWithoutAnyNetwork() async throws {
            let folder = try TestFolder()
            try folder.write(Self.document, to: "test.md")
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  search:\n    kind: elasticsearch\n"
                    + "    url: https://search.invalid:9200\n" + Self.credentials, to: "far.yaml")
            for arguments in [["plan", "test.md"], ["plan", "test.md", "--env", "./far.yaml"]] {
                let result = ToolResult(
                    try await Process.run(
                        ProcessCommand(
                            "/usr/bin/unshare", ["-rn", Tool.path] + arguments,
                            environment: Tool.environment(in: folder), directory: folder.path,
                            output: .collect(limit: 1 << 20), deadline: .seconds(60))))
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("\nPlan: 1 read, 1 write, 1 destroy, 1 wait"))
            }
        }

        @Test func secretsAppearNowhere() async throws {
            let folder = try TestFolder()
            try folder.write(Self.document.replacing("{ \"n\": 1 }", with: "{ \"n\": \"${note}\" }"), to: "test.md")
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  search:\n    kind: elasticsearch\n"
                    + "    url: http://127.0.0.1:1\n    user: ana\n    password: { env: PASSWORD }\n", to: "env.yaml")
            let variables = ["RUNBOOK_PARAM_TOKEN": Self.secret, "PASSWORD": "another-" + Self.secret]
            for format in ["text", "markdown", "json"] {
                for note in ["a-" + Self.secret, "another-" + Self.secret] {
                    let result = try await Tool.run(
                        ["plan", "test.md", "--env", "./env.yaml", "--format", format, "-p", "note=\(note)"],
                        in: folder, variables: variables)
                    #expect(result.status == 0, "\(result.said)")
                    #expect(!(result.output + result.errors).contains("hunter2"))
                    #expect(result.output.contains("${token}"))
                    #expect(result.output.contains("***"))
                }
            }
            let file = try await Tool.run(
                ["plan", "test.md", "--env", "./env.yaml", "-o", "plan.json", "-p", "note=\(Self.secret)"], in: folder,
                variables: variables)
            #expect(file.status == 2, "\(file.said)")
            #expect(access(folder.file("plan.json"), F_OK) != 0)
            #expect(!(file.output + file.errors).contains("hunter2"))
            let clean = try await Tool.run(
                ["plan", "test.md", "--env", "./env.yaml", "-o", "plan.json"], in: folder, variables: variables)
            #expect(clean.status == 0, "\(clean.said)")
            let text = try folder.text("plan.json")
            #expect(!text.contains("hunter2"))
            // The same plan is made where there is no secret at all.
            _ = try await Tool.run(["plan", "test.md", "--env", "./env.yaml", "-o", "bare.json"], in: folder)
            #expect(try folder.text("bare.json") == text)
        }

        // MARK: --probe

        @Test func probeSendsOnlyReads() async throws {
            try await FakeElastic.with { request in
                if request.target == "/" { return nil }
                return request.target.hasPrefix("/orders") ? .json("{}", status: 404) : .json("[{},{}]")
            } _: { fake in
                let folder = try fake.folder(Self.document, more: "parameters:\n  token: { env: TOKEN }\n")
                let result = try await Tool.run(
                    ["plan", "test.md", "--env", "./fake.yaml", "--probe"], in: folder,
                    variables: ["TOKEN": Self.secret])
                #expect(result.status == 0, "\(result.said)")
                #expect(fake.lines == ["GET /_cat/nodes?format=json", "GET /orders/_doc/1"])
                #expect(result.output.contains("Only reads were sent."))
                #expect(result.output.contains("now: count = 2"))
                #expect(result.output.contains("`written` does not pass"))
                #expect(!(result.output + result.errors).contains(Self.secret))
            }
        }

        @Test func probeTellsWhatIsAlreadySo() async throws {
            try await World.with(Self.document) { world in
                try await world.sandbox.ask("PUT", "/orders/_doc/1", body: "{}")
                let result = try await world.run(
                    ["plan", "test.md", "--env", world.sandbox.environment, "--probe", "--ascii"],
                    variables: ["RUNBOOK_PARAM_TOKEN": Self.secret])
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("  = write    search  write    already done, `written` passes\n"))
                #expect(result.output.contains("  v read     search  written  passes now\n"))
                #expect(result.output.contains("now 2 of 2 reads pass, 1 already done."))
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
            }
        }

        @Test func probeOfADeadTargetSaysSo() async throws {
            let folder = try await FakeElastic.closed(Self.document)
            let result = try await Tool.run(
                ["plan", "test.md", "--env", "./fake.yaml", "--probe"], in: folder,
                variables: ["RUNBOOK_PARAM_TOKEN": Self.secret])
            #expect(result.status == 7, "\(result.said)")
            let plain = try await Tool.run(["plan", "test.md", "--env", "./fake.yaml"], in: folder)
            #expect(plain.status == 0, "\(plain.said)")
        }

        // MARK: Time

        @Test func tellsHowLongEarlierRunsTook() async throws {
            try await World.with(Documents.document(Documents.fence("console run id=look", "GET /_cluster/health"))) {
                world in
                let before = try await world.run(["plan", "test.md", "--env", world.sandbox.environment])
                // The health of a cluster may wait 30 s by itself, and its client 5 s longer.
                #expect(before.output.contains("\nTime: at most 35 s.\n"))
                for _ in 1...2 { #expect(try await world.exec().status == 0) }
                let after = try await world.run(["plan", "test.md", "--env", world.sandbox.environment])
                #expect(after.output.contains("(median of 2 earlier runs that passed)"))
                let elsewhere = try await world.run(["plan", "test.md"])
                #expect(!elsewhere.output.contains("median"))
            }
        }
    }
}
