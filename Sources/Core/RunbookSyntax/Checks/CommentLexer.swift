/// Knows where a comment of jq begins: at a `#` that is in no string.
///
/// A string may hold code between `\(` and `)`, which may hold strings again.
struct CommentLexer {
    /// Open parentheses of each piece of code inside a string, the innermost last.
    private var depths: [Int] = []
    private var isInString = false

    /// The end of a line's code, blanks before the comment left out.
    mutating func endOfCode(in bytes: [UInt8], _ line: Range<Int>) -> Int {
        var index = line.lowerBound
        var end = line.upperBound
        while index < end {
            let byte = bytes[index]
            if isInString, byte == UInt8(ascii: "\\"), index + 1 < end {
                if bytes[index + 1] == UInt8(ascii: "(") {
                    depths.append(0)
                    isInString = false
                }
                index += 1
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            } else if !isInString, byte == UInt8(ascii: "#") {
                end = index
            } else if !isInString {
                closeOrOpen(byte)
            }
            index += 1
        }
        while end > line.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return end
    }

    private mutating func closeOrOpen(_ byte: UInt8) {
        guard let depth = depths.last else { return }
        if byte == UInt8(ascii: "(") { depths[depths.count - 1] += 1 }
        if byte == UInt8(ascii: ")") {
            if depth == 0 {
                depths.removeLast()
                isInString = true
            } else {
                depths[depths.count - 1] -= 1
            }
        }
    }
}
