import RunbookModel

/// Splits a block into filters: one a line, a line that is indented more continues the one above, `#` begins a comment.
enum FilterLines {
    /// The filters, each a block with its places.
    static func split(_ block: BlockText) -> [BlockText] {
        let bytes = Array(block.text.utf8)
        var filters: [BlockText] = []
        var lines: [Range<Int>] = []
        var margin = 0
        var lexer = CommentLexer()
        func flush() {
            if let filter = filter(bytes, lines, of: block) { filters.append(filter) }
            lines = []
        }
        for line in ranges(of: bytes) {
            let start = bytes[line].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.upperBound
            let indent = start - line.lowerBound
            if start == line.upperBound { continue }
            if !lines.isEmpty, indent <= margin {
                flush()
                lexer = CommentLexer()
            }
            if lines.isEmpty { margin = indent }
            let code = start..<lexer.endOfCode(in: bytes, start..<line.upperBound)
            if !code.isEmpty { lines.append(code) }
        }
        flush()
        return filters
    }

    private static func filter(_ bytes: [UInt8], _ lines: [Range<Int>], of block: BlockText) -> BlockText? {
        if lines.isEmpty { return nil }
        let text = lines.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "\n")
        let span = block.span
        return BlockText(file: span.file, text: text, origins: lines.map { block.position(at: $0.lowerBound) })
    }

    private static func ranges(of bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            ranges.append(start..<index)
            start = index + 1
        }
        ranges.append(start..<bytes.count)
        return ranges
    }
}
