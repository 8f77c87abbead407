import RunbookModel

/// A text whose marks (`1️⃣`, `2️⃣`, ...) are taken out and say where a span begins or ends.
struct MarkedText {
    let source: SourceText
    /// The offset in bytes of each mark.
    let marks: [Character: Int]

    init(_ marked: String, file: String = "book.md") {
        var text = ""
        var marks: [Character: Int] = [:]
        for character in marked {
            if character.unicodeScalars.last == "\u{20E3}" {
                marks[character] = text.utf8.count
            } else {
                text.append(character)
            }
        }
        source = SourceText(file: file, text: text)
        self.marks = marks
    }

    /// The span between two marks.
    func span(_ first: Character, _ last: Character) -> SourceSpan? {
        guard let start = marks[first], let end = marks[last] else { return nil }
        return source.span(start..<end)
    }
}
