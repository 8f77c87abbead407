/// MurmurHash3 (Austin Appleby), 32 bits, as Elasticsearch routes documents by it: over UTF-16, low byte first, seed 0.
enum Murmur3 {
    static func hash(_ text: String) -> Int32 {
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        var hash: UInt32 = 0
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
