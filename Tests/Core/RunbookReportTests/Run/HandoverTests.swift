import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import Testing

struct HandoverTests {
    private static let now = Timestamp(milliseconds: 1_795_252_323_000 + 3_600_000)

    private func text(_ events: [(Int, RunEvent)]) throws -> String {
        Handover(try #require(try SampleRun.run(events)), now: Self.now).text
    }

    @Test func tellsWhatFailedAndWhatWasChanged() throws {
        let text = try text(SampleRun.failing)
        #expect(text.contains("run       2026-11-21-7f3c: Connect two clusters\n"), "\(text)")
        #expect(text.contains("failed    2. It is found: the answer is not as expected\n"), "\(text)")
        #expect(text.contains("changed   remote: PUT /twitter\n"), "\(text)")
        #expect(text.contains("5 steps: 1 done, 2 skipped, 1 failed, 1 not reached"), "\(text)")
    }

    @Test func tellsWhatIsAskedAndHowItIsAnswered() throws {
        let question = Question(
            kinds: [.confirm], text: "Is the change approved?", actions: [], typed: nil, digest: "6f2a90c1b7d4ee")
        let text = try text([
            (0, .started(SampleRun.start(isSandbox: false))), (10, .asked(step: "create", question: question)),
            (1, .finished(phase: .waiting, signal: nil)),
        ])
        #expect(text.contains("asks      Is the change approved?\n"), "\(text)")
        #expect(text.contains("          runbook confirm 2026-11-21-7f3c create --digest 6f2a90c1b7d4\n"), "\(text)")
        #expect(text.contains("next      runbook resume 2026-11-21-7f3c\n"), "\(text)")
        #expect(text.contains("changed   nothing\n"), "\(text)")
    }

    @Test func namesWhatCostsMoneyUntilItIsTakenBack() throws {
        let steps = [
            SampleRun.step(
                "rent", .run, "Rent a machine", section: "Set up", line: 4, effect: .spend, targets: ["remote"])
        ]
        let sent = ActionRecord(target: "remote", index: 0, effect: .spend, title: "vm.Create", content: "")
        let text = try text([
            (0, .started(SampleRun.start(steps: steps, isSandbox: false))),
            (0, .attemptStarted(step: "rent", attempt: 1)),
            (1, .actionSent(step: "rent", action: sent)),
            (1, .outcomeUnknown(step: "rent", reason: "it was cut", isDoubtful: true)),
            (1, .finished(phase: .waiting, signal: nil)),
        ])
        #expect(text.contains("costs     Rent a machine\n"), "\(text)")
        #expect(text.contains("in doubt  Rent a machine: vm.Create on remote: it was cut\n"), "\(text)")
        #expect(text.contains("--digest attempt-1 --applied"), "\(text)")
    }

    /// Who is asked whether a request took effect must know which one, however long the title is.
    @Test func aLongTitleDoesNotHideWhatIsInDoubt() throws {
        let title = String(repeating: "Write many documents. ", count: 30)
        let steps = [SampleRun.step("w", .run, title, section: "S", line: 4, effect: .write, targets: ["remote"])]
        let sent = ActionRecord(
            target: "remote", index: 7, effect: .write, title: "PUT /orders/_doc/8", content: "")
        let text = try text([
            (0, .started(SampleRun.start(steps: steps, isSandbox: false))),
            (0, .attemptStarted(step: "w", attempt: 1)), (1, .actionSent(step: "w", action: sent)),
            (1, .outcomeUnknown(step: "w", reason: "no response in 30s", isDoubtful: true)),
            (1, .finished(phase: .waiting, signal: nil)),
        ])
        #expect(text.contains("…: PUT /orders/_doc/8 on remote: no response in 30s\n"), "\(text)")
    }

    @Test func aQuestionThatIsTooOldIsAskedAgain() throws {
        var question = Question(
            kinds: [.parameter], text: "Which?", actions: [], typed: nil, digest: "6f2a90c1b7d4ee",
            expires: .seconds(2))
        question.parameter = "how"
        question.choices = ["red", "green"]
        let text = try text([
            (0, .started(SampleRun.start(isSandbox: false))), (10, .asked(step: "create", question: question)),
            (1, .finished(phase: .waiting, signal: nil)),
        ])
        #expect(text.contains("asks      Which? One of: `red`, `green`. (too old to be answered"), "\(text)")
        #expect(text.contains("          runbook resume 2026-11-21-7f3c\n"), "\(text)")
        #expect(!text.contains("--digest"), "\(text)")
    }

    /// What another process executes cannot be taken back, and only `stop` ends it.
    @Test func saysWhoExecutesTheRun() throws {
        let events: [(Int, RunEvent)] = [(0, .started(SampleRun.start(isSandbox: false)))]
        let run = try #require(try SampleRun.run(events))
        let text = Handover(run, now: Self.now, owner: "ana on ops1 (process 7)").text
        #expect(text.contains("held      by ana on ops1 (process 7)\n"), "\(text)")
        #expect(text.contains("          to end that: runbook stop 2026-11-21-7f3c\n"), "\(text)")
        #expect(!text.contains("runbook undo"), "\(text)")
    }

    @Test func saysWhatFailedWhileTheRunWasTakenBack() throws {
        let outline = SampleRun.step(
            "undo/create", .undo, "Delete the index", section: "S", line: 1, targets: ["remote"])
        let text = try text([
            (0, .started(SampleRun.start(isSandbox: false))), (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .passed(step: "create", values: StepValues())),
            (
                0,
                .undoStarted(
                    user: "ana", host: "h", entries: [UndoRecord.Entry(undone: "create", outline: outline)], left: [])
            ),
            (0, .attemptStarted(step: "undo/create", attempt: 1)),
            (
                0,
                .failed(
                    step: "undo/create", failure: StepFailure(code: "a/b", message: "the response is 400"),
                    applied: .no,
                    response: nil)
            ), (0, .finished(phase: .failed, signal: nil)),
        ])
        #expect(text.contains("failed    Delete the index: the response is 400\n"), "\(text)")
    }

    /// Its commands work wherever the store is.
    @Test(arguments: [20, 400, 1000])
    func itsCommandsFindTheStore(_ length: Int) throws {
        let store = "/" + String(repeating: "x", count: length)
        let question = Question(
            kinds: [.confirm], text: "Is the change approved?", actions: [], typed: nil, digest: "6f2a90c1b7d4ee")
        let run = try #require(
            try SampleRun.run(
                [
                    (0, .started(SampleRun.start(isSandbox: false))), (10, .asked(step: "create", question: question)),
                    (1, .finished(phase: .waiting, signal: nil)),
                ], place: CommandPlace(store: store)))
        let text = Handover(run, now: Self.now).text
        #expect(text.unicodeScalars.count < Handover.limit)
        let commands = text.split(separator: "\n").filter {
            $0.contains("runbook confirm") || $0.contains("runbook resume")
        }
        #expect(commands.count == 2 && commands[0].contains(" create --digest 6f2a90c1b7d4"), "\(text)")
        let isSaidOnce = text.contains("first     export RUNBOOK_STORE=\(store)\n")
        #expect(isSaidOnce == (length == 1000), "\(text)")
        for command in commands { #expect(command.hasSuffix(" --store \(store)") != isSaidOnce, "\(text)") }
    }

    /// Whatever a document and a target say, it stays on one screen and steers no terminal.
    @Test(arguments: [
        String(repeating: "long ", count: 2000), String(repeating: "e\u{301}", count: 4000),
        "x" + String(repeating: "\u{301}", count: 20_000), String(repeating: "🏳️‍🌈", count: 800), "\u{1B}[2J\n::error::x",
    ])
    func isBounded(_ evil: String) throws {
        let steps = (0..<60).map { number in
            SampleRun.step(
                "\(number)\(evil)", .run, evil, number: "\(number)", section: evil, line: 4, effect: .spend,
                targets: ["t\(number)"])
        }
        var events: [(Int, RunEvent)] = [(0, .started(SampleRun.start(title: evil, steps: steps, isSandbox: false)))]
        for (number, step) in steps.enumerated() {
            let sent = ActionRecord(target: "t\(number)\(evil)", index: 0, effect: .spend, title: evil, content: evil)
            events.append((1, .attemptStarted(step: step.id, attempt: 1)))
            events.append((1, .actionSent(step: step.id, action: sent)))
            if number < 20 {
                events.append((1, .outcomeUnknown(step: step.id, reason: evil, isDoubtful: true)))
            } else if number < 40 {
                let failure = StepFailure(code: "a/b", message: evil)
                events.append((1, .failed(step: step.id, failure: failure, applied: .yes, response: nil)))
            } else {
                events.append((1, .passed(step: step.id, values: StepValues())))
            }
        }
        let text = try text(events)
        #expect(text.unicodeScalars.count < Handover.limit, "\(text.unicodeScalars.count)")
        #expect(!text.contains("\u{1B}"))
        #expect(text.split(separator: "\n").count <= 20, "\(text)")
    }
}
