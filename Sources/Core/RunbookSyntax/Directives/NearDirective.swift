import RunbookModel

/// A text that is nearly a directive: its author meant one, and nothing in the document obeys it.
///
/// A comment that starts with the word and a colon is one whatever it says, and without the colon when a key or a verb
/// follows; other remarks about runbooks stay remarks.
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
        /// It begins with a word like `runbook:`, and says nothing that a directive says.
        case remark
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
            let rest = NearDirective.rest(of: content, behind: word.range.upperBound)
            let keys = LooseKeys(rest)
            let isMeant = !keys.pairs.isEmpty || NearDirective.hasKeys(rest) || NearDirective.startsWithVerb(rest)
            // Where nothing is wrong with the word, Markdown does not take the comment for one.
            let isRight = content.starts(with: "runbook:".utf8)
            let hasSign =
                !isRight && word.isSpelled && NearDirective.isFollowedBySign(content, at: word.range.upperBound)
            if isMeant || hasSign {
                self.init(
                    range: content.startIndex..<word.range.upperBound,
                    problem: isRight ? .noComment : isMeant ? .word : .remark, content: NearDirective.text(rest, keys))
                return
            }
        } else if let meant = NearDirective.meantAlone(content, from: start) {
            self.init(range: comment.indices, problem: .noWord, content: meant)
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
            self.init(range: word, problem: .noComment, content: NearDirective.text(rest, LooseKeys(rest)))
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
    private static func word(in text: ArraySlice<UInt8>) -> (range: Range<Int>, isSpelled: Bool)? {
        if let spelled = spelled(text) { return (spelled, !text[spelled].contains { $0 | 0x20 == UInt8(ascii: "s") }) }
        // A letter of another alphabet, or one that nobody sees, is a slip as well.
        let word = text.prefix { isLetter($0) || $0 >= 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        guard (5...14).contains(word.count),
            Suggestion.nearest(to: String(decoding: word, as: UTF8.self).lowercased(), among: ["runbook"]) != nil
        else { return nil }
        return (withColon(word.indices, in: text), word.contains { $0 >= 0x80 })
    }

    /// Whether a colon, or what is written for one, is behind the word and what encloses that.
    private static func isFollowedBySign(_ text: ArraySlice<UInt8>, at end: Int) -> Bool {
        if text[..<end].last == UInt8(ascii: ":") { return true }
        let rest = text[end...].drop { isBlank($0) || "])}'\"*`_".utf8.contains($0) }
        return rest.first.map { ":;=".utf8.contains($0) } ?? false || rest.starts(with: "\u{FF1A}".utf8)
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

    /// Whether a text begins with a key of directives and its value, as only a directive has them.
    private static func hasKeys(_ text: ArraySlice<UInt8>) -> Bool {
        let name = text.prefix(20).prefix { !isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") }
        let isApart = text[name.endIndex...].first == 0x20
        let behind = text[name.endIndex...].drop { $0 == 0x20 }
        guard let sign = behind.first, let value = behind.dropFirst().drop(while: { $0 == 0x20 }).first else {
            return false
        }
        let key = String(decoding: name, as: UTF8.self).lowercased()
        // `for: the team` is a sentence, and `if:` with its value behind it is not.
        if sign == UInt8(ascii: ":") {
            return !isApart && !isBlank(behind.dropFirst().first ?? 0x20) && StepKeys.inheritedNames.contains(key)
        }
        guard sign == UInt8(ascii: "="), value != UInt8(ascii: "=") else { return false }
        return StepKeys.names.contains(key)
            || key.utf8.count > 2 && Suggestion.nearest(to: key, among: StepKeys.names) != nil
    }

    /// Whether a text begins with a verb, or with nearly one and nothing but keys behind it.
    private static func startsWithVerb(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.prefix(20).prefix(while: isLetter)
        let verbs = Directive.Verb.allCases.map(\.rawValue)
        let verb = String(decoding: word, as: UTF8.self).lowercased()
        if verbs.contains(verb) { return true }
        let rest = text[word.endIndex...]
        return (!rest.contains(where: isLetter) || LooseKeys(rest).isWhole)
            && Suggestion.nearest(to: verb, among: verbs) != nil
    }

    /// What a comment without the word means that is a verb or keys with their values, and nothing else.
    private static func meantAlone(_ content: ArraySlice<UInt8>, from text: ArraySlice<UInt8>) -> String? {
        guard text.count < 1000 else { return nil }
        let keys = LooseKeys(text)
        if keys.isWhole, keys.isCertain { return keys.pairs.joined(separator: " ") }
        // `/input` is the end of what another tool marks.
        guard content.first.map(isLetter) == true else { return nil }
        let words = text.split { !isLetter($0) && $0 != UInt8(ascii: "_") && !(0x30...0x39).contains($0) }
        guard let first = words.first,
            let verb = Directive.Verb(rawValue: String(decoding: first.prefix(20), as: UTF8.self).lowercased())
        else { return nil }
        let behind = LooseKeys(text[first.endIndex...])
        if behind.isWhole { return ([verb.rawValue] + behind.pairs).joined(separator: " ") }
        switch words.count {
        case 1: return verb.rawValue
        case 2 where verb == .input && text.split(whereSeparator: isBlank).count == 2:
            return "input \(String(decoding: words[1], as: UTF8.self))"
        default: return nil
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>, _ keys: LooseKeys) -> String {
        if keys.isWhole { return text(Array(keys.pairs.joined(separator: " ").utf8)[...]) }
        return text(bytes)
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
