import Testing

@testable import Terminal

struct ChoiceTests {
    private let choice = Choice(options: ["new", "existing", "both", "2"], standard: 0)

    @Test(
        arguments: [
            ("1", 0), ("2", 3), (" both ", 2), ("ex", 1), ("NEW", 0), ("", 0), ("5", nil), ("0", nil), ("x", nil),
        ] as [(String, Int?)])
    func findsTheOption(line: String, position: Int?) {
        #expect(choice.position(of: line) == position)
    }

    @Test func anAmbiguousBeginningNamesNothing() {
        #expect(Choice(options: ["blue", "black"], standard: nil).position(of: "bl") == nil)
    }

    @Test func anEmptyLineNamesNothingWithoutAStandard() {
        #expect(Choice(options: ["a"], standard: nil).position(of: "") == nil)
    }
}
