import Glibc
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// `runbooks/connect-clusters.md` against the procedure it was made of.
    struct ConnectClustersTests {
        private static let root = Repository.root
        private static let file = "\(root)/runbooks/connect-clusters.md"
        private static let source = getenv("RUNBOOK_SHARED").map {
            String(cString: $0) + "/seeds/connect-two-clusters.md"
        }

        /// A step of the procedure and the steps of the runbook that it became.
        struct Row: Sendable {
            let heading: String
            /// Words of the procedure.
            let words: String
            let section: String
            let steps: [String]
        }

        private static let cluster = "Configure the connection between two Elasticsearch clusters"
        private static let search = "Configure the cross-cluster search feature"
        private static let byHand = "Configure the connection between the clusters"
        private static let bySteps = "Configure cross-cluster search"
        private static let table = [
            Row(
                heading: "Connect two Elasticsearch clusters", words: "They are of the same Elasticsearch version.",
                section: "Before you start", steps: ["versions", "describe_remote", "describe_current"]
            ),
            Row(
                heading: cluster, words: "8.  Click **OK**.", section: byHand,
                steps: ["connect", "connected", "manual"]
            ),
            Row(
                heading: search, words: "Create an index\n", section: bySteps,
                steps: ["index_free", "create_index", "index_exists"]),
            Row(
                heading: search, words: "Create a document", section: bySteps,
                steps: ["create_document", "document_exists"]),
            Row(heading: search, words: "Method 1:", section: bySteps, steps: ["alias_free", "add_by_endpoint"]),
            Row(
                heading: search, words: "Method 2:", section: bySteps, steps: ["nodes", "alias_free_2", "add_by_nodes"]),
            Row(
                heading: search, words: "5.  Run the following command", section: bySteps, steps: ["link_up", "found"]),
        ]

        private func report(_ world: World, _ arguments: String...) async throws -> JSON {
            let result = try await world.run(
                ["exec", Self.file, "--yes", "--format", "json", "--env", world.sandbox.environment] + arguments)
            #expect(result.status == 0, "\(result.said)")
            return try JSON(parsing: result.output)
        }

        private struct NoSteps: Error {}

        private func steps(_ report: JSON) throws -> [JSON] {
            guard case .array(let steps)? = report["steps"] else { throw NoSteps() }
            return steps
        }

        @Test func eachStepIsFoundByItsHeading() async throws {
            try await World.with("", clusters: ["current", "remote"]) { world in
                let steps = try steps(try await report(world))
                let found = steps.map { step in
                    let section = step["section"].flatMap { $0[1] }?.string ?? ""
                    let id = step["role"] == "manual" ? "manual" : step["id"]?.string ?? ""
                    return "\(section): \(id)"
                }
                #expect(found == Self.table.flatMap { row in row.steps.map { "\(row.section): \($0)" } })
            }
        }

        @Test(.enabled(if: source != nil, "RUNBOOK_SHARED is not set"))
        func theTableIsTheProcedures() throws {
            let text = String(decoding: try TestFolder.bytes(of: Self.source ?? ""), as: UTF8.self)
            var rest = text[...]
            for row in Self.table {
                #expect(text.contains("# \(row.heading)\n"))
                let place = try #require(rest.firstRange(of: row.words), "\(row.words)")
                rest = rest[place.upperBound...]
            }
        }

        @Test(.enabled(if: source != nil, "RUNBOOK_SHARED is not set"))
        func itExpectsTheProceduresAnswer() throws {
            let source = String(decoding: try TestFolder.bytes(of: Self.source ?? ""), as: UTF8.self)
            let runbook = String(decoding: try TestFolder.bytes(of: Self.file), as: UTF8.self)
            let answer = try json(in: source, after: "the following result is returned:")
            let expected = try json(in: runbook, after: "id=found")
            #expect(normalized(expected) == normalized(answer))
        }

        /// The remote cluster has the addresses of somebody else by now, and keeps them.
        @Test func undoKeepsTheAddressesOfOthers() async throws {
            try await World.with("", clusters: ["current", "remote"]) { world in
                let done = try await world.run([
                    "exec", Self.file, "--yes", "--env", world.sandbox.environment, "-p", "alias=theirs",
                ])
                #expect(done.status == 0, "\(done.said)")
                try await world.sandbox.ask(
                    "PUT", "/_cluster/settings", at: "current",
                    body: #"{"persistent":{"cluster":{"remote":{"theirs":{"seeds":["10.9.9.9:9300"]}}}}}"#)
                let undo = try await world.run(["undo", try #require(done.run), "--yes"])
                #expect(undo.status == 1, "\(undo.said)")
                let settings = try await world.sandbox.get("/_cluster/settings", at: "current")
                #expect(
                    settings["persistent"]?["cluster"]?["remote"]?["theirs"]?["seeds"] == ["10.9.9.9:9300"],
                    "\(settings)")
            }
        }

        /// The last fenced JSON behind a text.
        private func json(in text: String, after mark: String) throws -> JSON {
            let behind = text[try #require(text.firstRange(of: mark)).upperBound...]
            let fences = behind.split(separator: "```", omittingEmptySubsequences: false)
            let body = try #require(fences.last { $0.contains("\"took\"") }).drop { $0 != "{" }
            let filled = String(body).replacing("${alias}", with: "cluster_one").replacing("${index}", with: "twitter")
            return try JSON(parsing: filled)
        }

        /// Without what differs from cluster to cluster, and without the type that later versions dropped.
        private func normalized(_ answer: JSON) -> JSON {
            switch answer {
            case .object(let object):
                .object(
                    JSONObject(
                        object.filter { !["took", "_id", "_type"].contains($0.name) }
                            .map { ($0.name, normalized($0.value)) }))
            case .array(let elements): .array(elements.map(normalized))
            default: answer
            }
        }

        @Test(arguments: ["nodes", "endpoint"])
        func aSecondRunActsNowhere(_ method: String) async throws {
            try await World.with("", clusters: ["current", "remote"]) { world in
                let first = try steps(try await report(world, "-p", "seeds_by=\(method)"))
                let writes = try await world.sandbox.writes()
                #expect(writes.count == 3)
                let second = try steps(try await report(world, "-p", "seeds_by=\(method)"))
                #expect(try await world.sandbox.writes() == writes)
                #expect(try await world.sandbox.get("/twitter/_doc/1", at: "remote")["_version"] == 1)
                #expect(try await world.sandbox.get("/twitter/_count", at: "remote")["count"] == 1)
                for (before, after) in zip(first, second) where before["role"] == "run" && before["effect"] == "write" {
                    #expect(after["state"] == (before["state"] == "skipped" ? "skipped" : "satisfied"))
                }
            }
        }

        @Test func itsTestPasses() async throws {
            let folder = try TestFolder()
            let result = try await Tool.run(["test", Self.file], in: folder)
            #expect(result.status == 0, "\(result.said)")
            #expect(result.output.contains("\n4 passed\n"))
            let check = try await Tool.run(["check", "--strict", Self.file], in: folder)
            #expect(check.status == 0, "\(check.said)")
        }
    }
}
