import Glibc
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// The bundled runbooks that build something in a cloud, against the procedures they were made of.
    struct BundledRunbookTests {
        /// A part of a procedure and the steps that it became.
        struct Row: Sendable {
            /// Words of the procedure.
            let words: String
            let section: String
            let steps: [String]

            init(_ words: String, _ section: String, _ steps: String...) {
                (self.words, self.section, self.steps) = (words, section, steps)
            }
        }

        /// A runbook and its procedure.
        struct Procedure: Sendable, CustomTestStringConvertible {
            let name: String
            /// How many combinations `runbook test` tries.
            let combinations: Int
            /// In the order of the procedure.
            let rows: [Row]

            var file: String { "\(root)/runbooks/\(name)" }
            var source: String? { shared.map { "\($0)/seeds/\(name)" } }
            var testDescription: String { name }
        }

        private static let root = Repository.root
        private static let shared = getenv("RUNBOOK_SHARED").map { String(cString: $0) }

        static let procedures = [
            Procedure(
                name: "cross-region-ccr.md", combinations: 3,
                rows: [
                    Row(
                        "cloud-native control plane (v3)", "Before you start", "describe_leader", "describe_follower"),
                    Row(
                        "at least two VSwitches", "Step 1: Connect the VPCs of the two regions", "leader_vswitch",
                        "follower_vswitch", "leader_attachment", "follower_attachment", "peer"),
                    Row("ping <private", "Step 2: Obtain the private IP address of the leader", "look_up", "allow"),
                    Row(
                        "Create a server group.", "Step 3: Create an NLB instance and a server group", "server_group",
                        "backend"),
                    Row("Enable the All Ports", "Step 3: Create an NLB instance and a server group", "nlb", "listener"),
                    Row("Create an endpoint service.", "Step 4: Configure PrivateLink", "service"),
                    Row("Add a private connection", "Step 4: Configure PrivateLink", "endpoint", "endpoint_connected"),
                    Row("Add a remote cluster.", "Step 5: Configure CCR", "add_remote", "remote_connected"),
                    Row("Configure CCR replication.", "Step 5: Configure CCR", "follow", "auto_follow"),
                    Row(
                        "Verify existing data", "Step 6: Verify the replication", "same_count", "same_content"),
                    Row(
                        "Verify incremental data", "Step 6: Verify the replication", "create_new", "write_new",
                        "new_arrived"),
                ]),
            Procedure(
                name: "ccr-migrate.md", combinations: 4,
                rows: [
                    Row("same network\narchitecture", "Before you start", "describe_local", "ask_support"),
                    Row("create a leader index", "Prepare the leader index", "create_leader", "leader_ready"),
                    Row("call the reindex API", "Prepare the leader index", "copy"),
                    Row(
                        "Disable the physical", "Prepare the leader index", "close_leader", "leader_closed",
                        "physical_off", "physical_is_off", "open_leader", "leader_open"),
                    Row("Step 1: Connect", "Step 1: Connect the clusters", "connection"),
                    Row("Seed nodes", "Step 2: Add the remote cluster", "nodes", "add_remote", "remote_connected"),
                    Row("Step 3: Configure CCR", "Step 3: Configure CCR", "follow", "following"),
                    Row("\"Jack\"", "Step 4: View the result", "write_jack", "jack_arrived"),
                    Row("\"Pony\"", "Step 4: View the result", "write_pony", "pony_arrived"),
                ]),
            Procedure(
                name: "opendistro-ccr.md", combinations: 4,
                rows: [
                    Row(
                        "docker build", "Step 1: Spin up two test clusters with the plugin", "build", "up",
                        "clusters_up"),
                    Row("NOTE: Using admin", "Step 2: Set up cross-cluster connectivity", "add_remote", "connected"),
                    Row(
                        "leader-01?pretty", "Step 3: Populate the leader cluster with sample data", "create", "populate"
                    ),
                    Row("sh ./setup_permissions.sh", "Step 4: Configure permissions", "user", "user_there"),
                    Row("follower-01/_start", "Step 5: Start replication", "start", "start_2"),
                    Row("1. Modify doc", "Step 6: Make changes to data on the leader index", "modify", "add"),
                    Row(
                        "1. Validate replicated", "Step 7: Validate replicated content on the follower", "listed",
                        "content", "same", "following", "following_2"),
                    Row("follower-01/_stop", "Step 8: Stop replication", "stop", "stop_2", "stopped"),
                    Row("isn't replicated any more", "Step 8: Stop replication", "change_after_stop", "unchanged"),
                ]),
        ]

        @Test(arguments: procedures)
        func itsStepsFollowTheProcedure(_ procedure: Procedure) async throws {
            let result = try await Tool.run(["plan", procedure.file, "--format", "json"], in: try TestFolder())
            #expect(result.status == 0, "\(result.said)")
            let steps = try JSON(parsing: result.output)["plan"]?["steps"]?.array ?? []
            var rest = steps[...]
            for row in procedure.rows {
                for id in row.steps {
                    let place = try #require(rest.firstIndex(where: { $0["id"]?.string == id }), "\(id)")
                    #expect(rest[place]["section"]?.array?.contains(.string(row.section)) == true, "\(id)")
                    rest = rest[(place + 1)...]
                }
            }
        }

        @Test(.enabled(if: shared != nil, "RUNBOOK_SHARED is not set"), arguments: procedures)
        func itsRowsAreTheProcedures(_ procedure: Procedure) throws {
            let text = String(decoding: try TestFolder.bytes(of: procedure.source ?? ""), as: UTF8.self)
            var rest = text[...]
            for row in procedure.rows {
                let place = try #require(rest.firstRange(of: row.words), "\(row.words)")
                rest = rest[place.upperBound...]
            }
        }

        /// With every alternative, and a second time without a change.
        @Test(arguments: procedures)
        func itsTestPasses(_ procedure: Procedure) async throws {
            let folder = try TestFolder()
            // The post itself has the password of the demonstration, which a hint says of each command.
            let strict = procedure.name == "opendistro-ccr.md" ? [] : ["--strict"]
            let check = try await Tool.run(["check"] + strict + [procedure.file], in: folder)
            #expect(check.status == 0, "\(check.said)")
            for code in check.errors.matches(of: /\[([a-z-]+\/[a-z-]+)\]/) {
                #expect(code.output.1 == "secret/literal")
            }
            let result = try await Tool.run(["test", procedure.file], in: folder)
            #expect(result.status == 0, "\(result.said)")
            #expect(result.output.contains("\(procedure.combinations) passed\n"))
        }
    }
}
