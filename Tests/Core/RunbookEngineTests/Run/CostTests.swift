import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookEngine

/// Time grows with the number of steps, of whatever kind they are.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct CostTests {
    private static let count = 2_400

    private func expectLinear(_ make: (Int) -> SampleBook, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        let clock = ContinuousClock()
        func cost(_ count: Int) async -> Duration {
            let book = make(count)
            var best = Duration.seconds(3600)
            for _ in 0..<3 {
                let began = clock.now
                var run = TestRun(book)
                run.policy = GatePolicy(saysYes: true, isDisposable: true)
                let ending = await run.start()
                #expect(ending.name == "passed", sourceLocation: sourceLocation)
                best = min(best, began.duration(to: clock.now))
            }
            return best
        }
        // Sixteen times the steps: 16 when linear, 256 when quadratic; between them is room for a busy machine. That is
        // busier during the large half than during the small one only now and then.
        var seen: [String] = []
        for _ in 0..<3 {
            let small = await cost(Self.count / 16)
            let large = await cost(Self.count)
            if large < small * 80 { return }
            seen.append("\(small) for a sixteenth, \(large)")
        }
        Issue.record("\(seen)", sourceLocation: sourceLocation)
    }

    @Test func runsStepsWithCaptures() async throws {
        try await expectLinear { count in
            var book = SampleBook()
            for index in 0..<count {
                book.add(.run, "GET /\(index)", id: "s\(index)", [.capture("c\(index)", "1")])
            }
            return book
        }
    }

    @Test func runsManualStepsWithChecks() async throws {
        try await expectLinear { count in
            var book = SampleBook()
            for index in 0..<count / 2 {
                let manual = book.add(.manual, "Click \(index)", id: "m\(index)")
                book.add(.verify, "GET /\(index)", id: "v\(index)", inside: manual)
            }
            return book
        }
    }

    @Test func ordersStepsThatNeedOthers() async throws {
        try await expectLinear { count in
            var book = SampleBook()
            for index in 0..<count {
                book.add(.run, "PUT /\(index)", id: "s\(index)") { keys in
                    // Each pair in reverse, all behind the first gate.
                    if index % 2 == 0, index + 1 < count { keys.needs = [SampleBook.located("s\(index + 1)")] }
                    if index % 2 == 1 { keys.needs = [] }
                }
            }
            return book
        }
    }

    @Test func tellsEqualStepsApart() async throws {
        try await expectLinear { count in
            var book = SampleBook()
            for _ in 0..<count { book.add(.run, "PUT /same") }
            return book
        }
    }

    @Test func sendsManyRequestsInOneBlock() async throws {
        try await expectLinear { count in
            var book = SampleBook()
            book.add(.run, Array(repeating: "PUT /x", count: count).joined(separator: "\n"), id: "put") { keys in
                keys.timeout = SampleBook.located(.seconds(600))
            }
            return book
        }
    }

    @Test func findsChecksByTheirIDs() async throws {
        try await expectLinear { count in
            var book = SampleBook()
            for index in 0..<count / 2 {
                book.add(.run, "PUT /\(index)", id: "s\(index)") { keys in
                    keys.unless = SampleBook.located(.step("v\(index)"))
                }
                book.add(.verify, "GET /\(index)", id: "v\(index)")
            }
            return book
        }
    }
}
