import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookApp

/// Preparing a run: values, then the person's consent, then a look at the targets.
struct RunDraftTests {
    private static let steps = Desk.fence("run id=put again=yes", "PUT /${name}")

    private func draft(_ desk: Desk, secrets: SecretLedger = SecretLedger()) async throws -> RunDraft {
        let document = try await desk.document(
            Self.steps, parameters: "parameters: { name: { type: string }, word: { type: string, secret: true } }")
        return RunDraft(
            document: document, path: "/real/a.md", commit: ("c1", true), setting: desk.setting, saysYes: false,
            secrets: secrets, origin: desk.origin)
    }

    private static func values(_ draft: RunDraft) -> [ResolvedParameter] {
        draft.document.declaration.parameters.map { parameter in
            ResolvedParameter(
                declaration: parameter, value: parameter.isSecret ? "hunter22" : "a", source: "option")
        }
    }

    @Test func whatARunStartsWithIsJoined() async throws {
        let desk = Desk()
        let draft = try await draft(desk)
        let prepared = try await draft.prepare(with: desk.registry) { Self.values(draft) }
        let start = prepared.start
        #expect(start.user == "ada" && start.tool == "test")
        #expect(start.document.path == "/real/a.md" && start.document.commit == "c1")
        #expect(start.targets.map(\.address) == ["memory:"] && start.targets.first?.identity == "shelf-1")
        #expect(start.parameters.map(\.value) == ["a", nil])
        #expect(start.outline.steps.map(\.id) == ["put"])
        #expect(prepared.scopes.count == 1 && prepared.texts.count == 1)
    }

    @Test func secretsAreKnownBeforeAnythingIsContacted() async throws {
        let secrets = SecretLedger()
        let desk = Desk()
        let draft = try await draft(desk, secrets: secrets)
        _ = try await draft.prepare(with: desk.registry) { Self.values(draft) }
        #expect(secrets.masked("it is hunter22") == "it is ***")
    }

    /// Whoever refuses is asked before the targets hear anything.
    @Test func withoutValuesNothingIsContacted() async throws {
        struct Refused: Error {}
        let desk = Desk(ShelfServer(behavior: .isDown))
        let draft = try await draft(desk)
        await #expect(throws: Refused.self) {
            try await draft.prepare(with: desk.registry) { throw Refused() }
        }
    }

    @Test func aTargetThatIsNotThereRefusesTheRun() async throws {
        let desk = Desk(ShelfServer(behavior: .isDown))
        let draft = try await draft(desk)
        let failure = await #expect(throws: PreflightFailure.self) {
            try await draft.prepare(with: desk.registry) { Self.values(draft) }
        }
        #expect(failure?.diagnostics.map(\.code) == ["target/unreachable"])
    }
}
