import Testing

@testable import SandboxElastic

struct DateMathTests {
    /// The moment 2026-11-21T06:39:50.123Z.
    private static let now = 1_795_243_190_123

    @Test(arguments: [
        ("now", false, "2026-11-21T06:39:50.123Z"), ("now-1d/d", false, "2026-11-20T00:00:00.000Z"),
        ("now/M", true, "2026-11-30T23:59:59.999Z"), ("now-90s", false, "2026-11-21T06:38:20.123Z"),
        ("2019-02-01||+1M/d", true, "2019-03-01T23:59:59.999Z"), ("2019-02-01", true, "2019-02-01T23:59:59.999Z"),
        ("2020-01-31||+1M", false, "2020-02-29T00:00:00.000Z"), ("now+1h/h", false, "2026-11-21T07:00:00.000Z"),
    ])
    func moments(text: String, roundsUp: Bool, moment: String) {
        let found = DateMath.milliseconds(text, now: DateMathTests.now, roundsUp: roundsUp)
        #expect(found.map(ISODate.text) == moment)
    }

    @Test(arguments: ["now-", "now-1x", "now*1d", "zz", "zz||+1d"])
    func nonsense(text: String) {
        #expect(DateMath.milliseconds(text, now: 0, roundsUp: false) == nil)
    }
}
