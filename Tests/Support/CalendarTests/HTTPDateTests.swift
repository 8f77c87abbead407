import Calendar
import Testing

/// Dates as servers write them in headers.
struct HTTPDateTests {
    @Test(
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777_000), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800_000),
        ])
    func reads(text: String, milliseconds: Int) {
        #expect(HTTPDate.milliseconds(text) == milliseconds)
    }

    @Test(
        arguments: [
            "", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 8:49 GMT",
            "Sun, -6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 19940 08:49:37 GMT", "Sun, 06 Nov 1994 08::37 GMT",
        ])
    func refusesAnythingElse(text: String) {
        #expect(HTTPDate.milliseconds(text) == nil)
    }
}
