import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

/// A value that decides what is run, and that was not kept, is asked for; nothing is left out in silence.
struct MissingValueTests {
    private func book() -> SampleBook {
        var book = SampleBook()
        book.parameter("how", choices: ["red", "green"])
        book.add(.run, "PUT /a", id: "put", [.capture("how", "._id")])
        for color in ["red", "green"] {
            book.add(.run, "PUT /\(color)", id: color) {
                $0.alternatives = [
                    Alternative(
                        parameter: SampleBook.located("how"), values: [SampleBook.located(color)])
                ]
            }
        }
        return book
    }

    @Test func anAlternativeWithoutItsValueIsAskedAbout() async throws {
        let run = TestRun(book())
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == "waiting put")
        // A person has looked, and says that it was done; then, that it is done as it should be.
        run.journal.deliver(.applied, to: "put", digest: "attempt-1")
        let second = TestRun(book())
        second.journal.deliver(.applied, to: "put", digest: "attempt-1")
        let ending = try await second.resume(after: run.journal.events)
        #expect(ending.name == "waiting put")
        #expect(second.handler.sent.isEmpty)
        for color in ["red", "green"] { #expect(try second.step(color).state == .pending) }
    }
}
