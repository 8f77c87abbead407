import RunbookModel
import RunbookRun
import Testing

struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_400_123, "2000-02-29T00:00:00.123Z"),
        (1_795_252_320_000, "2026-11-21T09:12:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    ])
    func writesISO8601(milliseconds: Int, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).iso8601 == text)
    }

    @Test func measuresAndOrders() {
        let early = Timestamp(milliseconds: 1_500)
        let late = Timestamp(milliseconds: 4_000)
        #expect(early < late)
        #expect(late.since(early) == .milliseconds(2_500))
    }

    @Test(arguments: [Int.min, .max])
    func survivesAnyNumber(milliseconds: Int) {
        let moment = Timestamp(milliseconds: milliseconds)
        #expect(moment.iso8601.hasSuffix("Z"))
        #expect(abs(moment.since(Timestamp(milliseconds: 0)).inMilliseconds) == Timestamp.furthest)
        #expect(Timestamp(milliseconds: .min).since(moment) <= .zero)
    }
}
