import RunbookModel
import Testing

@testable import RunbookEngine

struct StepTimingTests {
    /// Each row: what the author wrote, and how long an attempt may take where the handler waits and where it does not.
    @Test(
        arguments: [
            (nil, nil, 120, 30), (4, nil, 4, 4), (nil, 60, 60, 30), (4, 60, 60, 4), (90, 60, 90, 90),
            (300, nil, 300, 300),
        ] as [(Int?, Int?, Int, Int)])
    func aTimeoutThatIsWrittenLimitsAnAttempt(timeout: Int?, within: Int?, waiting: Int, acting: Int) throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "r") { keys in
            keys.timeout = timeout.map { SampleBook.located(.seconds($0), line: 10) }
            keys.within = within.map { SampleBook.located(.seconds($0), line: 10) }
        }
        let codes = book.binding(FakeHandler(waits: true)).diagnostics.map(\.code)
        #expect(codes.contains("timeout/no-effect") == (timeout ?? .max < within ?? 0))
        for (waits, expected) in [(true, waiting), (false, acting)] {
            let step = try #require(book.binding(FakeHandler(waits: waits)).steps.first)
            #expect(StepTiming(step).attempt == .seconds(expected), "waits: \(waits)")
        }
    }
}
