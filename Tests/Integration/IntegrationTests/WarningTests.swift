import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What a target warns of without failing.
    struct WarningTests {
        private static let typed = "PUT /orders/order/1\n{ \"a\": 1 }"

        @Test func aWarningOfAServerIsShownOnceAndReported() async throws {
            let document = Documents.document(
                Documents.fence("console run id=one again=yes", Self.typed)
                    + Documents.fence("console run id=two again=yes", Self.typed)
                    + Documents.fence("jq assert", "$headers.warning | test(\"types removal\")"))
            try await World.with(document) { world in
                let result = try await world.exec("--report", "report.md")
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.components(of: "types removal") == 1, "\(result.said)")
                let report = try world.folder.text("report.md")
                #expect(report.components(of: "Warning: ") == 2, "\(report)")
                let run = try #require(result.run)
                let json = try await world.run(["report", run, "--format", "json"])
                let steps = try JSON(parsing: json.output)["steps"]?.array
                #expect(steps?.count == 2)
                #expect(steps?.allSatisfy { $0["warnings"]?.array?.count == 1 } == true, "\(json.output)")
            }
        }

        @Test func whatABodyWarnsOfIsReported() async throws {
            let document = Documents.document(Documents.fence("console run id=make again=yes", "PUT /orders"))
            try await FakeElastic.with { request in
                guard request.method == "PUT" else { return nil }
                return .json(#"{"acknowledged":true,"shards_acknowledged":false}"#)
            } _: { fake in
                let folder = try fake.folder(document)
                let result = try await Tool.run(
                    ["exec", "test.md", "--env", "./fake.yaml", "--report", "report.md"], in: folder)
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("warning: `shards_acknowledged`"), "\(result.said)")
                #expect(try folder.text("report.md").contains("Warning: "), "\(result.said)")
            }
        }
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
