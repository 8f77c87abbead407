import Glibc
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// `tools/rest-suite`, the runner for test cases in the format of Elasticsearch's REST API suite.
    struct RestSuiteTests {
        private static let root = Repository.root

        private static func run(_ suite: String, in folder: TestFolder) async throws -> ToolResult {
            let sandbox = try await RunningSandbox(["leader"], in: folder, isVirtual: false)
            let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
            let result = ToolResult(
                try await Process.run(
                    ProcessCommand(
                        "\(root)/tools/rest-suite", [suite, sandbox.url("leader")], environment: ["PATH": path],
                        deadline: .seconds(120))))
            await sandbox.stop()
            return result
        }

        @Test func theCasesOfTheRepositoryPass() async throws {
            let result = try await Self.run("\(Self.root)/Tests/RestSuite", in: try TestFolder())
            if result.output.hasPrefix("SKIPPED") { return }
            #expect(result.status == 0, "\(result.said)")
            #expect(result.output.contains("47 of 47 cases pass, 2 skipped"), "\(result.output)")
        }

        @Test func aCaseThatDoesNotHoldFailsAndOneForAnotherVersionIsSkipped() async throws {
            let folder = try TestFolder()
            let apis = try TestFolder.bytes(of: "\(Self.root)/Tests/RestSuite/api/apis.json")
            try folder.write(String(decoding: apis, as: UTF8.self), to: "suite/api/apis.json")
            try folder.write(
                """
                "wrong":
                  - do: {index: {index: i, id: "1", body: {n: 1}}}
                  - match: {_version: 2}
                ---
                "newer":
                  - skip: {version: " - 7.9.99", reason: "newer"}
                  - match: {a: 1}
                ---
                "foreign":
                  - skip: {features: node_selector}
                ---
                "not caught":
                  - do: {catch: missing, info: {}}
                ---
                "kept":
                  - do: {indices.exists: {index: i}}
                  - is_false: ''
                """, to: "suite/test/a/10.yml")
            let result = try await Self.run(folder.file("suite"), in: folder)
            if result.output.hasPrefix("SKIPPED") { return }
            #expect(result.status == 1)
            #expect(result.output.contains("a/10: wrong: FAILED, _version is 1, and not 2"), "\(result.output)")
            #expect(result.output.contains("a/10: not caught: FAILED, GET /: 200, and not missing"))
            #expect(result.output.contains("1 of 3 cases pass, 2 skipped"))
        }
    }
}
