/// MurmurHash3 (Austin Appleby), 32 bits.
enum Murmur3 {
    /// The hash that documents are routed by: over UTF-16, low byte first.
    static func hash(_ text: String) -> Int32 {
        hash(text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }, seed: 0)
    }

    static func hash(_ bytes: [UInt8], seed: UInt32) -> Int32 {
        var hash = seed
        let blocks = bytes.count / 4
        for block in 0..<blocks {
            hash ^= scramble(word(bytes[(block * 4)..<(block * 4 + 4)]))
            hash = (hash << 13) | (hash >> 19)
            hash = hash &* 5 &+ 0xE654_6B64
        }
        let tail = bytes[(blocks * 4)...]
        if !tail.isEmpty { hash ^= scramble(word(tail)) }
        hash ^= UInt32(bytes.count)
        hash ^= hash >> 16
        hash = hash &* 0x85EB_CA6B
        hash ^= hash >> 13
        hash = hash &* 0xC2B2_AE35
        hash ^= hash >> 16
        return Int32(bitPattern: hash)
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func scramble(_ word: UInt32) -> UInt32 {
        let mixed = word &* 0xCC9E_2D51
        return ((mixed << 15) | (mixed >> 17)) &* 0x1B87_3593
    }
}
