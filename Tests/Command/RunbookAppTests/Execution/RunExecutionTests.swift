import Digests
import RunbookEngine
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookApp

/// Carrying out a run, without a process, a file or a terminal.
struct RunExecutionTests {
    private static let put = Desk.fence("run id=put", "PUT /a")
    private static let look = Desk.fence("verify id=there within=0s", "GET /a")
    private static let undo = Desk.fence("undo of=put", "DELETE /a")

    private func prepared(
        _ steps: String = put + look, on server: ShelfServer = ShelfServer(), plan: String? = nil,
        setting: ((Desk) -> RunSetting)? = nil
    ) async throws -> PreparedRun {
        let desk = Desk(server)
        let draft = RunDraft(
            document: try await desk.document(steps), path: "/a.md", setting: setting?(desk) ?? desk.setting,
            saysYes: true, plan: plan, origin: desk.origin)
        return try await draft.prepare(with: desk.registry) { [] }
    }

    @Test func aRunIsClaimedStoredCarriedOutAndClosed() async throws {
        let server = ShelfServer()
        let (archive, audience) = (MemoryArchive(), QuietAudience())
        let run = try await prepared(on: server)
        let finished = try await RunExecution(of: run, in: archive, before: audience).start()
        guard case .passed = finished.ending else {
            Issue.record("\(finished.ending)")
            return
        }
        #expect(finished.run == "r1" && finished.state.phase == .passed)
        #expect(server.contents == ["/a"])
        let kinds = archive.now.events.map(\.kind)
        #expect(archive.now.log == ["claim", "begin"] + kinds + ["close", "release"])
        #expect(audience.said.all == kinds)
        #expect(kinds.first == "run-started" && kinds.last == "run-finished", "\(kinds)")
    }

    @Test func theTextsOfTheDocumentAndTheEnvironmentAreStored() async throws {
        let archive = MemoryArchive()
        let run = try await prepared { desk in desk.setting(text: "environment: {}") }
        _ = try await RunExecution(of: run, in: archive, before: QuietAudience()).start()
        let texts = archive.now.texts
        #expect(Set(texts.keys) == [run.start.document.sha256, "11"])
        #expect(texts["11"] == "environment: {}")
        #expect(texts[run.start.document.sha256]?.hasPrefix("# Shelves") == true)
    }

    // MARK: Claims

    @Test func itClaimsItsTargetsAndItsDocument() async throws {
        let archive = MemoryArchive()
        _ = try await RunExecution(of: prepared(), in: archive, before: QuietAudience()).start()
        #expect(archive.now.claims == [["shelf-1", "/a.md"]])
    }

    /// Nobody minds a run that only reads, or whose sandbox nobody else knows.
    @Test func whatDisturbsNobodyClaimsNothing() async throws {
        let reading = try await prepared(Self.look)
        #expect(reading.claimed == nil)
        let sandboxed = try await prepared { desk in desk.setting(path: nil, own: ["shelf"]) }
        #expect(sandboxed.claimed == nil)
        let beside = try await prepared { desk in desk.setting(own: ["shelf"]) }
        #expect(beside.claimed == ["/a.md"])
        let archive = MemoryArchive(holders: ["ben"])
        _ = try await RunExecution(of: reading, in: archive, before: QuietAudience()).start()
        #expect(archive.now.claims.isEmpty && archive.now.holders == ["ben"])
    }

    @Test func targetsThatAnotherRunHasAreRefused() async throws {
        let server = ShelfServer()
        let archive = MemoryArchive(holders: ["ben"])
        let execution = RunExecution(of: try await prepared(on: server), in: archive, before: QuietAudience())
        await #expect(throws: MemoryArchive.Held.self) { try await execution.start() }
        #expect(archive.now.log.isEmpty && server.contents.isEmpty)
    }

    @Test func oneThatWaitsClaimsThemWhenTheyAreFree() async throws {
        let (archive, audience) = (MemoryArchive(holders: ["ben", "ben", "cy"]), QuietAudience())
        let execution = RunExecution(of: try await prepared(), in: archive, before: audience, waits: true)
        _ = try await execution.start()
        #expect(audience.said.all.prefix(4) == ["wait for ben", "wait for ben", "wait for cy", "run-started"])
        #expect(archive.now.log.prefix(2) == ["claim", "begin"])
    }

    /// Whatever becomes of a run, the next one gets its targets.
    @Test func aFailureReleasesThem() async throws {
        let archive = MemoryArchive(failure: JournalFailure(.full, "the disk is full"))
        let finished = try await RunExecution(of: prepared(), in: archive, before: QuietAudience()).start()
        guard case .journalFailed(let failure) = finished.ending else {
            Issue.record("\(finished.ending)")
            return
        }
        #expect(failure.reason == .full)
        #expect(archive.now.log == ["claim", "begin", "close", "release"])
    }

    // MARK: Plans

    @Test func aPlanIsUsedOnce() async throws {
        let server = ShelfServer()
        let archive = MemoryArchive(plans: ["p1": "r0"])
        let execution = RunExecution(
            of: try await prepared(on: server, plan: "p1"), in: archive, before: QuietAudience())
        let refused = await #expect(throws: PlanUsed.self) { try await execution.start() }
        #expect(refused == PlanUsed(run: "r0"))
        #expect(archive.now.events.isEmpty && server.contents.isEmpty)
        #expect(archive.now.log.last == "release")

        let other = try await prepared(on: server, plan: "p2")
        _ = try await RunExecution(of: other, in: archive, before: QuietAudience()).start()
        #expect(archive.now.plans["p2"] == "r1" && server.contents == ["/a"])
    }

    // MARK: Continuing

    /// A run that failed because the server rejected it, and the archive that has it.
    private func failed() async throws -> (MemoryArchive, RunState) {
        let archive = MemoryArchive()
        let run = try await prepared(
            Desk.fence("verify id=first within=0s", "GET /z") + Self.put,
            on: ShelfServer(["/z"], behavior: .rejects))
        let finished = try await RunExecution(of: run, in: archive, before: QuietAudience()).start()
        #expect(finished.state.step("first").state == .passed && finished.state.step("put").state == .failed)
        return (archive, finished.state)
    }

    private static let steps = Desk.fence("verify id=first within=0s", "GET /z") + put

    @Test func aFailedRunContinues() async throws {
        let (archive, state) = try await failed()
        let server = ShelfServer(["/z"])
        let execution = RunExecution(
            of: try await prepared(Self.steps, on: server), in: archive, before: QuietAudience())
        let finished = try await execution.resume(archive.journal, state)
        #expect(finished.state.phase == .passed && server.contents == ["/z", "/a"])
        #expect(archive.now.events.contains { $0.kind == "run-resumed" })
    }

    @Test func readsThatHeldAreRepeatedFirst() async throws {
        let (archive, state) = try await failed()
        let (server, audience) = (ShelfServer(["/z"]), QuietAudience())
        let execution = RunExecution(
            of: try await prepared(Self.steps, on: server), in: archive, before: audience)
        let check = try ResumeCheck(state, run: "r1")
        _ = try await execution.resume(archive.journal, state, rechecking: check)
        #expect(audience.said.all.first == "all reads that held still hold")
        #expect(server.contents == ["/z", "/a"])
    }

    @Test func oneThatHoldsNoMoreRefusesTheRun() async throws {
        let (archive, state) = try await failed()
        let before = archive.now.events.count
        let server = ShelfServer()
        let execution = RunExecution(
            of: try await prepared(Self.steps, on: server), in: archive, before: QuietAudience())
        let check = try ResumeCheck(state, run: "r1")
        let refusal = await #expect(throws: ResumeRefusal.self) {
            try await execution.resume(archive.journal, state, rechecking: check)
        }
        #expect(refusal?.lines.first == "these checks held, and do not hold any more:")
        #expect(refusal?.lines.contains { $0.contains("`first`") } == true)
        #expect(archive.now.events.count == before && server.contents.isEmpty)
        #expect(archive.now.log.last == "release")
    }

    // MARK: Taking back

    @Test func aRunIsTakenBack() async throws {
        let (server, archive) = (ShelfServer(), MemoryArchive())
        let run = try await prepared(Self.put + Self.undo, on: server)
        let state = try await RunExecution(of: run, in: archive, before: QuietAudience()).start().state
        #expect(server.contents == ["/a"])
        let preview = try await RunExecution(of: run, in: archive, before: QuietAudience())
            .undoPreview(archive.journal, state)
        #expect(preview?.entries.map(\.undone) == ["put"])
        #expect(server.contents == ["/a"], "a preview sends nothing")
        let finished = try await RunExecution(of: run, in: archive, before: QuietAudience())
            .undo(archive.journal, state)
        #expect(finished.state.phase == .undone && server.contents.isEmpty)
    }
}
