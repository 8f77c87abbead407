import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

struct ReportedRunTests {
    private let sent: [(Int, RunEvent)] = [
        (0, .started(SampleRun.start())), (0, .attemptStarted(step: "create", attempt: 1)),
        (0, .actionSent(step: "create", action: SampleRun.put)),
    ]

    @Test func isNothingBeforeItsFirstEvent() {
        #expect(ReportedRun(run: "x", state: RunState(), isOwned: true) == nil)
    }

    @Test func isInterruptedWithoutAnOwner() throws {
        #expect(try SampleRun.run(sent, isOwned: false)?.phase == .interrupted)
        #expect(try SampleRun.run(sent, isOwned: true)?.phase == .running)
        #expect(try SampleRun.run(SampleRun.failing, isOwned: true)?.phase == .failed)
    }

    @Test func leavesAnUnansweredWriteInDoubt() throws {
        #expect(try SampleRun.run(sent, isOwned: false)?.steps[1].state == .inDoubt)
        #expect(try SampleRun.run(sent, isOwned: true)?.steps[1].state == .running)
        #expect(try SampleRun.run(Array(sent.dropLast()), isOwned: false)?.steps[1].state == .cancelled)
    }

    @Test func keepsTheFixtureApart() throws {
        let steps = [
            SampleRun.step("fixture/load", .run, "Load", section: "F", line: 1, targets: [], document: 1),
            SampleRun.step("one", .run, "One", section: "S", line: 1, targets: []),
        ]
        let run = try #require(try SampleRun.run([(0, .started(SampleRun.start(steps: steps)))]))
        #expect(run.preparation.map(\.outline.id) == ["fixture/load"])
        #expect(run.steps.map(\.outline.id) == ["one"])
    }
}
