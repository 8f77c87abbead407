import RunbookEnvironment
import Testing

struct LoopbackTests {
    @Test(arguments: [
        "localhost", "LocalHost", "127.0.0.1", "127.0.0.0", "127.255.255.255", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1",
    ])
    func isThisMachine(host: String) {
        #expect(Loopback.contains(host))
    }

    @Test(arguments: [
        "", "10.0.0.1", "128.0.0.1", "126.255.255.255", "0.0.0.0", "::", "::2", "fe80::1", "1::1",
        "localhost.example.com",
        "127.0.0.1.example.com", "127.1", "0177.0.0.1", "0x7f.0.0.1", "2130706433", "127.0.0.256", "[::1]",
        "localhost ",
        "::ffff:10.0.0.1", "example.com",
    ])
    func isElsewhereOrInDoubt(host: String) {
        #expect(!Loopback.contains(host))
    }
}
