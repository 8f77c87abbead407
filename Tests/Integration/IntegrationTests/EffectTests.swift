import HTTPServer
import Testing
import ToolTesting

extension IntegrationTests {
    /// What is taken for a read, and what is not.
    struct EffectTests {
        private static let reads: [String] = [
            "POST /_query?format=json\n{ \"query\": \"FROM orders | LIMIT 1\" }", "POST /_cluster/allocation/explain",
            "POST /_snapshot/backup/_verify", "POST /_plugins/_sql\n{ \"query\": \"SELECT 1\" }",
            "POST /_plugins/_ppl\n{ \"query\": \"source=orders\" }",
            "POST /_security/user/_has_privileges\n{ \"cluster\": [\"monitor\"] }",
            "POST /_scripts/painless/_execute\n{ \"script\": { \"source\": \"1 + 1\" } }",
            "POST /_index_template/_simulate_index/logs-1", "POST /orders/_mtermvectors\n{ \"ids\": [\"1\"] }",
            "POST /orders/_search_shards",
        ]

        @Test func aVerifyMayReadByPost() async throws {
            let folder = try TestFolder()
            try folder.write(
                Documents.document(Self.reads.map { Documents.fence("console verify within=0s", $0) }.joined()),
                to: "test.md")
            let result = try await Tool.run(["check", "test.md", "--strict"], in: folder)
            #expect(result.status == 0, "\(result.said)")
        }

        @Test(arguments: ["check", "plan", "exec"])
        func aPathThatServersReadDifferentlyIsRefused(_ command: String) async throws {
            try await FakeElastic.with { request in
                Issue.record("\(request.method) \(request.target)")
                return nil
            } _: { fake in
                for (language, request) in [
                    ("console", "DELETE /_pit/../victim"), ("console", "DELETE /_search/scroll/../../i"),
                    ("console", "DELETE /_pit/%2e%2e/i"), ("sh", "curl -X DELETE \"${search.url}/_pit/%2e%2e/i\""),
                ] {
                    for role in ["run again=yes", "verify"] {
                        let folder = try fake.folder(
                            Documents.document(Documents.fence("\(language) \(role) on=search", request)))
                        let words =
                            command == "check" ? ["check", "test.md"] : [command, "test.md", "--env", "./fake.yaml"]
                        let result = try await Tool.run(words, in: folder)
                        #expect(result.status == 2, "\(result.said)")
                        #expect("\(result.said)".contains("servers remove `.` and `..` from a path"), "\(result.said)")
                    }
                }
            }
        }

        /// A value brings what the document has not.
        @Test func aFilledPathIsLookedAtAgain() async throws {
            try await FakeElastic.with { _ in
                nil
            } _: { fake in
                let folder = try fake.folder(
                    Documents.document(
                        Documents.fence("console run id=close again=yes", "DELETE /_search/scroll/${id}"),
                        parameters: "  id: { type: string }\n"))
                for value in ["../../victim", "x/../../../victim", "%2e%2e", "a\\..\\..\\victim", "..;"] {
                    let result = try await Tool.run(
                        ["exec", "test.md", "--env", "./fake.yaml", "-p", "id=\(value)"], in: folder)
                    #expect(result.status != 0, "\(result.said)")
                }
                #expect(fake.lines.allSatisfy { $0.hasPrefix("GET ") }, "\(fake.lines)")
            }
        }

        @Test func anAuthorMaySayThatAnUnknownRequestReads() async throws {
            let document = Documents.document(
                Documents.fence("console verify id=stats effect=read within=0s", "POST /_myplugin/_stats\n{}"))
            try await FakeElastic.with { request in
                request.target == "/_myplugin/_stats" ? .json("{}") : nil
            } _: { fake in
                let folder = try fake.folder(document)
                let plan = try await Tool.run(["plan", "test.md"], in: folder)
                #expect(plan.status == 0, "\(plan.said)")
                #expect(plan.output.contains("read, as declared by the author"), "\(plan.said)")
                let run = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(run.status == 0, "\(run.said)")
            }
        }

        @Test(arguments: [
            "POST /_myplugin/_stats", "PUT /orders", "POST /orders/_delete_by_query", "DELETE /_myplugin/x",
            "POST /_myplugin/_stats\n\nPUT /orders",
        ])
        func othersMayNotBeLowered(_ request: String) async throws {
            let isUnknown = request == "POST /_myplugin/_stats"
            let folder = try TestFolder()
            try folder.write(
                Documents.document(
                    Documents.fence("console verify within=0s\(isUnknown ? "" : " effect=read")", request)),
                to: "test.md")
            let result = try await Tool.run(["check", "test.md"], in: folder)
            #expect(result.status == 2, "\(result.said)")
            #expect("\(result.said)".contains(isUnknown ? "if it only reads, write `effect=read`" : "effect/lowered"))
        }

        /// A value cannot make a lowered request one that is known.
        @Test func whatWasLoweredStaysUnknown() async throws {
            let document = Documents.document(
                Documents.fence("console run id=stats effect=read", "POST /_myplugin/${name}"),
                parameters: "  name: { type: string }\n")
            try await FakeElastic.with { request in
                request.target == "/_myplugin/_stats" ? .json("{}") : nil
            } _: { fake in
                let folder = try fake.folder(document)
                for value in ["_stats", "_bulk", "_delete_by_query", "x/_restore"] {
                    let result = try await Tool.run(
                        ["exec", "test.md", "--env", "./fake.yaml", "-p", "name=\(value)"], in: folder)
                    #expect((result.status == 0) == (value == "_stats"), "\(result.said)")
                    #expect(!fake.lines.contains { $0.contains("_delete_by_query") || $0.contains("_restore") })
                }
            }
        }
    }
}
