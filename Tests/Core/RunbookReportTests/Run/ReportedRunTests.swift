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

    /// Each row: what a script sends as its line and as its text, and what people read of it.
    @Test(arguments: [
        ("echo a", "# first\n  echo a\nfalse", "# first\n  echo a\nfalse"),
        ("echo lo…", "echo long\nfalse", "echo long\nfalse"),
        ("PUT /a", "{}", "PUT /a\n{}"), ("GET /a", "", "GET /a"), ("", "x", "x"),
    ])
    func theLineOfAScriptIsNotRepeated(title: String, content: String, text: String) {
        #expect(ActionRecord(target: nil, index: 0, effect: .write, title: title, content: content).text == text)
    }

    /// A step that was skipped after it had sent something did something.
    @Test func isNotIdleWhenSomethingWasSent() throws {
        let steps = [SampleRun.step("create", .run, "Create", section: "S", line: 1, targets: ["remote"])]
        let begun: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(steps: steps))), (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (
                0,
                .failed(
                    step: "create", failure: StepFailure(code: "a/b", message: "no"), applied: .partly, response: nil)
            ),
        ]
        let question = Question(kinds: [.failed], text: "q", actions: [], typed: nil, digest: "attempt-1")
        let skip: [(Int, RunEvent)] = [
            (0, .asked(step: "create", question: question)),
            (0, .answered(step: "create", answer: .skip(reason: "r"), digest: "attempt-1", by: "ana", via: "confirm")),
        ]
        #expect(try SampleRun.run(begun + skip)?.isIdle == false)
        let untouched: [(Int, RunEvent)] = [begun[0], (0, .skipped(step: "create", reason: .person, detail: ""))]
        #expect(try SampleRun.run(untouched)?.isIdle == true)
    }

    /// What a person left out of an undo is said wherever the state of the run is.
    @Test func saysWhatAnUndoHasLeft() throws {
        let outline = SampleRun.step("undo/create", .undo, "Delete it", section: "S", line: 1, targets: ["remote"])
        let undone = { (reason: SkipReason) in
            try SampleRun.run(
                sent + [
                    (0, .passed(step: "create", values: StepValues())),
                    (
                        0,
                        .undoStarted(
                            user: "ana", host: "h", entries: [UndoRecord.Entry(undone: "create", outline: outline)],
                            left: [])
                    ), (0, .skipped(step: "undo/create", reason: reason, detail: "leave it")),
                    (0, .finished(phase: .undone, signal: nil)),
                ])
        }
        let run = try #require(try undone(.person))
        #expect(run.phase == .undone && run.standing == "undone, but 1 step was skipped")
        #expect(run.row(now: Timestamp(milliseconds: 0)).skippedByUndo == ["undo/create"])
        #expect(RunListing([run.row(now: Timestamp(milliseconds: 0))]).text.contains("undone, but 1 step was skipped"))
        #expect(
            Handover(run, now: Timestamp(milliseconds: 0)).text.contains("stands    undone, but 1 step was skipped"))
        #expect(MarkdownReport(run).text.hasPrefix("# Connect two clusters — undone, but 1 step was skipped — "))
        // What nobody needs back is not left.
        #expect(try undone(.condition)?.standing == "undone")
    }

    /// A run that waits, and whose sandbox ended with its process, says that nobody can answer.
    @Test(arguments: [(false, "was waiting when its sandbox ended"), (true, "waiting for a person")])
    func saysThatItsSandboxEnded(isOwned: Bool, standing: String) throws {
        let question = Question(kinds: [.manual], text: "q", actions: [], typed: nil, digest: "d")
        let run = try #require(
            try SampleRun.run(
                [
                    (0, .started(SampleRun.start())), (0, .asked(step: "account", question: question)),
                    (0, .finished(phase: .waiting, signal: nil)),
                ], isOwned: isOwned))
        #expect(run.standing == standing && run.isUnanswerable == !isOwned)
        #expect(run.row(now: Timestamp(milliseconds: 0)).waiting == (isOwned ? ["account"] : []))
    }
}
