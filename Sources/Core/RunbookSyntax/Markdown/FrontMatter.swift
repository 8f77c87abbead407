import RunbookModel
import YAML

/// The block before a document that belongs to site generators: `---` or `+++`, lines, and the same again.
///
/// Markdown knows no such thing and would take it for a heading, so it is blanked before; every line keeps its place.
struct FrontMatter {
    /// The value of the key `title`, when there is one.
    let title: String?
    /// The offsets of the whole block.
    let range: Range<Int>
    /// Whether its content is certainly that of a front matter, and not what is between two rules.
    let isSound: Bool

    /// The front matter of a text; nil when there is none.
    init?(of source: SourceText) {
        let mark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = source.line(1).drop { $0 == "\u{FEFF}" }
        let fence = String(first.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        guard fence == "---" || fence == "+++", source.lineCount > 1 else { return nil }
        guard let last = (2...source.lineCount).first(where: { FrontMatter.isEnd(source.line($0), of: fence) })
        else { return nil }
        let content = source.range(ofLine: 2).lowerBound..<source.range(ofLine: last).lowerBound
        let text = source.bytes[content]
        let node = fence == "---" ? try? YAMLNode(bytes: text) : nil
        // Two thematic breaks with prose between them are not one.
        guard fence == "+++" || text.isEmpty || node?.mapping != nil || FrontMatter.beginsWithKey(text) else {
            return nil
        }
        isSound = node?.mapping != nil
        title = node?["title"]?.scalar?.text
        range = mark..<source.range(ofLine: last).upperBound
    }

    /// The bytes of a text with its front matter, if it has one, as blanks.
    static func blanked(_ source: SourceText, _ frontMatter: FrontMatter?) -> [UInt8] {
        guard let frontMatter else { return source.bytes }
        var bytes = source.bytes
        for index in frontMatter.range where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
        return bytes
    }

    private static func isEnd(_ line: String, of fence: String) -> Bool {
        let text = line.reversed().drop { $0 == " " || $0 == "\t" }
        return text.elementsEqual(fence.reversed()) || (fence == "---" && text.elementsEqual("..."))
    }

    /// Whether a text that the reader of YAML refuses looks like front matter all the same.
    private static func beginsWithKey(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex else { return false }
        return bytes[..<colon].allSatisfy { byte in
            ValueName.isNameByte(byte) || byte == UInt8(ascii: "-") || (0x41...0x5A).contains(byte)
        }
    }
}
