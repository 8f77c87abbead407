import RunbookRun
import Testing

@testable import RunbookStore

struct AnswerTests {
    private let temporary: TemporaryStore
    private let store: RunStore

    init() throws {
        temporary = try TemporaryStore()
        store = try temporary.open()
    }

    private func answer(_ answer: PersonAnswer, digest: String = "d", step: String = "a") -> DeliveredAnswer {
        DeliveredAnswer(step: step, digest: digest, answer: answer, by: "ben", at: Timestamp(milliseconds: 3))
    }

    @Test(arguments: [.go, .skip(reason: "done by hand\u{1b}"), .abort] as [PersonAnswer])
    func reachesTheOwner(said: PersonAnswer) async throws {
        let journal = try await store.begin(.at())
        #expect(try await journal.pendingAnswers().isEmpty)
        try await temporary.open().deliver(answer(said), to: journal.run)
        #expect(try await journal.pendingAnswers() == [answer(said)])
    }

    @Test func isTakenOnce() async throws {
        let journal = try await store.begin(.at())
        try await store.deliver(answer(.go), to: journal.run)
        try await store.deliver(answer(.go, step: "b"), to: journal.run)
        try await journal.append(
            [.answered(step: "a", answer: .go, digest: "d", by: "ben", via: "confirm")], isDurable: true)
        #expect(try await journal.pendingAnswers().map(\.step) == ["b"])
    }

    @Test func aVoidOneIsTakenToo() async throws {
        let journal = try await store.begin(.at())
        try await store.deliver(answer(.go, digest: "old"), to: journal.run)
        try await store.deliver(answer(.go, digest: "new"), to: journal.run)
        try await journal.append([.answerVoid(step: "a", digest: "old", by: "ben")], isDurable: true)
        #expect(try await journal.pendingAnswers().map(\.digest) == ["new"])
    }

    @Test func waitsForTheNextOwner() async throws {
        let first = try await store.begin(.at())
        try await first.close()
        try await store.deliver(answer(.go), to: first.run)
        let second = try await store.takeOn(first.run, .at())
        #expect(try await second.pendingAnswers() == [answer(.go)])
    }

    /// Whoever comes second is told of the first, and both are kept.
    @Test(arguments: [.go, .skip(reason: "no"), .abort] as [PersonAnswer], [.go, .abort] as [PersonAnswer])
    func theFirstCounts(first: PersonAnswer, second: PersonAnswer) async throws {
        let journal = try await asking()
        #expect(try await store.deliver(answer(first), to: journal.run) == nil)
        #expect(try await temporary.open().deliver(answer(second), to: journal.run) == answer(first))
        #expect(try await journal.pendingAnswers() == [answer(first)])
        #expect(try await journal.lateAnswers() == [answer(second)])
        try await journal.append(
            [.answered(step: "a", answer: first, digest: "d", by: "ben", via: "confirm")], isDurable: true)
        #expect(try await journal.pendingAnswers().isEmpty)
        #expect(try await journal.lateAnswers() == [answer(second)])
        try await journal.append([.answerLate(answer(second))], isDurable: true)
        #expect(try await journal.lateAnswers().isEmpty)
        // Nor does a third count, though the first has become an event.
        #expect(try await store.deliver(answer(.go), to: journal.run) == answer(first))
    }

    @Test func theSameQuestionMayBeAskedAgain() async throws {
        let journal = try await asking()
        try await store.deliver(answer(.go), to: journal.run)
        try await journal.append(
            [.answered(step: "a", answer: .go, digest: "d", by: "ben", via: "confirm"), .ask("a", "d")], isDurable: true
        )
        #expect(try await store.deliver(answer(.abort), to: journal.run) == nil)
        #expect(try await journal.pendingAnswers() == [answer(.abort)])
    }

    @Test func somethingElseThatIsShownIsAnotherQuestion() async throws {
        let journal = try await asking()
        try await store.deliver(answer(.go, digest: "old"), to: journal.run)
        #expect(try await store.deliver(answer(.abort), to: journal.run) == nil)
    }

    @Test func whatATerminalAnsweredBeforeCountsToo() async throws {
        let journal = try await asking()
        try await journal.append(
            [.answered(step: "a", answer: .skip(reason: "x"), digest: "d", by: "ana", via: "terminal")], isDurable: true
        )
        let first = try await store.deliver(answer(.go), to: journal.run)
        #expect(first?.answer == .skip(reason: "x"))
        #expect(first?.by == "ana")
        #expect(try await journal.pendingAnswers().isEmpty)
    }

    /// The owner's own answer stands in the same line.
    @Test func anAnswerFromElsewhereMayOvertakeTheTerminal() async throws {
        let here = DeliveredAnswer(
            step: "a", digest: "d", answer: .go, by: "ana", via: "terminal", at: Timestamp(milliseconds: 4))
        let journal = try await asking()
        try await store.deliver(answer(.abort), to: journal.run)
        #expect(try await journal.first(here) == answer(.abort))
        #expect(try await journal.lateAnswers() == [here])
        let other = try await asking()
        #expect(try await other.first(here) == here)
        #expect(try await store.deliver(answer(.abort), to: other.run) == here)
        // What was taken from elsewhere stays the first.
        #expect(try await journal.first(answer(.abort)) == answer(.abort))
    }

    @Test func aDoubtIsSettledOnceAnAttempt() async throws {
        let journal = try await asking()
        try await journal.append([.attemptStarted(step: "a", attempt: 1)], isDurable: true)
        #expect(try await store.deliver(answer(.applied, digest: "attempt-1"), to: journal.run) == nil)
        let first = try await store.deliver(answer(.notApplied, digest: "attempt-1"), to: journal.run)
        #expect(first?.answer == .applied)
        try await journal.append(
            [
                .settled(step: "a", applied: true, by: "ben", place: nil), .attemptStarted(step: "a", attempt: 2),
            ], isDurable: true)
        #expect(try await journal.lateAnswers().count == 1)
        #expect(try await store.deliver(answer(.notApplied, digest: "attempt-2"), to: journal.run) == nil)
    }

    /// However many come at once, one counts.
    @Test func oneOfManyAtOnceCounts() async throws {
        let journal = try await asking()
        let counted = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { try await temporary.open().deliver(answer(.go), to: journal.run) == nil }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(counted == 1)
        #expect(try await journal.lateAnswers().count == 7)
    }

    private func asking() async throws -> RunJournal {
        let journal = try await store.begin(.at())
        try await journal.append([.begin(), .ask("a", "d")], isDurable: true)
        return journal
    }

    @Test func belongsToItsRun() async throws {
        let one = try await store.begin(.at())
        let other = try await store.begin(.at())
        try await store.deliver(answer(.go), to: one.run)
        #expect(try await other.pendingAnswers().isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func wakesWhoWaitsForIt() async throws {
        let journal = try await store.begin(.at())
        let waiting = Task {
            for await _ in journal.commits() {
                if let answer = try await journal.pendingAnswers().first { return answer.by }
            }
            return "nobody"
        }
        try await temporary.open().deliver(answer(.go), to: journal.run)
        #expect(try await waiting.value == "ben")
    }

    @Test(.timeLimit(.minutes(1))) func aWatchEndsWithItsTask() async throws {
        let journal = try await store.begin(.at())
        let waiting = Task { for await _ in journal.commits() {} }
        waiting.cancel()
        await waiting.value
    }
}

extension RunEvent {
    fileprivate static func ask(_ step: String, _ digest: String) -> RunEvent {
        .asked(step: step, question: Question(kinds: [.confirm], text: "q", actions: [], typed: nil, digest: digest))
    }
}
