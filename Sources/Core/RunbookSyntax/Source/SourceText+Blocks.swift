import RunbookModel

extension SourceText {
    /// A block of a stretch of one line, given as a range of offsets.
    func block(_ range: Range<Int>) -> BlockText {
        BlockText(
            file: file, text: String(decoding: bytes[range], as: UTF8.self), origins: [position(at: range.lowerBound)])
    }

    /// A block of stretches of lines, given as ranges of offsets.
    func block(_ lines: [Range<Int>]) -> BlockText {
        var text: [UInt8] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append(0x0A) }
            text.append(contentsOf: bytes[line])
        }
        let origins = lines.map { position(at: $0.lowerBound) }
        return BlockText(file: file, text: String(decoding: text, as: UTF8.self), origins: origins)
    }

    /// A block of a text that was taken from the lines from `line` on, with less indentation.
    ///
    /// Each line of the text is found at the end of its line of the file, which holds for every kind of indentation,
    /// tabs that were expanded included.
    func block(_ text: String, fromLine line: Int) -> BlockText {
        var origins: [SourcePosition] = []
        var number = line
        var length = 0
        func end() {
            let range = range(ofLine: min(number, lineCount))
            let end = position(at: range.upperBound)
            let lineNumber = range.isEmpty ? number : end.line
            origins.append(
                SourcePosition(offset: end.offset - length, line: lineNumber, column: end.column - length))
            number += 1
            length = 0
        }
        for byte in text.utf8 {
            if byte == 0x0A { end() } else { length += 1 }
        }
        end()
        return BlockText(file: file, text: text, origins: origins)
    }

    /// Whether a stretch has nothing but blanks and line ends.
    func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    /// The place of a column of a line.
    func position(line: Int, column: Int) -> SourcePosition {
        let range = range(ofLine: line)
        return position(at: min(range.lowerBound + max(0, column - 1), range.upperBound))
    }

    /// The span from a place to the end of its line, blanks at the end left out.
    func spanOfLine(_ line: Int, fromColumn column: Int) -> SourceSpan {
        let range = range(ofLine: line)
        let start = min(range.lowerBound + max(0, column - 1), range.upperBound)
        var end = range.upperBound
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return span(start..<end)
    }
}

extension SourceText {
    /// Where a line's text begins after at most `margin` columns of blanks.
    func indented(_ line: Range<Int>, by margin: Int) -> Int {
        var index = line.lowerBound
        var column = 0
        while index < line.upperBound, column < margin {
            switch bytes[index] {
            case 0x20: column += 1
            case 0x09: column += 4 - column % 4
            default: return index
            }
            index += 1
        }
        return index
    }

    /// Where a line's text begins after blanks and at most `quotes` marks of quotations.
    func text(in line: Range<Int>, quotes: Int) -> Int {
        var index = line.lowerBound
        var marks = 0
        while index < line.upperBound {
            if bytes[index] == UInt8(ascii: ">"), marks < quotes {
                marks += 1
            } else if bytes[index] != 0x20, bytes[index] != 0x09 {
                break
            }
            index += 1
        }
        return index
    }

    /// The column, from 1, that a reader sees a byte in: tabs reach to the next multiple of four, as CommonMark has it.
    ///
    /// - Parameter column: The byte's column, from 1.
    func visualColumn(line: Int, column: Int) -> Int {
        let range = range(ofLine: line)
        return bytes[range].prefix(max(0, column - 1)).reduce(1) { seen, byte in
            byte == 0x09 ? seen + 4 - (seen - 1) % 4 : byte & 0xC0 == 0x80 ? seen : seen + 1
        }
    }
}
