import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

/// A check that an earlier request of the same step has made pass says nothing about a later one.
struct FirstRequestDoubtTests {
    private static let no = Outcome.ok([:], status: 404)

    @Test(arguments: [("PUT /a", "passed"), ("PUT /b", "waiting put"), ("PUT /c", "waiting put")])
    func onlyTheFirstRequestOfAStepIsSettledByItsCheck(lost: String, ending: String) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b\nPUT /c", id: "put") { $0.unless = SampleBook.located(.next) }
        book.add(.verify, "GET /a", id: "there") { $0.within = SampleBook.located(.zero) }
        let run = TestRun(book)
        run.handler.script("GET /a", Self.no, .ok())
        run.handler.script(lost, .lost)
        #expect(await run.start().name == ending)
        #expect(run.handler.sent.filter { $0 == lost }.count == 1)
    }

    /// Each row: which targets the check reads, on which the write is lost, and how the run ends.
    @Test(
        arguments: [
            (["es"], "es", "passed"), (["es"], "fs", "waiting put"), (["es", "fs"], "fs", "passed"),
        ] as [([String], String, String)], [true, false])
    func theCheckMustReadTheTargetInDoubt(
        row: (targets: [String], lost: String, ending: String), isUnless: Bool
    ) async throws {
        var book = SampleBook(targets: ["es", "fs"])
        book.add(.run, "PUT /a", id: "put", on: ["es", "fs"]) {
            if isUnless { $0.unless = SampleBook.located(.next) }
        }
        book.add(.verify, "GET /a", id: "there", on: row.targets) { $0.within = SampleBook.located(.zero) }
        let run = TestRun(book)
        run.handler.script("es:GET /a", Self.no, .ok())
        run.handler.script("fs:GET /a", isUnless ? .ok() : Self.no, .ok())
        run.handler.script("\(row.lost):PUT /a", .lost)
        #expect(await run.start().name == row.ending)
        #expect(run.handler.actions.filter { $0.effect > .read && $0.target == row.lost }.count == 1)
    }
}
