import RunbookBodies
import RunbookModel

/// The title that a paragraph gives to the steps behind it: its first sentence, without markup.
enum Title {
    private static let longest = 120

    /// The title of a text.
    ///
    /// - Parameters:
    ///   - holes: The holes of the text in its source; those of the title get their places.
    ///   - span: Where the text stands.
    static func template(of text: MarkdownInlines, holes: [Hole], at span: SourceSpan) -> Template {
        let plain = text.box == nil ? text.plain : String(text.plain.dropFirst(3))
        let sentence = firstSentence(of: plain.trimmed)
        let parsed = TextBody.parse(BlockText(inline: sentence, at: span), malformed: .literal).template
        var rest = holes[...]
        return Template(
            parsed.segments.map { segment in
                guard case .hole(let hole) = segment else { return segment }
                let place = rest.firstIndex { $0.reference == hole.reference }
                let source = place.map { rest[$0].span } ?? span
                if let place { rest = rest[(place + 1)...] }
                return .hole(Hole(reference: hole.reference, context: .text, span: source))
            })
    }

    /// The text up to the end of its first sentence, at most 120 characters, without the mark at its end.
    static func firstSentence(of text: String) -> String {
        var sentence = text[...]
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if ".?!".contains(text[index]), isEnd(text[next...]) {
                sentence = text[..<next]
                break
            }
            index = next
        }
        while let last = sentence.last, last == ":" || last == "." || last.isWhitespace { sentence.removeLast() }
        guard sentence.count > longest else { return String(sentence) }
        return String(sentence.prefix(longest - 1)) + "…"
    }

    /// Whether a sentence can end before a text: `e.g. this` goes on.
    private static func isEnd(_ rest: Substring) -> Bool {
        guard let blank = rest.first else { return true }
        guard blank.isWhitespace, let next = rest.first(where: { !$0.isWhitespace }) else { return false }
        return !next.isLowercase
    }
}
