import Testing

@testable import SandboxElastic

struct DecimalPatternTests {
    @Test(arguments: [
        ("0.00", 1.5, "1.50"), ("#.##", 1.5, "1.5"), ("#.##", 0.25, ".25"), ("#,##0.00", 1_234_567.5, "1,234,567.50"),
        ("000", 7, "007"), ("$0", 3, "$3"), ("0.0%", 0.256, "25.6%"), ("0", 2.5, "2"), ("0", 3.5, "4"),
        ("0.0;(0.0)", -1, "(1.0)"), ("0.0", -1, "-1.0"), ("x", 12, "x12"), ("#", 0, "0"), ("0", -0.2, "0"),
        ("0", 1e300, "1.0E300"), ("0", Double.infinity, "\u{221E}"),
    ])
    func isWritten(pattern: String, number: Double, text: String) {
        #expect(DecimalPattern(pattern)?.text(number) == text)
    }

    @Test func exponentsAreNotEmulated() {
        #expect(DecimalPattern("0.0E0") == nil)
    }
}
