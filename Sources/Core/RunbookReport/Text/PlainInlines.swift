/// One line of Markdown without its inline markup: emphasis, links, images, comments, escapes.
///
/// What opens nothing, or is not closed, is text. The blanks of code are no-break spaces. The time is linear in the
/// line's length.
struct PlainInlines {
    private let characters: [Character]
    private var position = 0
    /// Marks that nothing closes behind some place, so that nobody looks for it twice.
    private var unclosed: Set<String> = []
    private var depth = 0
    /// Where a character was found last, and from where it was looked for.
    private var found: [Character: (from: Int, at: Int)] = [:]

    /// The longest text of a link, and the longest address.
    private static let longestLink = 1000
    /// How deep emphasis is looked for in emphasis.
    private static let deepest = 16

    init(_ text: some StringProtocol) { characters = Array(text) }

    /// The text.
    mutating func text() -> String { text(to: characters.count) }

    private mutating func text(to end: Int) -> String {
        var result = ""
        while position < end {
            let character = characters[position]
            switch character {
            case "\\" where isPunctuation(at: position + 1, end: end):
                result.append(characters[position + 1])
                position += 2
            case "`": result += code(to: end)
            case "*", "_": result += emphasis(to: end)
            case "!" where position + 1 < end && characters[position + 1] == "[":
                result += link(from: position + 1, to: end, isImage: true) ?? taken("!")
            case "[": result += link(from: position, to: end, isImage: false) ?? taken("[")
            case "<": result += angle(to: end) ?? taken("<")
            default:
                result.append(character)
                position += 1
            }
        }
        return result
    }

    private mutating func taken(_ mark: String) -> String {
        position += mark.count
        return mark
    }

    private func isPunctuation(at index: Int, end: Int) -> Bool {
        guard index < end, let byte = characters[index].asciiValue else { return false }
        return (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    /// How often the character at an index is repeated from there.
    private func run(at index: Int, end: Int) -> Int {
        var next = index
        while next < end, characters[next] == characters[index] { next += 1 }
        return next - index
    }

    /// A code span, in single backticks where it holds none itself.
    private mutating func code(to end: Int) -> String {
        let length = run(at: position, end: end)
        let marks = String(repeating: "`", count: length)
        guard let close = closing("`", length, after: position + length, end: end) else {
            return taken(marks)
        }
        var content = String(characters[(position + length)..<close])
        if content.hasPrefix(" "), content.hasSuffix(" "), content.contains(where: { $0 != " " }) {
            content = String(content.dropFirst().dropLast())
        }
        position = close + length
        content = content.replacing(" ", with: "\u{A0}")
        return content.contains("`") ? content : "`\(content)`"
    }

    /// The text between marks of emphasis; the marks themselves where they are not marks.
    private mutating func emphasis(to end: Int) -> String {
        let mark = characters[position]
        let length = run(at: position, end: end)
        let inner = position + length
        let marks = String(repeating: mark, count: length)
        guard depth < Self.deepest, length <= 3, inner < end, !characters[inner].isWhitespace,
            mark == "*" || !isWord(position - 1),
            let close = closing(mark, length, after: inner, end: end)
        else { return taken(marks) }
        position = inner
        depth += 1
        let content = text(to: close)
        depth -= 1
        position = close + length
        return content
    }

    private func isWord(_ index: Int) -> Bool {
        characters.indices.contains(index) && (characters[index].isLetter || characters[index].isNumber)
    }

    /// Whether marks at an index can end what others began: any of code, of emphasis those behind a word.
    private func closes(at index: Int, _ length: Int, end: Int) -> Bool {
        switch characters[index] {
        case "`": true
        case "_": !characters[index - 1].isWhitespace && (index + length >= end || !isWord(index + length))
        default: !characters[index - 1].isWhitespace
        }
    }

    /// Where a run of exactly `length` marks is that closes one before it.
    private mutating func closing(_ mark: Character, _ length: Int, after start: Int, end: Int) -> Int? {
        let key = "\(mark)\(length) \(end)"
        if unclosed.contains(key) { return nil }
        var index = start
        while index < end {
            if characters[index] == mark {
                let count = run(at: index, end: end)
                if count == length, index > start, closes(at: index, length, end: end) { return index }
                index += count
            } else {
                index += characters[index] == "\\" && mark != "`" ? 2 : 1
            }
        }
        unclosed.insert(key)
        return nil
    }

    /// The place of a character behind another place, not too far from it.
    private mutating func next(_ character: Character, after start: Int, end: Int) -> Int? {
        let known = found[character]
        var index = start + 1
        if let known, known.from <= index, index <= known.at {
            index = known.at
        } else {
            while index < characters.count, characters[index] != character { index += 1 }
            found[character] = (start + 1, index)
        }
        return index < end && index - start <= Self.longestLink ? index : nil
    }

    /// The text of a link, with its address where that is one to open; of an image its description.
    private mutating func link(from open: Int, to end: Int, isImage: Bool) -> String? {
        guard let close = next("]", after: open, end: end), close + 1 < end, characters[close + 1] == "(",
            let finish = next(")", after: close + 1, end: end)
        else { return nil }
        let destination = String(characters[(close + 2)..<finish]).split(separator: " ").first.map(String.init) ?? ""
        position = open + 1
        let content = text(to: close)
        position = finish + 1
        let isAddress = ["https://", "http://", "mailto:"].contains(where: destination.hasPrefix)
        return isImage || !isAddress || content == destination ? content : "\(content) (\(destination))"
    }

    /// An address in angle brackets, or a comment, which nobody sees.
    private mutating func angle(to end: Int) -> String? {
        let last = min(end, position + Self.longestLink)
        let rest = characters[position..<last]
        if rest.starts(with: "<!--") {
            guard let close = rest.indices.first(where: { characters[$0..<last].starts(with: "-->") }) else {
                return nil
            }
            position = close + 3
            return ""
        }
        guard let close = rest.firstIndex(of: ">") else { return nil }
        let address = String(characters[(position + 1)..<close])
        guard ["https://", "http://", "mailto:"].contains(where: address.hasPrefix) else { return nil }
        position = close + 1
        return address
    }
}
