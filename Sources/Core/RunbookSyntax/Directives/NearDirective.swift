import RunbookModel

/// A text that is nearly a directive: its author meant one, and nothing in the document obeys it.
///
/// Only what has keys or a verb of directives is one, so that remarks about runbooks stay remarks.
struct NearDirective: Equatable {
    /// The text that is wrong, as offsets.
    let range: Range<Int>
    /// What is wrong.
    let problem: Problem
    /// What it says, without the word that begins it.
    let content: String

    /// The directive that was meant.
    var meant: String { "<!-- runbook: \(VisibleText.visible(String(content.prefix(80)))) -->" }

    /// Why it is not a directive.
    enum Problem: Equatable {
        /// It does not begin with `runbook:`.
        case word
        /// The word is missing.
        case noWord
        /// It is not in a comment.
        case noComment
    }

    /// Looks at a comment that is not a directive.
    ///
    /// - Parameter comment: The comment, `<!--` and `-->` included; its indices are offsets.
    init?(comment: ArraySlice<UInt8>) {
        let content = comment.dropFirst(4).dropLast(3).drop(while: NearDirective.isBlank)
        let start = content.drop { !NearDirective.isLetter($0) }
        if let word = NearDirective.word(in: start) {
            let rest = NearDirective.rest(of: content, behind: word.upperBound)
            if NearDirective.hasKeys(rest) || NearDirective.isVerb(rest) {
                // Where nothing is wrong with the word, Markdown does not take the comment for one.
                let isRight = content.starts(with: "runbook:".utf8)
                self.init(
                    range: content.startIndex..<word.upperBound, problem: isRight ? .noComment : .word,
                    content: NearDirective.text(rest))
                return
            }
        } else if NearDirective.isKeysAlone(start) {
            self.init(range: comment.indices, problem: .noWord, content: NearDirective.text(start))
            return
        }
        // A remark of several lines may be what was taken out of the document.
        if content.contains(0x0A) { return nil }
        self.init(text: content)
    }

    /// Looks for one in a text that is not a comment: `runbook: if=method:nodes`.
    init?(text: ArraySlice<UInt8>) {
        var index = text.startIndex
        while let start = text[index...].firstIndex(where: { $0 | 0x20 == UInt8(ascii: "r") }) {
            index = start + 1
            if start > text.startIndex, NearDirective.isLetter(text[start - 1]) { continue }
            guard let word = NearDirective.spelled(text[start...]) else { continue }
            let line = text[word.upperBound...].prefix(200).prefix { $0 != 0x0A }
            let rest = NearDirective.rest(of: line, behind: word.upperBound)
            guard NearDirective.hasKeys(rest) else { continue }
            self.init(range: word, problem: .noComment, content: NearDirective.text(rest))
            return
        }
        return nil
    }

    private init(range: Range<Int>, problem: Problem, content: String) {
        self.range = range
        self.problem = problem
        self.content = content
    }

    // MARK: The word

    /// The word that a comment begins with, when it is nearly `runbook`; a `:` behind it included.
    private static func word(in text: ArraySlice<UInt8>) -> Range<Int>? {
        if let spelled = spelled(text) { return spelled }
        let word = text.prefix { isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        guard (5...12).contains(word.count),
            Suggestion.nearest(to: String(decoding: word, as: UTF8.self).lowercased(), among: ["runbook"]) != nil
        else { return nil }
        return withColon(word.indices, in: text)
    }

    /// `runbook` in any case, also in two words, that begins a text.
    private static func spelled(_ text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        for (place, letter) in "runbook".utf8.enumerated() {
            if place == 3, let byte = rest.first, [0x20, UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte) {
                rest = rest.dropFirst()
            }
            guard let byte = rest.first, byte | 0x20 == letter else { return nil }
            rest = rest.dropFirst()
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "s") { rest = rest.dropFirst() }
        if let byte = rest.first, isLetter(byte) || (0x30...0x39).contains(byte) { return nil }
        return withColon(text.startIndex..<rest.startIndex, in: text)
    }

    private static func withColon(_ word: Range<Int>, in text: ArraySlice<UInt8>) -> Range<Int> {
        let isFollowed = word.upperBound < text.endIndex && text[word.upperBound] == UInt8(ascii: ":")
        return word.lowerBound..<word.upperBound + (isFollowed ? 1 : 0)
    }

    /// What is behind the word and the signs after it.
    private static func rest(of text: ArraySlice<UInt8>, behind end: Int) -> ArraySlice<UInt8> {
        text[end...].drop { !isLetter($0) }
    }

    // MARK: What it says

    /// Whether a text begins with a key of directives and its value.
    private static func hasKeys(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix { !isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
        guard let sign = text[name.endIndex...].first, let value = text[name.endIndex...].dropFirst().first,
            !isBlank(value)
        else { return false }
        let key = String(decoding: name.prefix(20), as: UTF8.self).lowercased()
        // `for: the team` is a sentence, and `if:` with its value behind it is not.
        if sign == UInt8(ascii: ":") { return StepKeys.inheritedNames.contains(key) }
        guard sign == UInt8(ascii: "=") else { return false }
        return StepKeys.names.contains(key)
            || key.utf8.count > 2 && Suggestion.nearest(to: key, among: StepKeys.names) != nil
    }

    /// Whether a text is a verb, and nothing but keys behind it.
    private static func isVerb(_ text: ArraySlice<UInt8>) -> Bool {
        let verb = text.prefix { !isBlank($0) }
        guard Directive.Verb(rawValue: String(decoding: verb.prefix(20), as: UTF8.self).lowercased()) != nil else {
            return false
        }
        let rest = text[verb.endIndex...].drop(while: isBlank)
        return !rest.contains(where: isLetter) || hasKeys(rest)
    }

    /// Whether a text is keys with their values, and nothing else.
    private static func isKeysAlone(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count < 1000, text.contains(UInt8(ascii: "=")), !text.contains(0x0A) else { return false }
        let block = BlockText(
            file: "", text: String(decoding: text, as: UTF8.self),
            origins: [SourcePosition(offset: 0, line: 1, column: 1)])
        var scanner = KeyScanner(block)
        let words = scanner.words()
        return !words.isEmpty && scanner.diagnostics.isEmpty
            && words.allSatisfy { word in
                word.value?.value.isEmpty == false
                    && (StepKeys.inheritedNames + ["id", "confirm"]).contains(word.name.value)
            }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var words = bytes.split(whereSeparator: isBlank).map { String(decoding: $0, as: UTF8.self) }
        // What closed the comment, or what the author took for that.
        while let last = words.last, last.utf8.allSatisfy({ "-%>)}]!".utf8.contains($0) }) { words.removeLast() }
        guard let last = words.popLast() else { return "" }
        let isClosed = [("(", ")"), ("[", "]"), ("{", "}")].contains { open, close in
            last.hasSuffix(close) && !last.utf8.contains(open.utf8.first ?? 0)
        }
        return (words + [isClosed ? String(last.dropLast()) : last]).joined(separator: " ")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
