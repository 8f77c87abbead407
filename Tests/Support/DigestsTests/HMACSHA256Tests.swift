import Digests
import Testing

struct HMACSHA256Tests {
    @Test func knowsTheFox() {
        let message = "The quick brown fox jumps over the lazy dog"
        #expect(
            HMACSHA256.hex(for: message.utf8, key: "key".utf8)
                == "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8")
    }

    @Test func takesEmptyKeyAndMessage() {
        #expect(
            HMACSHA256.hex(for: [], key: [])
                == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    /// RFC 4231, test cases 1, 2 and 6 (a key longer than a block).
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func knowsTheVectors(key: [UInt8], message: String, hex: String) {
        #expect(HMACSHA256.hex(for: message.utf8, key: key) == hex)
    }
}
