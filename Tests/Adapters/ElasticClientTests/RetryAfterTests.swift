import HTTPClient
import Testing

@testable import ElasticClient

@Suite struct RetryAfterTests {
    @Test(
        arguments: [
            ("0", 0), ("120", 120), ("99999999", 86_400), ("-1", nil), ("soon", nil),
            ("Sun, 06 Nov 1994 08:50:07 GMT", 30), ("Sun, 06 Nov 1994 08:49:30 GMT", 0),
            ("Tue, 29 Feb 2000 00:00:00 GMT", 86_400), ("Sun, 06 Nov 1994 08:50:07", nil),
            ("Sun, 06 Foo 1994 08:50:07 GMT", nil),
        ] as [(String, Int?)])
    func reads(value: String, seconds: Int?) {
        let response = HTTPClient.Response(
            status: 429, headers: [.init("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), .init("Retry-After", value)])
        #expect(RetryAfter.delay(in: response) == seconds.map { .seconds($0) })
    }

    @Test func aDateNeedsADate() {
        let response = HTTPClient.Response(
            status: 429, headers: [.init("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT")])
        #expect(RetryAfter.delay(in: response) == nil)
    }
}
