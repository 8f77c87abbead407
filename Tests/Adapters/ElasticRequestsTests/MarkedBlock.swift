import RunbookModel

/// A block whose text has the marks `1️⃣` and `2️⃣` where a diagnostic must begin and end.
struct MarkedBlock {
    let block: BlockText
    let marked: Range<Int>?

    init(_ text: String) {
        var plain = ""
        var marks: [Int] = []
        for character in text {
            if character == "1️⃣" || character == "2️⃣" { marks.append(plain.utf8.count) } else { plain.append(character) }
        }
        block = BlockText(plain)
        marked = marks.count == 2 ? marks[0]..<marks[1] : nil
    }
}

extension BlockText {
    /// A block that is the whole of a file.
    init(_ text: String) {
        let source = SourceText(file: "test.md", text: text)
        self.init(file: "test.md", text: text, origins: source.lineStarts.map { source.position(at: $0) })
    }
}

extension SourceSpan {
    /// The offsets.
    var range: Range<Int> { start.offset..<end.offset }
}
