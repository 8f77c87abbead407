import RunbookModel
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
