import RunbookReport
import RunbookRun
import Testing

struct MomentTextTests {
    @Test(arguments: [
        (0, "1 Jan 1970 00:00:00 UTC"), (1_795_252_323_999, "21 Nov 2026 09:12:03 UTC"),
        (951_782_400_000, "29 Feb 2000 00:00:00 UTC"), (-1, "31 Dec 1969 23:59:59 UTC"),
    ])
    func saysDayAndTime(milliseconds: Int, text: String) {
        #expect(MomentText.full(Timestamp(milliseconds: milliseconds)) == text)
    }

    @Test func saysTheTimeAlone() {
        #expect(MomentText.clock(Timestamp(milliseconds: 1_795_252_323_999)) == "09:12:03")
    }
}
