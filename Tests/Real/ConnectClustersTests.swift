import Glibc
import OrderedJSON
import Testing
import ToolTesting

/// `connect-clusters` does on a real pair of clusters what it does on the sandbox, and repeated it does nothing.
@Suite(.serialized, .enabled(if: getenv("RUNBOOK_REAL_ES") != nil, "needs RUNBOOK_REAL_ES: `make test-real`"))
struct ConnectClustersTests {
    @Test(arguments: ["nodes", "endpoint"])
    func realClustersAgreeWithTheSandbox(method: String) async throws {
        let folder = try TestFolder()
        let sandbox = try await RunningSandbox(["current", "remote"], in: folder, isVirtual: false)
        let emulated = try await runTwice(Scene(folder: folder, environment: sandbox.environment, method: method))
        await sandbox.stop()
        let pair = Scene.root + "environments/real-es.yaml"
        let real = try await runTwice(Scene(folder: folder, environment: pair, method: method))
        #expect(real.first == emulated.first)
        #expect(real.second == emulated.second)
    }

    /// Runs the runbook twice and gives the steps of both runs; the first must act, the second must not.
    private func runTwice(_ scene: Scene) async throws -> (first: [RunReport.Step], second: [RunReport.Step]) {
        let first = try await scene.run()
        do {
            #expect(first.acting.map(\.id) == ["create_index", "create_document", "add_by_\(scene.method)"])
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
