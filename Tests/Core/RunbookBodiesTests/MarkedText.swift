import RunbookModel

/// A text whose marks (`1️⃣`, `2️⃣`, ...) are taken out and say where a span begins or ends.
struct MarkedText {
    let text: String
    /// The offset in bytes of each mark.
    let marks: [Character: Int]

    init(_ marked: String) {
        var text = ""
        var marks: [Character: Int] = [:]
        for character in marked {
            if character.unicodeScalars.last == "\u{20E3}" {
                marks[character] = text.utf8.count
            } else {
                text.append(character)
            }
        }
        self.text = text
        self.marks = marks
    }

    /// A block that holds the whole text, as if each line were indented by three blanks in the file.
    var block: BlockText {
        var origins: [SourcePosition] = []
        var offset = 100
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            origins.append(SourcePosition(offset: offset, line: 10 + index, column: 4))
            offset += line.utf8.count + 4
        }
        return BlockText(file: "book.md", text: text, origins: origins)
    }

    /// The span in the file between two marks.
    func span(_ first: Character, _ last: Character) -> SourceSpan? {
        guard let start = marks[first], let end = marks[last] else { return nil }
        return block.span(start..<end)
    }
}
