import RunbookModel

/// Splits `name=value` words; values are bare or in one of two quotes, and nothing is escaped.
struct KeyScanner {
    private let block: BlockText
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private let end: Int
    private(set) var diagnostics: [Diagnostic] = []

    /// Makes a scanner of a whole block.
    init(_ block: BlockText) { self.init(block, Array(block.text.utf8)[...]) }

    /// Makes a scanner of a part of a block; the slice's indices are the offsets in the block.
    init(_ block: BlockText, _ bytes: ArraySlice<UInt8>) {
        self.block = block
        self.bytes = bytes
        index = bytes.startIndex
        end = bytes.endIndex
    }

    /// The next run of anything but blanks.
    mutating func run() -> Located<String>? {
        skipBlanks()
        let start = index
        while index < end, !isBlank(bytes[index]) { index += 1 }
        return start < index ? located(start..<index) : nil
    }

    /// All words that are left.
    mutating func words() -> [KeyWord] {
        var words: [KeyWord] = []
        while true {
            skipBlanks()
            guard index < end else { return words }
            if let word = word() { words.append(word) }
        }
    }

    private mutating func word() -> KeyWord? {
        let start = index
        while index < end, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
        let name = located(start..<index)
        guard index < end, bytes[index] == UInt8(ascii: "=") else { return KeyWord(name: name, value: nil) }
        if start == index {
            while index < end, !isBlank(bytes[index]) { index += 1 }
            report(
                "a key is missing before `=`", start..<index,
                help: "write `name=value`, without spaces around `=`; a value with spaces needs quotes")
            return nil
        }
        index += 1
        guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            let start = index
            while index < end, !isBlank(bytes[index]) { index += 1 }
            return KeyWord(name: name, value: located(start..<index))
        }
        return KeyWord(name: name, value: quoted(after: name))
    }

    private mutating func quoted(after name: Located<String>) -> Located<String> {
        let quote = bytes[index]
        let open = index
        index += 1
        while index < end, bytes[index] != quote { index += 1 }
        let value = located(open + 1..<index)
        guard index < end else {
            report(
                "the value of `\(name.value)` is not closed", open..<open + 1,
                help: "close it with `\(Character(Unicode.Scalar(quote)))`")
            return value
        }
        index += 1
        let rest = index
        while index < end, !isBlank(bytes[index]) { index += 1 }
        if rest < index {
            report(
                "there is text directly after the value of `\(name.value)`", rest..<index,
                help:
                    "write a space between keys; to write a quote in a value, use the other kind of quote "
                    + "around the value"
            )
        }
        return value
    }

    private mutating func report(_ message: String, _ range: Range<Int>, help: String) {
        diagnostics.append(Diagnostic("key/malformed", .error, message, at: block.span(range), help: help))
    }

    private mutating func skipBlanks() {
        while index < end, isBlank(bytes[index]) { index += 1 }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private func located(_ range: Range<Int>) -> Located<String> {
        Located(String(decoding: bytes[range], as: UTF8.self), at: block.span(range))
    }
}
