import OrderedJSON
import Testing
import ToolTesting

/// A folder with a document, and a sandbox for it.
struct World: Sendable {
    let folder: TestFolder
    let sandbox: RunningSandbox

    /// A world with `test.md`; its sandbox ends with it.
    static func with(
        _ document: String, clusters: [String] = ["search"], isVirtual: Bool = true,
        console: String? = nil, _ body: (World) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        try folder.write(document, to: "test.md")
        let sandbox = try await RunningSandbox(clusters, in: folder, isVirtual: isVirtual, console: console)
        do {
            try await body(World(folder: folder, sandbox: sandbox))
        } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    /// Makes its environment one that is not to be lost.
    func keep() throws {
        try folder.write(
            try folder.text("sandbox.yaml").replacing("  disposable: true\n", with: ""), to: "sandbox.yaml")
    }

    /// Runs the document in the sandbox.
    func exec(
        _ arguments: String..., variables: [String: String] = [:], input: String = ""
    ) async throws -> ToolResult {
        try await run(
            ["exec", "test.md", "--env", sandbox.environment] + arguments, variables: variables, input: input)
    }

    /// Answers what a run prints that it asks, with the digest of what was shown.
    func confirm(_ run: String, _ step: String, _ more: String...) async throws -> ToolResult {
        try await Tool.confirm(run, step, more, in: folder)
    }

    /// The digest of the question that a step of a run asks.
    func digest(_ run: String, _ step: String) async throws -> String {
        let report = try JSON(parsing: try await self.run(["report", run, "--format", "json"]).output)
        let asking = report["steps"]?.array?.first { $0["id"]?.string == step }
        return try #require(asking?["question"]?["digest"]?.string)
    }

    /// Runs the tool.
    func run(
        _ arguments: [String], variables: [String: String] = [:], input: String = ""
    ) async throws -> ToolResult {
        try await Tool.run(arguments, in: folder, variables: variables, input: input)
    }
}
