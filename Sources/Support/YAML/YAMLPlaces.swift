/// Turns libyaml's marks, which count characters, into places in bytes.
struct YAMLPlaces {
    private let byteCount: Int
    /// The bytes before the first character that libyaml counts: those of a byte order mark.
    private let skipped: Int
    private var lineStarts = [0]
    /// The offset of each character and of the end; empty when all are one byte long.
    private var characterStarts: [Int] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, skipping skipped: Int) {
        byteCount = bytes.count
        self.skipped = skipped
        var isASCII = true
        for index in bytes.indices {
            let isLoneReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if bytes[index] == 0x0A || isLoneReturn { lineStarts.append(index + 1) }
            if bytes[index] >= 0x80 { isASCII = false }
        }
        guard !isASCII else { return }
        characterStarts.reserveCapacity(bytes.count)
        for index in skipped..<bytes.count where bytes[index] & 0xC0 != 0x80 { characterStarts.append(index) }
        characterStarts.append(bytes.count)
    }

    /// The place of the character that libyaml counts as `index`, from 0.
    func mark(character index: Int) -> YAMLMark {
        if characterStarts.isEmpty { return mark(offset: index + skipped) }
        return mark(offset: index < characterStarts.count ? characterStarts[index] : byteCount)
    }

    /// The place of a byte, counted from the start of the text.
    func mark(offset: Int) -> YAMLMark {
        let offset = min(max(offset, 0), byteCount)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return YAMLMark(offset: offset, line: low + 1, column: offset - lineStarts[low] + 1)
    }
}
