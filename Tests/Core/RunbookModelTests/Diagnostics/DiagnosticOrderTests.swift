import RunbookModel
import Testing

@Suite struct DiagnosticOrderTests {
    private static func problem(_ message: String, at offset: Int?) -> Diagnostic {
        let span = offset.map { offset in
            let place = SourcePosition(offset: offset, line: 1, column: offset + 1)
            return SourceSpan(file: "a.md", start: place, end: place)
        }
        return Diagnostic("a/b", message, at: span)
    }

    @Test func theirPlaceDecidesAndThenWhoWasFirst() {
        let found = [("a", 9), ("b", 3), ("c", nil), ("d", 3), ("e", 1), ("f", 9)].map(Self.problem)
        #expect(found.inOrder.map(\.message) == ["c", "e", "b", "d", "a", "f"])
        #expect([Diagnostic]().inOrder.isEmpty)
    }
}
