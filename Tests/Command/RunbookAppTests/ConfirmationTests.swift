import RunbookModel
import RunbookRun
import Testing

@testable import RunbookApp

/// An answer from elsewhere: what it needs, what it is to, and when it comes too late.
struct ConfirmationTests {
    /// Answers in memory; somebody may have been faster.
    private actor Box: AnswerBox {
        private(set) var delivered: [DeliveredAnswer] = []
        private(set) var late: [DeliveredAnswer] = []
        private let faster: DeliveredAnswer?

        init(faster: DeliveredAnswer? = nil) { self.faster = faster }

        func deliver(_ answer: DeliveredAnswer) -> DeliveredAnswer? {
            delivered.append(answer)
            return faster
        }

        func keepLate(_ answer: DeliveredAnswer) { late.append(answer) }
    }

    private static let digest = "0123456789abcdef"
    private static let asked = RunEvent.asked(step: "first", question: SampleRun.question(digest))
    private static let other = DeliveredAnswer(
        step: "first", digest: digest, answer: .abort, by: "ben", at: Timestamp(milliseconds: 3))

    /// Gives an answer; nil when it counts.
    private func refusal(
        of answer: PersonAnswer = .go, step: String = "first", digest: String? = digest, isAtTerminal: Bool = false,
        _ events: [RunEvent] = [asked], in box: Box = Box()
    ) async throws -> ConfirmRefusal? {
        let start = SampleRun.start()
        let confirmation = Confirmation(
            run: "r1", step: step, answer: answer, digest: digest, user: "ana", isAtTerminal: isAtTerminal)
        do {
            try await confirmation.give(
                to: box, try SampleRun.state(start, events), SampleRun.entries(start, events),
                at: Timestamp(milliseconds: 7))
            return nil
        } catch let refusal as ConfirmRefusal {
            return refusal
        }
    }

    @Test(arguments: [(ConfirmationTests.digest, false), ("0123456789ab", false), (nil, true)])
    func anAnswerToWhatWasShownIsLeft(digest: String?, isAtTerminal: Bool) async throws {
        let box = Box()
        #expect(try await refusal(digest: digest, isAtTerminal: isAtTerminal, in: box) == nil)
        let left = try #require(await box.delivered.first)
        #expect(left.digest == Self.digest && left.answer == .go && left.by == "ana")
        #expect(left.at == Timestamp(milliseconds: 7) && left.via == "confirm")
    }

    @Test(
        arguments: [
            ("third", ConfirmationTests.digest, ConfirmRefusal.Concern.misuse, "has no step `third`"),
            ("first", nil, .misuse, "needs `--digest`"), ("first", "ffffffffffff", .person, "has changed"),
            ("second", ConfirmationTests.digest, .misuse, "asks nothing"),
        ] as [(String, String?, ConfirmRefusal.Concern, String)])
    func whatFitsNothingIsRefused(
        step: String, digest: String?, concern: ConfirmRefusal.Concern, told: String
    ) async throws {
        let box = Box()
        let refused = try #require(try await refusal(step: step, digest: digest, in: box))
        #expect(refused.concern == concern && refused.message.contains(told), "\(refused.message)")
        #expect(await box.delivered.isEmpty)
    }

    @Test func whoIsSlowerIsToldByWhom() async throws {
        let refused = try #require(try await refusal(in: Box(faster: Self.other)))
        #expect(refused.concern == .late && refused.message.contains("ben answered `abort`"))
    }

    @Test func whatWasAnsweredBeforeIsKeptAsLate() async throws {
        let box = Box()
        let given = RunEvent.answered(step: "first", answer: .go, digest: Self.digest, by: "ben", via: "terminal")
        let refused = try #require(try await refusal(of: .abort, [Self.asked, given], in: box))
        #expect(refused.concern == .late)
        #expect(await box.late.map(\.answer) == [.abort])
        #expect(await box.delivered.isEmpty)
    }
}
