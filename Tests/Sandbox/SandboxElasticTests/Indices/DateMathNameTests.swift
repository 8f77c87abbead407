import SandboxWorld
import Testing

@testable import SandboxElastic

struct DateMathNameTests {
    /// 2026-11-21T06:39:50Z, a Saturday.
    private static let now = SandboxInstant(milliseconds: 1_795_243_190_000)

    @Test(arguments: [
        ("plain", "plain"), ("<s-{now/d}>", "s-2026.11.21"), ("<s-{now-1M/M{yyyy.MM}}-x>", "s-2026.10-x"),
        ("<{now+2d{yyyyMMdd-HHmm|UTC}}>", "20261123-0639"), ("<{now/w}>", "2026.11.16"), ("<{then}>", "<{then}>"),
        ("<s-{now-1y>", "s-2025.11.21"), ("<{now+99999999999999999999d}>", "2026.11.22"),
    ])
    func names(text: String, name: String) {
        #expect(DateMathName.resolve(text, at: DateMathNameTests.now) == name)
    }
}
