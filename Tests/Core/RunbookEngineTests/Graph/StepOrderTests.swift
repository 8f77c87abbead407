import RunbookModel
import Testing

@testable import RunbookEngine

struct StepOrderTests {
    /// Steps `a`, `b`, ...: what each needs, nil for all earlier ones; `!` before it makes it a gate.
    private func book(_ needs: [String?], gates: Set<Int> = []) -> SampleBook {
        var book = SampleBook()
        for (index, needed) in needs.enumerated() {
            book.add(.run, "PUT /\(index)", id: name(index)) { keys in
                keys.needs = needed.map { text in text.map { SampleBook.located(String($0), line: 10 * (index + 1)) } }
                if gates.contains(index) { keys.confirm = SampleBook.template("Sure?") }
            }
        }
        return book
    }

    private func name(_ index: Int) -> String { String(UnicodeScalar(UInt8(97 + index))) }

    private func order(_ book: SampleBook) -> String { book.binding().order.map(name).joined() }

    static let orders: [([String?], Set<Int>, String)] = [
        ([nil, nil, nil], [], "abc"),
        // A need that lies behind pulls what is ready before it.
        (["c", "", ""], [], "bca"), (["b", "", nil], [], "bac"),
        // One without needs waits for all earlier ones, not only for the one before it.
        (["d", nil, "", ""], [], "cdab"),
        // Nothing passes a gate, whatever it needs.
        ([nil, nil, ""], [1], "abc"), (["b", "", ""], [0], ""), (["b", "", ""], [2], "bac"),
        (["b", "", nil, ""], [2], "bacd"),
    ]

    @Test(arguments: orders)
    func placesTheFirstThatIsReady(needs: [String?], gates: Set<Int>, expected: String) {
        let book = book(needs, gates: gates)
        if expected.isEmpty {
            #expect(book.codes.contains("graph/cycle"))
        } else {
            #expect(order(book) == expected)
            #expect(!book.codes.contains("graph/cycle"))
        }
    }

    @Test func makesManualStepsGates() {
        var book = SampleBook()
        book.add(.manual, "Click", id: "a")
        book.add(.run, "PUT /b", id: "b") { $0.needs = [] }
        #expect(order(book) == "ab")
    }

    static let cycles: [[String?]] = [["a"], ["b", "a"], ["b", "c", "a"], ["b", nil]]

    @Test(arguments: cycles)
    func reportsACycleWithAllThatWaits(needs: [String?]) {
        let diagnostics = book(needs).binding().diagnostics.filter { $0.code == "graph/cycle" }
        #expect(diagnostics.count == 1)
        #expect((diagnostics.first?.related.count ?? 0) + 1 == needs.count)
    }

    @Test func addsTheStepsWhoseValuesAreUsed() {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "a") { $0.needs = [SampleBook.located("c")] }
        book.add(.run, "GET /b", id: "b", [.capture("x", ".x")]) { $0.needs = [SampleBook.located("a")] }
        book.add(.run, "GET /c", id: "c") { $0.needs = [] }
        book.add(.run, "PUT /d", id: "d", [.assert("$x == 1")]) { $0.needs = [] }
        #expect(order(book) == "cabd")
    }

    @Test func reportsAnUnknownNeedWithTheNearest() {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "first")
        book.add(.run, "PUT /b") { $0.needs = [SampleBook.located("fist")] }
        let diagnostic = book.binding().diagnostics.first { $0.code == "needs/unknown" }
        #expect(diagnostic?.help == ["did you mean `first`?"])
    }

    @Test func keepsTheLeastNumberAtHand() {
        var heap = MinimumHeap()
        for number in [5, 3, 9, 1, 7, 3, 8] { heap.insert(number) }
        var sorted: [Int] = []
        while let first = heap.first {
            sorted.append(first)
            heap.removeFirst()
        }
        #expect(sorted == [1, 3, 3, 5, 7, 8, 9])
    }
}
