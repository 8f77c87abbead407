import Testing

@testable import SandboxElastic

struct Murmur3Tests {
    /// Known values of Elasticsearch's routing hash.
    @Test(arguments: [("hell", 0x5a0c_b7c3), ("hello", 0xd7c3_1989), ("hello w", 0x22ab_2984)] as [(String, UInt32)])
    func knownHashes(text: String, hash: UInt32) {
        #expect(Murmur3.hash(text) == Int32(bitPattern: hash))
    }
}
