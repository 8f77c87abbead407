import RunbookModel
import RunbookRun
import Testing

@testable import RunbookApp

/// What an answer to a step is to.
struct OpenQuestionTests {
    private func open(_ events: [RunEvent], _ answer: PersonAnswer) throws -> OpenQuestion {
        let start = SampleRun.start()
        return OpenQuestion(
            of: "first", in: try SampleRun.state(start, events), SampleRun.entries(start, events), for: answer)
    }

    private static let asked = RunEvent.asked(step: "first", question: SampleRun.question("0123456789abcdef"))
    private static let doubt =
        SampleRun.sent("first") + [.outcomeUnknown(step: "first", reason: "it was cut", isDoubtful: true)]

    @Test func aQuestionTakesAnAnswer() throws {
        guard case .open(let digest, let isShown) = try open([Self.asked], .go) else {
            Issue.record("it is not open")
            return
        }
        #expect(digest == "0123456789abcdef")
        #expect(isShown("0123456789abcdef"))
        #expect(isShown("0123456789ab"))
        #expect(!isShown("0123"))
        #expect(!isShown("ffffffffffff"))
    }

    @Test func aDoubtTakesWhatWasFound() throws {
        // A process that died has not told of its doubt.
        for events in [Self.doubt, SampleRun.sent("first")] {
            guard case .open(let digest, let isShown) = try open(events, .applied) else {
                Issue.record("it is not open")
                return
            }
            #expect(digest == "attempt-1")
            #expect(isShown("attempt-1"))
            #expect(!isShown("attempt-2"))
        }
    }

    @Test(arguments: [PersonAnswer.accept, .again, .skip(reason: "r"), .abort])
    func aFailureBehindAChangeTakesWhatBecomesOfIt(answer: PersonAnswer) throws {
        let failed = SampleRun.sent("first") + [SampleRun.failed("first", .yes)]
        let asked = Question(kinds: [.failed], text: "", actions: [], typed: nil, digest: "attempt-1")
        for events in [failed, failed + [.asked(step: "first", question: asked)]] {
            guard case .open(let digest, let isShown) = try open(events, answer) else {
                Issue.record("it is not open")
                return
            }
            #expect(digest == "attempt-1" && isShown("attempt-1") && !isShown("attempt-2"))
        }
    }

    @Test func aQuestionThatWasAnsweredTellsByWhom() throws {
        let given = RunEvent.answered(
            step: "first", answer: .go, digest: "0123456789abcdef", by: "ben", via: "terminal")
        guard case .answered(let first) = try open([Self.asked, given], .abort) else {
            Issue.record("it is not answered")
            return
        }
        #expect(first.by == "ben")
        #expect(first.answer == .go)
        #expect(first.digest == "0123456789abcdef")
    }

    @Test(arguments: [
        ("nothing", PersonAnswer.go, "asks nothing: it is pending"),
        ("nothing", .applied, "asks nothing of the kind: it is pending"),
        ("question", .applied, "asks nothing of the kind: it is waiting"),
        ("doubt", .go, "answer with --applied or --not-applied"),
        ("failure", .go, "answer with --accept, --again or --skip REASON"),
        ("failure", .applied, "answer with --accept, --again or --skip REASON"),
        ("question", .accept, "it is waiting"),
    ])
    func anAnswerToNothingIsRefused(what: String, answer: PersonAnswer, told: String) throws {
        let events: [RunEvent] =
            switch what {
            case "question": [Self.asked]
            case "doubt": Self.doubt
            case "failure": SampleRun.sent("first") + [SampleRun.failed("first", .partly)]
            default: []
            }
        guard case .none(let problem) = try open(events, answer) else {
            Issue.record("it is something")
            return
        }
        #expect(problem.contains(told), "\(problem)")
    }
}
