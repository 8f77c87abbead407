/// Splits text into words as the standard analyzer does: by Unicode's word boundaries, in small letters.
///
/// It follows UAX 29 for letters, digits and what may be between them, and takes ideographs one by one; rarer
/// rules (Hebrew quotes, emoji sequences) are omitted.
enum StandardAnalyzer {
    private enum Kind { case letter, digit, joiner, ideograph, other }

    /// A word with its place in the text, in UTF-16 units, and what it is made of.
    struct Word {
        let text: String
        let start: Int
        let end: Int
        let type: String
    }

    /// A longer word is cut into several.
    static let longest = 255

    /// The words in small letters.
    static func tokens(_ text: String) -> [String] {
        if let tokens = plainTokens(text) { return tokens }
        var tokens: [String] = []
        scan(text) { word, _, _ in tokens.append(String(word).lowercased()) }
        return tokens
    }

    /// The words as they are there, with their places.
    static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        scan(text) { word, start, end in
            let kinds = Set(word.map(kind))
            let type = kinds == [.ideograph] ? "<IDEOGRAPHIC>" : kinds.contains(.letter) ? "<ALPHANUM>" : "<NUM>"
            words.append(Word(text: String(word), start: start, end: end, type: type))
        }
        return words
    }

    private static func scan(_ text: String, found: (String.UnicodeScalarView, Int, Int) -> Void) {
        let scalars = Array(text.unicodeScalars)
        var word = String.UnicodeScalarView()
        var (start, place) = (0, 0)
        func finish() {
            if word.contains(where: { kind($0) != .joiner }) { found(word, start, place) }
            word = String.UnicodeScalarView()
        }
        func append(_ scalar: Unicode.Scalar) {
            if place - start >= longest, !word.isEmpty { finish() }
            if word.isEmpty { start = place }
            word.append(scalar)
        }
        for (index, scalar) in scalars.enumerated() {
            switch kind(scalar) {
            case .letter, .digit, .joiner: append(scalar)
            case .ideograph:
                finish()
                found(String.UnicodeScalarView([scalar]), place, place + UTF16.width(scalar))
            case .other:
                let next = index + 1 < scalars.count ? scalars[index + 1] : nil
                if let last = word.last, let next, joins(last, scalar, next) {
                    append(scalar)
                } else {
                    finish()
                }
            }
            place += UTF16.width(scalar)
        }
        finish()
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x5F, 0x203F, 0x2040: return .joiner
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x3096, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            return .ideograph
        default: break
        }
        let properties = scalar.properties
        if properties.generalCategory == .decimalNumber { return .digit }
        if properties.isAlphabetic { return .letter }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format: return .letter
        default: return .other
        }
    }

    /// Whether a mark between two characters keeps them together: `don't`, `b.c`, `1,000`.
    private static func joins(_ left: Unicode.Scalar, _ mark: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        switch (kind(left), kind(right)) {
        case (.letter, .letter): ["'", ".", ":", "\u{B7}", "\u{2019}", "\u{2018}", "\u{2024}"].contains(mark)
        case (.digit, .digit): ["'", ".", ",", ";", "\u{2019}", "\u{2018}", "\u{2024}"].contains(mark)
        default: false
        }
    }
}
