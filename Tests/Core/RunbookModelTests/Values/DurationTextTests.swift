import RunbookModel
import Testing

struct DurationTextTests {
    @Test(arguments: [
        ("250ms", Duration.milliseconds(250)), ("0s", .zero), ("30s", .seconds(30)), ("2m", .seconds(120)),
        ("1h", .seconds(3600)), ("1000h", .seconds(3_600_000)), ("007s", .seconds(7)),
    ])
    func reads(text: String, duration: Duration) {
        #expect(DurationText.parse(text) == duration)
    }

    @Test(arguments: ["", "30", "s", "1.5s", "-1s", "1 s", "1S", "1d", "1001h", "99999999999s", "٣s", "1s "])
    func refuses(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test(arguments: [
        (Duration.zero, "0s"), (.milliseconds(250), "250ms"), (.milliseconds(1500), "1500ms"), (.seconds(90), "90s"),
        (.seconds(120), "2m"), (.seconds(7200), "2h"),
    ])
    func writesTheLargestUnitWithoutAFraction(duration: Duration, text: String) {
        #expect(DurationText.text(duration) == text)
        #expect(DurationText.parse(text) == duration)
    }

    @Test func countsMillisecondsWithoutATrap() {
        #expect(Duration.seconds(Int64.max).inMilliseconds == .max)
        #expect(Duration.seconds(Int64.min).inMilliseconds == .min)
        #expect(Duration.microseconds(1_999).inMilliseconds == 1)
    }
}
