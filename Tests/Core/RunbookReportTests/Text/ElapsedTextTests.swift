import RunbookReport
import Testing

struct ElapsedTextTests {
    @Test(arguments: [
        (-5, "0 ms"), (0, "0 ms"), (99, "99 ms"), (100, "0.1 s"), (149, "0.1 s"), (150, "0.2 s"), (4_200, "4.2 s"),
        (9_940, "9.9 s"), (9_950, "10 s"), (42_400, "42 s"), (59_499, "59 s"), (59_500, "1m 0s"), (90_000, "1m 30s"),
        (3_599_000, "59m 59s"), (3_600_000, "1h 0m"), (7_500_000, "2h 5m"), (359_999_000, "100h 0m"),
    ])
    func rounds(milliseconds: Int, text: String) {
        #expect(ElapsedText.text(.milliseconds(milliseconds)) == text)
    }
}
