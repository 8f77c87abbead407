import HTTPClient
import OrderedJSON
import Processes
import Testing

/// A place where `connect-clusters` runs, under names of its own, by the binary that stands beside the tests.
struct Scene: Sendable {
    /// The folder of the project, with a slash at its end.
    static let root = #filePath.replacing("Tests/Real/Scene.swift", with: "")

    let tool: RunbookTool
    /// The environment's file.
    let environment: String
    /// The value of `seeds_by`.
    let method: String
    /// Index and alias, which nobody else uses.
    let name: String

    /// Runs the runbook and reads the report it prints.
    func run() async throws -> RunReport {
        let result = try await tool.run([
            "exec", Scene.root + "runbooks/connect-clusters.md", "--yes", "--env", environment, "--format", "json",
            "-p", "seeds_by=\(method)", "-p", "index=\(name)", "-p", "alias=\(name)",
        ])
        #expect(result.isSuccess, "\(String(decoding: result.errors, as: UTF8.self))")
        return try RunReport(result.output)
    }

    /// What a run that acts would change: the document with its version, the number of documents, the index, the link.
    func traces(_ report: RunReport) async throws -> [JSON] {
        let remote = try report.address(of: "remote")
        let current = try report.address(of: "current")
        let questions = [
            "\(remote)/\(name)/_doc/1", "\(remote)/\(name)/_count", "\(remote)/\(name)/_settings",
            "\(current)/_cluster/settings?filter_path=persistent.cluster.remote.\(name)",
        ]
        var answers: [JSON] = []
        for url in questions { answers.append(try await answer("GET", url)) }
        return answers
    }

    /// Takes index and alias away again.
    func clear(_ report: RunReport) async throws {
        _ = try await answer("DELETE", "\(try report.address(of: "remote"))/\(name)")
        let settings = #"{"persistent":{"cluster.remote.\#(name).seeds":null}}"#
        _ = try await answer("PUT", "\(try report.address(of: "current"))/_cluster/settings", settings)
    }

    private func answer(_ method: String, _ url: String, _ body: String? = nil) async throws -> JSON {
        let headers = body == nil ? [] : [HTTPClient.Header("Content-Type", "application/json")]
        let response = try await HTTPClient().send(
            HTTPClient.Request(method: method, url: url, headers: headers, body: body.map { Array($0.utf8) }))
        guard response.status == 200 else {
            throw ToolFailure(description: "\(method) \(url): \(String(decoding: response.body, as: UTF8.self))")
        }
        return try JSON(bytes: response.body)
    }
}
