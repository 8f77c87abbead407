import Testing

@testable import SandboxElastic

struct JavaNumberTests {
    @Test(arguments: [
        (1.0, "1.0"), (0.0, "0.0"), (-2.5, "-2.5"), (1_234_567.0, "1234567.0"), (12_345_678.0, "1.2345678E7"),
        (1_546_300_800_000.0, "1.5463008E12"), (0.001, "0.001"), (0.00012, "1.2E-4"), (1e100, "1.0E100"),
        (10_000_000.0, "1.0E7"), (5.333333333333333, "5.333333333333333"), (0.05, "0.05"), (120.0, "120.0"),
    ])
    func doubles(value: Double, text: String) {
        #expect(JavaNumber.text("\(value)") == text)
    }
}
