import RunbookModel
import RunbookReport
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookApp

/// A runbook is tried: once it must pass, and a second time it must not act.
struct TrialTests {
    private static let put = Desk.fence("run id=put unless=there", "PUT /a")
    private static let look = Desk.fence("verify id=there within=0s", "GET /a")

    private func trial(
        _ steps: String, parameters: String = "", choice: [String: String] = [:], _ server: ShelfServer = ShelfServer(),
        variables: [String: String] = [:]
    ) async throws -> TestResult {
        let desk = Desk(server)
        let document = try await desk.document(steps, parameters: parameters)
        let trial = Trial(
            of: document, after: nil, choosing: choice, in: desk.setting, origin: desk.origin, variables: variables)
        return try await trial.run(with: desk.registry, FakeExpressions(), clock: FakeClock())
    }

    @Test func oneThatHoldsTheSecondTimePasses() async throws {
        let server = ShelfServer()
        let result = try await trial(Self.put + Self.look, server)
        #expect(result.failure == nil)
        #expect(result.text == "ok      a.md\n")
        #expect(server.contents == ["/a"])
        #expect(result.run?.state.phase == .passed)
    }

    @Test func oneThatActsAgainFails() async throws {
        let result = try await trial(Desk.fence("run id=put", "PUT /a"))
        #expect(result.failure?.summary == "the second run: a request that changes something was sent again")
        #expect(result.failure?.details == ["`put` (line 9) was sent again although it was already done"])
        #expect(result.broken == .secondRun)
    }

    @Test func oneThatMustActInEveryRunMayDoSo() async throws {
        #expect(try await trial(Desk.fence("run id=put again=yes", "PUT /a")).failure == nil)
    }

    @Test func oneThatFailsTellsWhereAndHow() async throws {
        let result = try await trial(Self.put + Self.look, ShelfServer(behavior: .forgets))
        #expect(result.failure?.summary == "`there` failed")
        #expect(result.broken == nil)
        #expect(result.failure?.details.isEmpty == false)
        #expect(result.text.hasPrefix("FAILED  a.md: `there` failed\n"))
    }

    @Test func oneWhoseTargetIsDownDoesNotBegin() async throws {
        let result = try await trial(Self.put + Self.look, ShelfServer(behavior: .isDown))
        #expect(result.failure == .init(summary: "nobody is there", details: ["start it"]))
        #expect(result.run == nil)
    }

    @Test func choicesAndExamplesAreTaken() async throws {
        let parameters = "parameters: { way: { enum: [one, two] }, size: { type: integer, examples: [3] } }"
        let steps =
            Desk.fence("run again=yes if=way:one id=one", "PUT /one")
            + Desk.fence("run again=yes if=way:two id=two", "PUT /two")
        let server = ShelfServer()
        let result = try await trial(steps, parameters: parameters, choice: ["way": "two"], server)
        #expect(result.failure == nil)
        #expect(server.contents == ["/two"])
        #expect(result.name == "a.md  way=two")
    }

    @Test func aParameterWithoutAValueIsRefused() async throws {
        let parameters = "parameters: { size: { type: integer } }"
        let failure = await #expect(throws: ParameterFailure.self) {
            try await trial(Self.put + Self.look, parameters: parameters)
        }
        guard case .missing(let missing) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(missing.map(\.name.value) == ["size"])
        let result = try await trial(
            Self.put + Self.look, parameters: parameters, variables: ["RUNBOOK_PARAM_SIZE": "7"])
        #expect(result.failure == nil)
    }

    @Test func whatTheFirstRunDidIsTakenBack() async throws {
        let server = ShelfServer()
        let result = try await trial(Self.put + Self.look + Desk.fence("undo of=put", "DELETE /a"), server)
        #expect(result.failure == nil, "\(result.text)")
        #expect(server.contents == [])
    }

    @Test func whatCannotBeTakenBackFails() async throws {
        let result = try await trial(Self.put + Self.look + Desk.fence("undo of=put", "DELETE /a /b"))
        #expect(result.failure?.summary == "the undo: `undo/put` failed")
        #expect(result.broken == .undo)
    }
}
