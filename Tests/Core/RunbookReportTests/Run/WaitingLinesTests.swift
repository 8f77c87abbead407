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

    @Test(arguments: [true, false])
    func aRunInWhichNothingWaitsSaysWhatItIs(isGone: Bool) throws {
        let text = try text([
            (0, .started(SampleRun.start(isSandbox: isGone))), (0, .finished(phase: .waiting, signal: nil)),
        ])
        #expect(text.contains(": it was waiting when its sandbox ended") || !isGone, "\(text)")
        #expect(text.contains(": it is waiting") || isGone, "\(text)")
    }
}
