import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

struct WaitingLinesTests {
    private func text(_ events: [(Int, RunEvent)]) throws -> String {
        let run = try #require(try SampleRun.run(events))
        return WaitingLines(run, now: Timestamp(milliseconds: 0)).lines.map(\.text).joined(separator: "\n")
    }

    /// A value that is a secret cannot be given, so the other answers are all that is left.
    @Test(arguments: [nil, "how"] as [String?])
    func aRepetitionNamesItsAnswersOnce(parameter: String?) throws {
        var question = Question(kinds: [.repeat], text: "q", actions: [], typed: nil, digest: "0123456789abcdef")
        question.parameter = parameter
        let text = try text([
            (0, .started(SampleRun.start(isSandbox: false))), (0, .asked(step: "create", question: question)),
            (0, .finished(phase: .waiting, signal: nil)),
        ])
        #expect(text.split(separator: "--skip REASON").count == 2, "\(text)")
        #expect(text.hasSuffix(parameter == nil ? "or with --skip REASON, or --abort" : "or with --abort"), "\(text)")
    }

    private func asking(_ question: Question, now: Int = 0) throws -> String {
        let run = try #require(
            try SampleRun.run([
                (0, .started(SampleRun.start(isSandbox: false))), (0, .asked(step: "create", question: question)),
                (0, .finished(phase: .waiting, signal: nil)),
            ]))
        let asked = run.state.step("create").asked?.milliseconds ?? 0
        return WaitingLines(run, now: Timestamp(milliseconds: asked + now)).lines.map(\.text).joined(separator: "\n")
    }

    /// A yes to a question that is too old is refused, so the command that asks it again is printed instead.
    @Test(arguments: [(0, false), (5000, true)])
    func aQuestionThatIsTooOldIsAskedAgain(now: Int, isOver: Bool) throws {
        let question = Question(
            kinds: [.confirm], text: "q", actions: [], typed: nil, digest: "0123456789abcdef", expires: .seconds(2))
        let lines = try asking(question, now: now).split(separator: "\n").map(String.init)
        #expect(lines.contains("    runbook resume 2026-11-21-7f3c") == isOver, "\(lines)")
        let yes = "    runbook confirm 2026-11-21-7f3c create --digest 0123456789ab"
        #expect(lines.contains(yes) != isOver, "\(lines)")
        #expect(lines.last?.contains("--abort") == true && lines.last?.contains("--skip REASON") == true)
    }

    @Test func aFailureNamesItsAnswersOnceAndShowsEachRequest() throws {
        let question = Question(
            kinds: [.failed], text: "q", actions: ["a: PUT /1 (done, status 200)", "a: PUT /2 (not sent)"], typed: nil,
            digest: "attempt-1")
        let text = try asking(question)
        #expect(text.split(separator: "--skip REASON").count == 2, "\(text)")
        #expect(text.hasSuffix("or with --abort"), "\(text)")
        #expect(text.contains("      a: PUT /1 (done, status 200)\n      a: PUT /2 (not sent)"), "\(text)")
    }

    @Test func aValueThatIsAskedForSaysWhatItMayBe() throws {
        var question = Question(
            kinds: [.parameter], text: "Choose.\n\n`how`: The colour", actions: [], typed: nil, digest: "0123456789ab")
        question.parameter = "how"
        question.choices = ["red", "green"]
        question.offer = "red"
        let text = try asking(question)
        let lines = "    Choose.\n    `how`: The colour\n    One of: `red`, `green`. The default is `red`.\n"
        #expect(text.contains(lines), "\(text)")
    }

    /// What is left out is counted, in a question and in a failure.
    @Test func moreThanTwentyRequestsInDoubtAreCounted() throws {
        var events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(isSandbox: false))), (0, .attemptStarted(step: "create", attempt: 1)),
        ]
        for index in 0..<25 {
            let action = ActionRecord(
                target: "remote", index: index, effect: .write, title: "PUT /a\(index)", content: "")
            events.append((0, .actionSent(step: "create", action: action)))
        }
        events.append((0, .outcomeUnknown(step: "create", reason: "no answer in 30s", isDoubtful: true)))
        let run = try #require(try SampleRun.run(events))
        let failure = FailureLines(run).lines().map(\.text)
        #expect(failure.contains("and 5 more in doubt"), "\(failure)")
        #expect(failure.contains { $0.contains("PUT /a19") } && !failure.contains { $0.contains("in doubt: PUT /a20") })
        #expect(try text(events).contains("and 5 more"))
    }

    @Test(arguments: [true, false])
    func aRunInWhichNothingWaitsSaysWhatItIs(isGone: Bool) throws {
        let text = try text([
            (0, .started(SampleRun.start(isSandbox: isGone))), (0, .finished(phase: .waiting, signal: nil)),
        ])
        #expect(text.contains(": it was waiting when its sandbox ended") || !isGone, "\(text)")
        #expect(text.contains(": it is waiting") || isGone, "\(text)")
    }
}
