import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

struct JournalTests {
    private static func book() -> SampleBook {
        var book = SampleBook()
        book.add(.run, "GET /a", id: "a")
        book.add(.run, "PUT /b", id: "b")
        book.add(.verify, "GET /c", id: "c")
        return book
    }

    /// Wherever the disk is full, nothing acts behind it, and what acted is on record.
    @Test(arguments: 0..<11, [JournalFailure.Reason.full, .readOnly, .notOwner])
    func sendsNothingOnceItCannotBeWritten(events: Int, reason: JournalFailure.Reason) async throws {
        let run = TestRun(Self.book())
        run.journal.fail(after: events, reason)
        #expect(await run.start().name == "journal \(reason)")
        #expect(run.journal.events.count == events || run.journal.events.count == events - 1)
        let sent = run.journal.events.compactMap { event -> String? in
            if case .step(_, let event as ActionSent) = event { event.action.title } else { nil }
        }
        #expect(run.handler.sent.filter { $0.hasPrefix("PUT") } == sent.filter { $0.hasPrefix("PUT") })
    }

    @Test func foldsToTheSameStateAsTheRunner() async throws {
        let run = TestRun(Self.book())
        #expect(await run.start().name == "passed")
        #expect(try run.state.steps.values.allSatisfy { $0.state == .passed })
        // What is written can be read again.
        let again = run.journal.events.map { RunEvent(kind: $0.kind, data: $0.data) }
        #expect(try TestRun.state(of: again) == run.state)
    }
}
