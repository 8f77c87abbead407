import SandboxAlicloud
import Testing

struct IPv4RangeTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.0.0.0/8"), ("10.8.1.23", "10.8.1.23/32"), ("10.8.1.23/16", "10.8.0.0/16"),
        ("0.0.0.0/0", "0.0.0.0/0"),
    ])
    func reads(text: String, range: String) {
        #expect(IPv4Range(text)?.description == range)
    }

    @Test(arguments: [
        "", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.256", "10.0.0.0/8/8", "a.b.c.d", "::1", "1.2.3.+4",
    ])
    func refuses(text: String) {
        #expect(IPv4Range(text) == nil)
    }

    @Test func knowsWhatItHolds() throws {
        let range = try #require(IPv4Range("192.168.0.0/16"))
        let part = try #require(IPv4Range("192.168.4.0/24"))
        let other = try #require(IPv4Range("192.169.0.0/16"))
        #expect(range.contains(part) && !part.contains(range) && range.overlaps(part) && part.overlaps(range))
        #expect(!range.overlaps(other) && part.count == 256)
        #expect(try #require(IPv4Range("0.0.0.0/0")).contains(range))
    }
}
