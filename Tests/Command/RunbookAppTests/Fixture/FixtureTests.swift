import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookApp

/// A runbook that prepares a disposable environment for another one.
struct FixtureTests {
    private static let look = Desk.fence("verify id=there within=0s", "GET /data")

    private func draft(_ desk: Desk, isDisposable: Bool = true) async throws -> RunDraft {
        let document = try await desk.document(Self.look)
        let fixture = try Fixture(
            try await desk.document(Desk.fence("run id=put again=yes", "PUT /data"), file: "data.md"),
            path: "/data.md", for: document.declaration)
        return RunDraft(
            document: document, path: "/a.md", fixture: fixture, setting: desk.setting(isDisposable: isDisposable),
            saysYes: false, origin: desk.origin)
    }

    @Test func itsStepsComeFirst() async throws {
        let server = ShelfServer()
        let desk = Desk(server)
        let prepared = try await draft(desk).prepare(with: desk.registry) { [] }
        #expect(prepared.start.documents.map(\.role) == [.runbook, .fixture])
        #expect(prepared.start.outline.steps.map(\.id) == ["fixture/put", "there"])
        #expect(prepared.texts.count == 2)
        let finished = try await RunExecution(of: prepared, in: MemoryArchive(), before: QuietAudience()).start()
        #expect(finished.state.phase == .passed && server.contents == ["/data"])
    }

    @Test func whatMustNotBeLostIsNotPrepared() async throws {
        let desk = Desk()
        let prepared = try await draft(desk, isDisposable: false).prepare(with: desk.registry) { [] }
        #expect(prepared.start.outline.steps.map(\.id) == ["there"])
    }

    @Test func itUsesTheTargetsOfItsRunbook() async throws {
        let desk = Desk()
        let document = try await desk.document(Self.look)
        let other = await DocumentCheck(
            registry: desk.registry, expressions: FakeExpressions(), files: MemoryFiles()
        ).check(
            SourceText(
                file: "b.md",
                text: "# B\n\n```yaml runbook\nversion: 1\ntargets: { rack: { kind: elasticsearch } }\n```\n\n"
                    + Desk.fence("run again=yes", "PUT /b")), at: "/b.md")
        let stranger = try #require(RunnableDocument(other))
        let failure = #expect(throws: FixtureFailure.self) {
            try Fixture(stranger, path: "/b.md", for: document.declaration)
        }
        #expect(failure?.diagnostics.map(\.code) == ["fixture/target"])
    }
}
