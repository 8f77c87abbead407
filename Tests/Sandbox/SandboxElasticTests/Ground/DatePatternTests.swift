import Testing

@testable import SandboxElastic

struct DatePatternTests {
    /// 2021-03-01T09:05:07.089Z, a Monday.
    private let moment = 1_614_589_507_089

    @Test(arguments: [
        ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2021-03-01T09:05:07.089Z"), ("date", "2021-03-01"),
        ("strict_date_hour_minute", "2021-03-01T09:05"), ("epoch_millis", "1614589507089"),
        ("epoch_second", "1614589507"), ("d MMM yy", "1 Mar 21"), ("EEEE h a", "Monday 9 AM"),
        ("uuuu-MM-dd HH:mm:ss.SSSZ", "2021-03-01 09:05:07.089+0000"), ("yyyy||date", "2021"), ("8yyyy", "2021"),
        ("'it''s' MM", "its 03"), ("e é", "2 é"),
    ])
    func isWritten(pattern: String, text: String) throws {
        #expect(try DatePattern(pattern).text(moment) == text)
    }

    @Test func aZoneMovesTheClock() throws {
        let pattern = try DatePattern("yyyy-MM-dd HH:mm XXX")
        #expect(pattern.text(moment, in: ZoneRules(offset: -39_600_000)) == "2021-02-28 22:05 -11:00")
    }

    @Test func theEndsOfTimeDoNotTrap() throws {
        let pattern = try DatePattern("uuuu-MM-dd HH:mm:ss.SSS EEE Z")
        for moment in [Int.min, Int.max, 0, -1] { #expect(!pattern.text(moment).isEmpty) }
    }

    @Test(arguments: [("nope", "o"), ("yyyy-bb", "b")])
    func aLetterThatIsNoneIsNamed(pattern: String, letter: String) {
        #expect(throws: DatePattern.Problem.self) { try DatePattern(pattern) }
        do {
            _ = try DatePattern(pattern)
        } catch {
            guard case .unknown(let found) = error else { return #expect(Bool(false)) }
            #expect(found == letter)
        }
    }
}
