import Glibc
import HTTPClient
import OrderedJSON
import Testing
import ToolTesting

/// `shared-oss-repository` does on a real pair of clusters what it does on the sandbox, and repeated it does nothing.
@Suite(.serialized, .enabled(if: getenv("RUNBOOK_REAL_ES") != nil, "needs RUNBOOK_REAL_ES: `make test-real`"))
struct SharedRepositoryTests {
    private static let indices = ["file-2019-08-25", "kibana_sample_data_ecommerce", "kibana_sample_data_logs"]
    private let client = HTTPClient()

    @Test(arguments: ["one", "several", "all"], [false, true])
    func realClustersAgreeWithTheSandbox(restore: String, isInTheWay: Bool) async throws {
        let folder = try TestFolder()
        let sandbox = try await RunningSandbox(["source", "destination"], in: folder)
        let (source, destination) = (sandbox.url("source"), sandbox.url("destination"))
        let emulated = try await runTwice(
            sandbox.environment, folder, restore, from: source, to: destination, isInTheWay: isInTheWay)
        await sandbox.stop()
        let real = try await runTwice(
            Scene.root + "environments/real-es.yaml", folder, restore, from: "http://127.0.0.1:19200",
            to: "http://127.0.0.1:19201", isInTheWay: isInTheWay)
        #expect(real.first == emulated.first)
        #expect(real.second == emulated.second)
    }

    /// Runs the runbook twice in clusters that know nothing of it; the first run must act, the second must not.
    private func runTwice(
        _ environment: String, _ folder: TestFolder, _ restore: String, from source: String, to destination: String,
        isInTheWay: Bool
    ) async throws -> (first: [RunReport.Step], second: [RunReport.Step]) {
        try await clear(source, destination)
        if isInTheWay {
            try await ask("PUT", "\(destination)/file-2019-08-25/_doc/9?refresh", #"{"old":true}"#)
            try await ask("PUT", "\(destination)/kibana_sample_data_logs/_doc/9?refresh", #"{"old":true}"#)
        }
        let first = try await run(environment, folder, restore)
        #expect(first.acting.map(\.id) == (isInTheWay ? ["close"] : []) + ["restore_\(restore)"])
        let restored =
            restore == "one" ? [Self.indices[0]] : restore == "several" ? Array(Self.indices[1...]) : Self.indices
        for index in restored {
            let answer = try await ask("GET", "\(destination)/\(index)/_search")
            #expect(answer["hits"]?["hits"]?.array?.map { $0["_id"]?.string } == ["1"], "\(index)")
        }
        let second = try await run(environment, folder, restore)
        #expect(second.acting.isEmpty)
        try await clear(source, destination)
        return (first.steps, second.steps)
    }

    private func run(_ environment: String, _ folder: TestFolder, _ restore: String) async throws -> RunReport {
        let result = try await Tool.run(
            [
                "exec", Scene.root + "runbooks/shared-oss-repository.md", "--yes", "--env", environment, "--format",
                "json", "-p", "restore=\(restore)",
            ], in: folder)
        #expect(result.status == 0, "\(result.errors)")
        return try RunReport(result.output)
    }

    /// Takes away what the fixture made and what was restored.
    private func clear(_ source: String, _ destination: String) async throws {
        for server in [source, destination] {
            for index in Self.indices + [".kibana_1"] { try await ask("DELETE", "\(server)/\(index)", mayFail: true) }
        }
        let found = try await ask("GET", "\(source)/_snapshot").object?.names ?? []
        for repository in found where repository.hasPrefix("aliyun_snapshot_from_") {
            let snapshots = try await ask("GET", "\(source)/_snapshot/\(repository)/_all")["snapshots"]?.array ?? []
            for name in snapshots.compactMap({ $0["snapshot"]?.string }) {
                try await ask("DELETE", "\(source)/_snapshot/\(repository)/\(name)")
            }
            for server in [source, destination] {
                try await ask("DELETE", "\(server)/_snapshot/\(repository)", mayFail: true)
            }
        }
    }

    @discardableResult
    private func ask(
        _ method: String, _ url: String, _ body: String? = nil, mayFail: Bool = false
    ) async throws -> JSON {
        let headers = body == nil ? [] : [HTTPClient.Header("Content-Type", "application/json")]
        let response = try await client.send(
            HTTPClient.Request(method: method, url: url, headers: headers, body: body.map { Array($0.utf8) }))
        #expect(mayFail || (200..<300).contains(response.status), "\(method) \(url)")
        return try JSON(bytes: response.body)
    }
}
