import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Runbooks with steps on a host, with a host and without.
    struct HostTests {
        private static let document = Documents.document(
            Documents.fence("console verify id=look on=search", "GET /_cluster/health")
                + Documents.fence("sh run id=restart on=node again=yes", "echo \"on $HOME_OF\"\necho ${node.name}")
                .replacing("$HOME_OF", with: "it")
                + Documents.fence(
                    "console run id=use on=search again=yes", "PUT /orders/_doc/1\n{ \"a\": \"${node.name}\" }")
                + Documents.fence(
                    "console run id=needs on=search again=yes", "PUT /orders/_doc/2\n{ \"a\": \"${restart}\" }")
                + Documents.fence("console verify id=last on=search", "GET /_cat/nodes"),
            targets: "  node: { kind: host }\n")

        private static let hosts =
            "environment: { version: 1 }\ntargets:\n  node: { kind: host, local: true, allow: [shell] }\n"

        private func folder(_ environment: String? = nil) throws -> TestFolder {
            let folder = try TestFolder()
            try folder.write(Self.document, to: "test.md")
            if let environment { try folder.write(environment, to: "hosts.yaml") }
            return folder
        }

        private func states(_ folder: TestFolder) throws -> [String] {
            try JSON(bytes: folder.read("report.json"))["steps"]?.array?.map {
                "\($0["id"]?.string ?? "") \($0["skipped"]?["reason"]?.string ?? $0["state"]?.string ?? "")"
            } ?? []
        }

        @Test func stepsOnAHostAreSkippedOnTheSandbox() async throws {
            let folder = try folder()
            let result = try await Tool.run(["exec", "test.md", "--report", "report.json"], in: folder)
            #expect(result.status == 0, "\(result.said)")
            #expect(result.errors.contains("the host `node` is missing, so steps on it are skipped"), "\(result.said)")
            #expect(
                try states(folder) == [
                    "look passed", "restart no-host", "use passed", "needs needs-skipped", "last passed",
                ])
            let plan = try await Tool.run(["plan", "test.md"], in: folder)
            #expect(plan.status == 0, "\(plan.said)")
            #expect(plan.output.contains("the host `node` is missing"), "\(plan.said)")
            #expect(plan.output.contains("2 skipped"), "\(plan.said)")
            let test = try await Tool.run(["test", "test.md"], in: folder)
            #expect(test.status == 0, "\(test.said)")
        }

        @Test func anEnvironmentOfHostsLeavesTheClustersToTheSandbox() async throws {
            let folder = try folder(Self.hosts)
            let result = try await Tool.run(
                ["exec", "test.md", "--env", "./hosts.yaml", "--report", "report.json"], in: folder)
            #expect(result.status == 0, "\(result.said)")
            #expect(result.output.contains("hosts + SANDBOX"), "\(result.said)")
            #expect(result.errors.contains("has no clusters, so this run emulates them: `search`"), "\(result.said)")
            #expect(try states(folder).allSatisfy { $0.hasSuffix(" passed") }, "\(result.said)")
            let plan = try await Tool.run(["plan", "test.md", "--env", "./hosts.yaml"], in: folder)
            #expect(plan.status == 0, "\(plan.said)")
            #expect(!plan.output.contains("there is no"), "\(plan.said)")
            // Its cluster is gone, so nothing can go on.
            let resumed = try await Tool.run(["resume", result.run ?? ""], in: folder)
            #expect(resumed.said.contains("is already done"), "\(resumed.said)")
        }

        @Test func aRunBesideASandboxOfItsOwnCannotBeResumed() async throws {
            let folder = try folder(Self.hosts)
            let gated = Self.document.replacing("id=use on=search", with: "id=use on=search confirm=\"Go on?\"")
            try folder.write(gated, to: "test.md")
            let result = try await Tool.run(["exec", "test.md", "--env", "./hosts.yaml"], in: folder)
            #expect(result.status == 3, "\(result.said)")
            #expect(result.output.contains("--write-env sandbox.yaml"), "\(result.said)")
            let resumed = try await Tool.run(["resume", try #require(result.run)], in: folder)
            #expect(resumed.status == 3, "\(resumed.said)")
            #expect(resumed.said.contains("the sandbox of the run"), "\(resumed.said)")
        }

        @Test func anEnvironmentThatNamesAClusterNamesAllOfThem() async throws {
            let other = "  other: { kind: elasticsearch, url: \"http://127.0.0.1:1\" }\n"
            let folder = try folder(Self.hosts + other)
            let result = try await Tool.run(["exec", "test.md", "--env", "./hosts.yaml"], in: folder)
            #expect(result.status == 2, "\(result.said)")
            #expect(result.errors.contains("has no target `search`"), "\(result.said)")
            let empty = try self.folder("environment: { version: 1 }\n")
            let nothing = try await Tool.run(["exec", "test.md", "--env", "./hosts.yaml"], in: empty)
            #expect(nothing.status == 2, "\(nothing.said)")
        }

        @Test func aSandboxForARunbookWithAHostLacksTheHost() async throws {
            try await World.with(Self.document) { world in
                let without = try await world.exec("--report", "report.json")
                #expect(without.status == 0, "\(without.said)")
                #expect(try states(world.folder).contains("restart no-host"))
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(
                    text + "  node: { kind: host, local: true, allow: [shell] }\n", to: "sandbox.yaml")
                let with = try await world.exec("--report", "report.json")
                #expect(with.status == 0, "\(with.said)")
                #expect(try states(world.folder).contains("restart passed"))
            }
        }

        @Test func aCheckOnAHostThatIsNotThereCannotBeTold() async throws {
            let document = Documents.document(
                Documents.fence("console run id=act on=search unless", "PUT /orders/_doc/1\n{}")
                    + Documents.fence("sh verify id=seen on=node", "true")
                    + "1. [ ] Look at it. <!-- runbook: id=hand -->\n\n"
                    + "   ```sh verify id=inside on=node\n   true\n   ```\n",
                targets: "  node: { kind: host }\n")
            let folder = try folder()
            try folder.write(document, to: "test.md")
            let result = try await Tool.run(["exec", "test.md", "--yes"], in: folder)
            #expect(result.status == 1, "\(result.said)")
            #expect(
                result.output.contains("it is unknown whether this step is needed: the environment has no `node`"),
                "\(result.said)")
            try folder.write(document.replacing(" unless", with: " again=yes"), to: "test.md")
            let other = try await Tool.run(["exec", "test.md", "--yes", "--report", "report.json"], in: folder)
            #expect(other.status == 0, "\(other.said)")
            #expect(try states(folder) == ["act passed", "seen no-host", "hand no-console", "inside no-host"])
        }
    }
}
