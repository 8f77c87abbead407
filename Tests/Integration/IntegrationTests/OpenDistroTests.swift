import Glibc
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// `runbooks/opendistro-ccr.md` on clusters with security: twice, taken back, and where it must fail.
    struct OpenDistroTests {
        /// A product, and what its plugin is called.
        struct Product: Sendable, CustomTestStringConvertible {
            let name: String
            let profile: String
            let replication: String
            /// The step that looks whether the index still follows.
            let following: String

            var testDescription: String { name }

            static let openDistro = Product(
                name: "opendistro", profile: "odfe-1.13", replication: "/_opendistro/_replication",
                following: "following")
            static let openSearch = Product(
                name: "opensearch", profile: "opensearch-2.19", replication: "/_plugins/_replication",
                following: "following_2")
        }

        private static let file = Repository.root + "/runbooks/opendistro-ccr.md"
        private static let password = "Kx9-Meadow-Signal-73"

        private static func sandbox(_ product: Product, in folder: TestFolder) async throws -> RunningSandbox {
            try await RunningSandbox(
                options: [
                    "--cluster", "leader=\(product.profile)", "--cluster", "follower=\(product.profile)", "--secure",
                    "--virtual-time",
                ], in: folder)
        }

        private static func exec(
            _ file: String, _ product: Product, _ sandbox: RunningSandbox, in folder: TestFolder
        ) async throws -> ToolResult {
            try await Tool.run(
                [
                    "exec", file, "--env", sandbox.environment, "--yes", "-p", "product=\(product.name)", "--report",
                    folder.file("report.md"),
                ], in: folder, variables: ["RUNBOOK_PARAM_PASSWORD": password])
        }

        @Test(arguments: [Product.openDistro, .openSearch])
        func itRunsTwiceAndIsTakenBack(_ product: Product) async throws {
            let folder = try TestFolder()
            let sandbox = try await Self.sandbox(product, in: folder)
            let first = try await Self.exec(Self.file, product, sandbox, in: folder)
            #expect(first.status == 0, "\(first.said)")
            let second = try await Self.exec(Self.file, product, sandbox, in: folder)
            #expect(second.status == 0 && second.output.contains("nothing changed"), "\(second.said)")
            let run = try #require(first.output.firstMatch(of: RunName.pattern)?.output)
            let undo = try await Tool.run(["undo", String(run), "--yes"], in: folder)
            #expect(undo.status == 0, "\(undo.said)")
            for text in [first.said, second.said, undo.said, try folder.text("report.md")] {
                #expect(!text.contains(Self.password))
            }
            let own = sandbox.announcement["clusters"]?["leader"]?["password"]?.string ?? "-"
            let files = TestFolder.names(in: folder.file("store")).filter { $0.hasPrefix("runs") }
            #expect(!files.isEmpty)
            for file in files {
                let bytes = try folder.read("store/\(file)")
                for secret in [Self.password, own] {
                    #expect(bytes.firstRange(of: Array(secret.utf8)) == nil, "\(file)")
                }
            }
            await sandbox.stop()
        }

        /// What disturbs a replication that runs, and how the run says it.
        struct Disturbance: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let block: String
            /// The beginning of the cause that is named.
            let cause: String

            static let leaderDeleted = Disturbance(
                testDescription: "the leader's index is deleted",
                block: "```console run on=leader again=yes\nDELETE /leader-01\n```",
                cause: "Does the leader still have the index")
            static let aliasRemoved = Disturbance(
                testDescription: "the remote cluster is removed",
                block: """
                    ```console run on=follower again=yes
                    PUT /_cluster/settings
                    { "persistent": { "cluster.remote.leader-cluster.seeds": null } }
                    ```
                    """,
                cause: "Is the leader cluster still a remote cluster of the follower")
        }

        /// A place of the document where something goes wrong: before the validation, within it, or behind all of it
        /// that only looks.
        enum Place: String, CaseIterable {
            case before = "## Step 7: "
            case within = "4. The connection of the **follower** is still there."
            case behind = "7. A change of now still arrives"

            /// The document with a section before the place.
            func inserting(_ section: String) throws -> String {
                let text = String(decoding: try TestFolder.bytes(of: OpenDistroTests.file), as: UTF8.self)
                #expect(text.contains(rawValue))
                return text.replacing(
                    rawValue, with: "## What goes wrong\n\n\(section)\n\n\(rawValue)", maxReplacements: 1)
            }
        }

        @Test(
            arguments: [
                (Product.openDistro, Disturbance.leaderDeleted), (.openDistro, .aliasRemoved),
                (.openSearch, .leaderDeleted), (.openSearch, .aliasRemoved),
            ], Place.allCases)
        func itNoticesWhatEndsWithoutAnError(_ what: (Product, Disturbance), _ place: Place) async throws {
            let (product, disturbance) = what
            let folder = try TestFolder()
            let sandbox = try await Self.sandbox(product, in: folder)
            let file = try folder.write(try place.inserting(disturbance.block), to: "disturbed.md")
            let result = try await Self.exec(file, product, sandbox, in: folder)
            #expect(result.status == 1, "\(result.said)")
            #expect((result.output + result.errors).contains(disturbance.cause), "\(result.said)")
            await sandbox.stop()
        }

        /// The leader's process ends while the index follows, and is there again after half a minute.
        ///
        /// The plugin of Open Distro ends the replication 43 s later, without an error; OpenSearch continues.
        ///
        /// Behind all that only looks, a change that does not arrive says it before the plugin does.
        @Test(arguments: [(Product.openDistro, 1), (.openSearch, 3)], [(Place.before, 60_000), (.behind, 0)])
        func aRestartedLeaderIsNoticedWhereItEndsTheReplication(
            _ expected: (product: Product, status: Int), _ when: (place: Place, later: Int)
        ) async throws {
            let (product, status) = expected
            let folder = try TestFolder()
            let sandbox = try await Self.sandbox(product, in: folder)
            let environment = try folder.text("sandbox.yaml").replacing("  disposable: true\n", with: "")
            try folder.write(environment, to: "sandbox.yaml")
            let file = try folder.write(
                try when.place.inserting("- [ ] The leader is started again. <!-- runbook: id=restart -->"),
                to: "restarted.md")
            let begun = try await Self.exec(file, product, sandbox, in: folder)
            #expect(begun.status == 3, "\(begun.said)")
            let run = String(try #require(begun.output.firstMatch(of: RunName.pattern)?.output))
            // What was written before has arrived, so that only the restart can be what is wrong.
            try await sandbox.sleep(milliseconds: 60_000)
            try await sandbox.setFaults([["fault": "refuse"]], at: "leader")
            try await sandbox.setFaults([["fault": "partition", "from": "leader"]], at: "follower")
            try await sandbox.sleep(milliseconds: 30_000)
            try await sandbox.setFaults([], at: "leader")
            try await sandbox.setFaults([], at: "follower")
            try await sandbox.sleep(milliseconds: when.later)
            #expect(try await Tool.confirm(run, "restart", in: folder).status == 0)
            let result = try await Tool.run(
                ["resume", run, "--yes"], in: folder, variables: ["RUNBOOK_PARAM_PASSWORD": Self.password])
            // Where the replication continues, everything passes up to the question whether to stop it.
            #expect(Int(result.status) == status, "\(result.said)")
            if status == 1 {
                let said = result.output + result.errors
                let noticed = when.place == .behind ? "arrived" : product.following
                #expect(said.contains("failed: step") && said.contains(" \(noticed) ("), "\(result.said)")
                #expect(said.contains("Does the follower still follow?"), "\(result.said)")
            }
            await sandbox.stop()
        }

        /// Each action that is missing in a role is named where the plugin needs it.
        @Test(arguments: [
            (Product.openDistro, "indices:admin/opendistro/replication/index/start"),
            (.openDistro, "cluster:admin/snapshot/restore"),
            (.openDistro, "indices:data/read/opendistro/replication/file_chunk"),
            (.openSearch, "indices:admin/plugins/replication/index/stop"),
            (.openSearch, "indices:data/read/plugins/replication/changes"),
        ])
        func aMissingPermissionIsNamed(_ product: Product, _ action: String) async throws {
            let folder = try TestFolder()
            let sandbox = try await Self.sandbox(product, in: folder)
            let text = String(decoding: try TestFolder.bytes(of: Self.file), as: UTF8.self)
            let other = text.replacing("\"\(action)\"", with: "\"indices:none\"")
            let file = try folder.write(other, to: "without.md")
            let result = try await Self.exec(file, product, sandbox, in: folder)
            #expect(result.status == 1, "\(result.said)")
            #expect((result.output + result.errors).contains(action), "\(result.said)")
            await sandbox.stop()
        }
    }
}
