import HTTPClient
import OrderedJSON
import Testing
import ToolTesting

/// `connect-clusters` in one environment, by one method, under names that nobody else uses.
struct Scene: Sendable {
    /// The folder of the project, with a slash at its end.
    static let root = #filePath.replacing("Tests/Real/Scene.swift", with: "")

    let folder: TestFolder
    /// The environment's file.
    let environment: String
    /// The value of `seeds_by`.
    let method: String
    /// Index and alias.
    let name: String
    private let client = HTTPClient()

    init(folder: TestFolder, environment: String, method: String) {
        self.folder = folder
        self.environment = environment
        self.method = method
        name = "runbook_real_\(method)_\(UInt32.random(in: .min ... .max))"
    }

    /// Runs the runbook, which must end well, and reads the report it prints.
    func run() async throws -> RunReport {
        let result = try await Tool.run(
            [
                "exec", Scene.root + "runbooks/connect-clusters.md", "--yes", "--env", environment, "--format", "json",
                "-p", "seeds_by=\(method)", "-p", "index=\(name)", "-p", "alias=\(name)",
            ], in: folder)
        #expect(result.status == 0, "\(result.errors)")
        return try RunReport(result.output)
    }

    /// What a run that acts would change: the document with its version, the number of documents, the index, the link.
    func traces(_ report: RunReport) async throws -> [JSON] {
        let remote = report.address(of: "remote")
        let link = "_cluster/settings?filter_path=persistent.cluster.remote.\(name)"
        return [
            try await ask("GET", "\(remote)/\(name)/_doc/1"),
            try await ask("GET", "\(remote)/\(name)/_count"),
            try await ask("GET", "\(remote)/\(name)/_settings"),
            try await ask("GET", "\(report.address(of: "current"))/\(link)"),
        ]
    }

    /// Takes index and alias away again.
    func clear(_ report: RunReport) async throws {
        _ = try await ask("DELETE", "\(report.address(of: "remote"))/\(name)")
        let settings = #"{"persistent":{"cluster.remote.\#(name).seeds":null}}"#
        _ = try await ask("PUT", "\(report.address(of: "current"))/_cluster/settings", settings)
    }

    private func ask(_ method: String, _ url: String, _ body: String? = nil) async throws -> JSON {
        let headers = body == nil ? [] : [HTTPClient.Header("Content-Type", "application/json")]
        let response = try await client.send(
            HTTPClient.Request(method: method, url: url, headers: headers, body: body.map { Array($0.utf8) }))
        #expect(response.status == 200, "\(method) \(url)")
        return try JSON(bytes: response.body)
    }
}
