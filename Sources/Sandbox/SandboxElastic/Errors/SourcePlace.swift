/// A place in a request's body, both counted from 1.
struct SourcePlace: Sendable, Hashable {
    var line: Int
    var column: Int

    /// Makes the place of a byte.
    init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes.prefix(offset)
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        column = offset - start + 1
    }
}
