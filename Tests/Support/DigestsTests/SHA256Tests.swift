import Digests
import Testing

struct SHA256Tests {
    /// Vectors of FIPS 180-4's examples and of `openssl dgst`.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func knowsTheVectors(text: String, hex: String) {
        #expect(SHA256.hex(text) == hex)
        #expect(SHA256.hex(Array(text.utf8)) == hex)
        #expect(hexadecimal(SHA256.digest(text.utf8)) == hex)
    }

    @Test func digestsAMillionBytesInPieces() {
        var digest = SHA256()
        for _ in 0..<1_000 { digest.update(repeatElement(UInt8(ascii: "a"), count: 1_000)) }
        #expect(
            hexadecimal(digest.finalize()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 200])
    func cutsDoNotMatter(cut: Int) {
        let bytes = (0..<200).map { UInt8($0) }
        var digest = SHA256()
        digest.update(bytes[..<cut])
        digest.update(bytes[cut...])
        #expect(digest.finalize() == SHA256.digest(bytes))
    }

    @Test func nothingAddedIsTheDigestOfNothing() {
        let digest = SHA256()
        #expect(digest.finalize() == SHA256.digest([]))
    }
}
