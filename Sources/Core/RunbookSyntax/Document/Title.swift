import RunbookBodies
import RunbookModel

/// The title that a paragraph gives to the steps behind it: its first sentence, without markup.
enum Title {
    private static let longest = 400

    /// The title of a text.
    ///
    /// - Parameters:
    ///   - holes: The holes of the text in its source; those of the title get their places.
    ///   - span: Where the text is.
    static func template(of text: MarkdownInlines, holes: [Hole], at span: SourceSpan) -> Template {
        let plain = text.box == nil ? text.plain : String(text.plain.dropFirst(3))
        let sentence = firstSentence(of: withoutAttributes(withoutLinks(plain).trimmed))
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

    /// Words that say of what kind the next block is, or how to read the text, and not what is done.
    private static let labels: Set<String> = [
        "example", "examples", "example request", "example requests", "example response", "request", "response",
        "sample request", "sample response", "output", "example output", "command", "note", "tip", "warning",
        "important",
        "caution", "attention", "danger", "info", "hint", "see also", "prerequisite", "prerequisites", "signature",
        "syntax", "usage", "description", "parameters", "query parameters", "path parameters", "request body",
        "response body", "path and http methods", "code", "code example", "sample code",
    ]

    /// Whether a text leads to nothing: a template's tag, a note of a site generator, `Example request`, `Warning:
    /// ...`.
    static func isLabel(_ text: String) -> Bool {
        let text = text.trimmed
        if ["{%", "{{", "{:", ":::", "!!!", "???", "===", "[!", "|"].contains(where: text.hasPrefix) { return true }
        let lead = text.prefix { $0 != ":" }
        guard lead.utf8.count < 30 else { return false }
        let words = lead.lowercased().filter { $0.isASCII && ($0.isLetter || $0 == " ") }.trimmed
        return labels.contains(words)
    }

    /// The text up to the end of its first sentence, at most 400 characters, without the mark at its end.
    static func firstSentence(of text: String) -> String {
        let bytes = Array(text.utf8)
        var end = bytes.indices.first { isMark(bytes[$0]) && isEnd(bytes[($0 + 1)...]) }.map { $0 + 1 } ?? bytes.count
        while end > 0,
            bytes[end - 1] == UInt8(ascii: ":") || bytes[end - 1] == UInt8(ascii: ".") || isBlank(bytes[end - 1])
        {
            end -= 1
        }
        let sentence = String(decoding: bytes[..<end], as: UTF8.self)
        guard end > longest, sentence.count > longest else { return sentence }
        return String(sentence.prefix(longest - 1)) + "…"
    }

    /// The text without the attributes that some site generators put behind it: `{#install .task}`, `{: .note }`.
    static func withoutAttributes(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.last == UInt8(ascii: "}"), let start = bytes.lastIndex(of: UInt8(ascii: "{")),
            start + 1 < bytes.count, "#.:".utf8.contains(bytes[start + 1]), start > 0
        else { return text }
        return String(decoding: bytes[..<start], as: UTF8.self).trimmed
    }

    /// The text without links that Markdown takes for text, because their address has blanks: `[text](/a page.md)`.
    static func withoutLinks(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "["), let link = link(in: bytes, at: index) {
                result += bytes[link.text]
                index = link.end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The link that begins at an offset, if its address is a path; nil when there is none.
    private static func link(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, end: Int)? {
        let limit = min(bytes.count, start + 1000)
        guard let close = bytes[start..<limit].firstIndex(of: UInt8(ascii: "]")), close > start + 1, close + 2 < limit,
            bytes[close + 1] == UInt8(ascii: "("), [UInt8(ascii: "/"), UInt8(ascii: ".")].contains(bytes[close + 2]),
            let end = bytes[close..<limit].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return (start + 1..<close, end + 1)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether a sentence can end before a text: `e.g. this` continues.
    private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let blank = rest.first else { return true }
        guard isBlank(blank), let next = rest.first(where: { !isBlank($0) }) else { return false }
        return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
    }
}
