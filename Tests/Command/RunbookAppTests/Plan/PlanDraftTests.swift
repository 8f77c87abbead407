import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookApp

/// Plans: made without contact to anything, and with what reads say now.
struct PlanDraftTests {
    private static let steps =
        Desk.fence("run id=put unless=there", "PUT /a") + Desk.fence("verify id=there within=0s", "GET /a")
    private static let parameters =
        "parameters: { name: { type: string, default: a }, word: { type: string, secret: true } }"

    private func draft(_ desk: Desk, _ steps: String = steps) async throws -> PlanDraft {
        let document = try await desk.document(steps, parameters: Self.parameters)
        let resolution = ParameterResolution(
            document.declaration, from: ParameterSources(), targets: desk.setting.properties, leavesSecrets: true)
        return PlanDraft(
            document, after: nil, in: Plan.Environment(desk.setting.environment.heading),
            targets: [PlannedTarget(TargetHeading(name: "shelf", kind: "elasticsearch"), address: nil)],
            setting: desk.setting, resolution: resolution, secretSources: ["word": "env:WORD"], tool: "test")
    }

    @Test func requestsAreRenderedAndNothingIsSent() async throws {
        let server = ShelfServer(behavior: .isDown)
        let desk = Desk(server)
        let draft = try await draft(desk)
        #expect(draft.problems.isEmpty)
        let plan = await draft.plan(with: desk.registry, FakeExpressions())
        #expect(plan.steps.map(\.id) == ["put", "there"])
        #expect(plan.steps.first?.requests.map(\.title) == ["PUT /a"])
        #expect(plan.steps.first?.unless == "there")
        #expect(plan.parameters.map(\.source) == ["default", "env:WORD"] && plan.parameters.last?.value == nil)
        #expect(plan.environment.name == "desk" && plan.plugins.map(\.name) == ["shelf-server"])
        #expect(!plan.isProbed && server.contents.isEmpty)
    }

    @Test(arguments: [([], ProbeResult.State.missing), (["/a"], .holds)] as [([String], ProbeResult.State)])
    func readsSayWhatTheySee(things: [String], state: ProbeResult.State) async throws {
        let server = ShelfServer(Set(things))
        let desk = Desk(server)
        let plan = try await draft(desk).plan(with: desk.registry, FakeExpressions())
        let document = try await desk.document(Self.steps, parameters: Self.parameters)
        let draft = RunDraft(
            document: document, path: "/a.md", setting: desk.setting, saysYes: false, origin: desk.origin)
        let prepared = try await draft.prepare(with: desk.registry) {
            document.declaration.parameters.map {
                ResolvedParameter(declaration: $0, value: $0.isSecret ? "hunter22" : "a", source: "option")
            }
        }
        let probed = await plan.probed(by: prepared, FakeExpressions(), clock: FakeClock())
        #expect(probed.isProbed)
        #expect(probed.steps.last?.probe?.state == state)
        #expect(server.contents == Set(things))
    }
}
