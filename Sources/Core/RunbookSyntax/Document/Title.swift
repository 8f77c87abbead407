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
        let plain = ownText(of: text)
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

    /// The text without the box of a task, and without the lines of a note before it.
    private static func ownText(of text: MarkdownInlines) -> String {
        if text.box != nil { return String(decoding: text.plain.utf8.dropFirst(3), as: UTF8.self) }
        if text.isComponent { return "" }
        var rest = text.plain.utf8[...]
        for end in text.breaks {
            // Only a whole sentence is a note; what continues on the next line belongs to it.
            let line = text.plain.utf8.prefix(end).suffix(from: rest.startIndex)
            let isSentence = line.last.map { ".!?:".utf8.contains($0) } ?? false
            guard isSentence, isLabel(String(decoding: line, as: UTF8.self)) else { break }
            rest = text.plain.utf8.dropFirst(end + 1)
        }
        let own = String(decoding: rest, as: UTF8.self)
        return isLabel(own) ? "" : own
    }

    /// The title of a block that has no sentence of its own: the comment in its first line, or its request line.
    ///
    /// Nil where that is something else, such as a command with many options.
    static func template(of block: BlockText) -> Template? {
        var start = 0
        for line in block.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let bytes = Array(line)
            guard let first = bytes.firstIndex(where: { !isBlank($0) && $0 != 0x0D }),
                !bytes[first...].starts(with: "#!".utf8)
            else { continue }
            let mark = bytes[first...].prefix { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") }
            let isComment = mark.first == UInt8(ascii: "#") || mark.count > 1
            guard isComment || RequestLine.begins(String(decoding: bytes[first...], as: UTF8.self)) else { return nil }
            let text = start + (isComment ? mark.endIndex : first)..<start + bytes.count
            let template = TextBody.parse(block, in: text, malformed: .literal).template.trimmed
            if template.literal?.isEmpty != true { return template }
        }
        return nil
    }

    /// Words that say of what kind the next block is, or how to read the text, and not what is done.
    private static let labels: Set<String> = [
        "example", "examples", "example request", "example requests", "example response", "request", "response",
        "sample request", "sample response", "output", "example output", "command", "note", "tip", "warning",
        "important", "for example", "for instance", "as an example",
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

    /// The text without links that Markdown takes for text, because their address has blanks: `[text](/a page.md)`; of
    /// images, `![text](a page.png)`, nothing is left.
    static func withoutLinks(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            // `a[0](x y)` is not a link.
            if bytes[index] == UInt8(ascii: "["), !(result.last.map(isWord) ?? false),
                let link = link(in: bytes, at: index)
            {
                if result.last == UInt8(ascii: "!") {
                    result.removeLast()
                } else {
                    result += bytes[link.text]
                }
                index = link.end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The link that begins at an offset, if its address is a path or has blanks; nil when there is none.
    private static func link(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, end: Int)? {
        let limit = min(bytes.count, start + 1000)
        guard let close = bytes[start..<limit].firstIndex(of: UInt8(ascii: "]")), close > start + 1, close + 2 < limit,
            bytes[close + 1] == UInt8(ascii: "("), let end = bytes[close..<limit].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let address = bytes[(close + 2)..<end]
        guard let first = address.first, "/.".utf8.contains(first) || address.contains(0x20) else { return nil }
        return (start + 1..<close, end + 1)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Whether a sentence can end before a text: `e.g. this` continues.
    private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let blank = rest.first else { return true }
        guard isBlank(blank), let next = rest.first(where: { !isBlank($0) }) else { return false }
        return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
    }
}
