import Testing

@testable import Digests

struct SHA1Tests {
    /// FIPS 180-1, appendix A, and git's name of the empty blob.
    @Test(arguments: [
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"), ("blob 0\0", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"),
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ])
    func hex(text: String, digest: String) {
        #expect(SHA1.hex(Array(text.utf8)) == digest)
    }
}
