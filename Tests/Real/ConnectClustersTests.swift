import Glibc
import OrderedJSON
import Processes
import Testing

/// `connect-clusters` does on a real pair of clusters what it does on the sandbox, and repeated it does nothing.
@Suite(.serialized, .enabled(if: getenv("RUNBOOK_REAL_ES") != nil, "needs RUNBOOK_REAL_ES: `make test-real`"))
struct ConnectClustersTests {
    @Test(arguments: ["nodes", "endpoint"])
    func realClustersAgreeWithTheSandbox(method: String) async throws {
        let tool = try RunbookTool()
        let sandbox = try await tool.startSandbox()
        let emulated = try await runTwice(tool, sandbox.environment, method)
        sandbox.process.stop(.closed)
        _ = await sandbox.process.result()
        let real = try await runTwice(tool, Scene.root + "environments/real-es.yaml", method)
        #expect(real.first == emulated.first)
        #expect(real.second == emulated.second)
        try await tool.remove()
    }

    /// Runs the runbook twice under a new name and gives the steps of both runs; the second must not act.
    private func runTwice(
        _ tool: RunbookTool, _ environment: String, _ method: String
    ) async throws -> (first: [RunReport.Step], second: [RunReport.Step]) {
        let name = "runbook_real_\(method)_\(UInt32.random(in: .min ... .max))"
        let scene = Scene(tool: tool, environment: environment, method: method, name: name)
        let first = try await scene.run()
        do {
            #expect(first.acting.map(\.id) == ["create_index", "create_document", "add_by_\(method)"])
            let traces = try await scene.traces(first)
            let second = try await scene.run()
            #expect(second.acting.isEmpty)
            #expect(try await scene.traces(second) == traces)
            try await scene.clear(first)
            return (first.steps, second.steps)
        } catch {
            try? await scene.clear(first)
            throw error
        }
    }
}
