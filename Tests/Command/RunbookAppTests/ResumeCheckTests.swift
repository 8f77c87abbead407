import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookApp

/// Whether a run is gone on with, and why not.
struct ResumeCheckTests {
    private func refusal(_ check: () throws(ResumeRefusal) -> Void) -> ResumeRefusal? {
        do throws(ResumeRefusal) {
            try check()
            return nil
        } catch {
            return error
        }
    }

    private func check(_ start: RunStart = SampleRun.start(), _ events: [RunEvent] = []) throws -> ResumeCheck {
        try ResumeCheck(SampleRun.state(start, events), run: "r1")
    }

    // MARK: Its journal

    @Test func aJournalOfAnotherVersionIsRefused() throws {
        for state in [
            RunState(), try SampleRun.state(SampleRun.start(), [.unknown(kind: "step-painted", data: [:])]),
        ] {
            let found = refusal { () throws(ResumeRefusal) in _ = try ResumeCheck(state, run: "r1") }
            #expect(found?.concern == .journal)
        }
    }

    @Test func aRunThatPassedIsDone() throws {
        #expect(try check(SampleRun.start(), [.finished(phase: .passed, signal: nil)]).isDone)
        #expect(try !check().isDone)
    }

    // MARK: Its steps

    @Test func aRunOfWhichNothingIsOpenGoesOn() throws {
        let check = try check(
            SampleRun.start(), SampleRun.sent("first") + [SampleRun.failed("first", .no)])
        #expect(refusal { () throws(ResumeRefusal) in try check.checkSteps() } == nil)
    }

    /// Each row: what happened, and a part of what is told; nil when it goes on, and asks where a person is needed.
    @Test(
        arguments: [
            ("sandbox", "ended with its process"), ("aborted", "aborted by a person"),
            ("fixture", nil), ("doubt", nil), ("changed", nil),
        ] as [(String, String?)])
    func runsThatCannotGoOnAreRefused(what: String, told: String?) throws {
        let sent = SampleRun.sent("first")
        let check =
            switch what {
            case "sandbox": try check(SampleRun.start(sandboxPath: nil))
            case "aborted": try check(SampleRun.start(), [.finished(phase: .aborted, signal: nil)])
            case "fixture": try check(SampleRun.start(fixture: ["first"]))
            case "doubt":
                try check(
                    SampleRun.start(), sent + [.outcomeUnknown(step: "first", reason: "it was cut", isDoubtful: true)])
            default: try check(SampleRun.start(), sent + [SampleRun.failed("first", .yes)])
            }
        let found = refusal { () throws(ResumeRefusal) in try check.checkSteps() }
        #expect(found?.concern == (told == nil ? nil : what == "aborted" ? .aborted : .person))
        if let told { #expect(found?.lines.contains { $0.contains(told) } == true, "\(found?.lines ?? [])") }
    }

    /// Each row: the fixture, and what is told where a process died while its request had no response.
    @Test(arguments: [([], nil), (["first"], "nothing to take back")] as [([String], String?)])
    func aRunThatEndedInItsFixtureIsNotTakenBack(fixture: [String], told: String?) throws {
        let check = try check(SampleRun.start(fixture: fixture), SampleRun.sent("first"))
        let found = refusal { () throws(ResumeRefusal) in try check.checkUndo() }
        #expect(found?.concern == (told == nil ? nil : .nothing))
        if let told { #expect(found?.lines.contains { $0.contains(told) } == true, "\(found?.lines ?? [])") }
    }

    // MARK: What it was begun with

    @Test(
        arguments: [
            ("one", "http://a", nil), ("two", "http://a", "is not the same system"),
            ("one", "http://b", "was at http://a"),
        ] as [(String, String, String?)], [true, false])
    func anotherTargetIsToldAndOneThatWasWrittenToRefused(
        row: (identity: String, address: String, told: String?), wasWritten: Bool
    ) throws {
        let target = RunStart.Target(
            .init(name: "shelf", kind: "elasticsearch"), address: row.address, identity: row.identity,
            product: nil, properties: JSONObject())
        let check = try check(SampleRun.start(), wasWritten ? SampleRun.sent("first") : [])
        var changes: [String] = []
        let found = refusal { () throws(ResumeRefusal) in changes = try check.targetChanges([target]) }
        let isRefused = row.identity == "two" && wasWritten
        #expect((found != nil) == isRefused)
        let told = isRefused ? found?.lines ?? [] : changes
        #expect(told.isEmpty == (row.told == nil))
        if let text = row.told { #expect(told.first?.contains(text) == true, "\(told)") }
        #expect(check.refuseEnvironment(["x"]).lines.last?.contains("--adopt-env") == true)
    }

    @Test func otherProgramsAreRefused() throws {
        let own = Plan.Plugin(name: "console", manifest: "m1", executable: nil)
        let newer = Plan.Plugin(name: "console", manifest: "m2", executable: nil)
        let bell = Plan.Plugin(name: "bell", manifest: "m", executable: "e1")
        let other = Plan.Plugin(name: "bell", manifest: "m", executable: "e2")
        func found(_ plan: String?, _ now: [Plan.Plugin], tool: String = "1.0.0") throws -> ResumeRefusal.Concern? {
            let check = try check(SampleRun.start(plan: plan, plugins: [own, bell]))
            return refusal { () throws(ResumeRefusal) in try check.checkPrograms(now, tool: tool) }?.concern
        }
        #expect(try found(nil, [own, bell]) == nil)
        #expect(try found(nil, [newer, bell], tool: "1.1.0") == nil)
        #expect(try found(nil, [own, other]) == .person)
        #expect(try found(nil, [own]) == .person)
        #expect(try found("p", [newer, bell]) == .person)
        #expect(try found("p", [own, bell], tool: "1.1.0") == .plan)
    }
}
