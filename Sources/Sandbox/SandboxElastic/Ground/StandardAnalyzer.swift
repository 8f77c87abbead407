/// Splits text into words as the standard analyzer does: by Unicode's word boundaries, in small letters.
///
/// It follows UAX 29 for letters, digits and what may stand between them, and takes ideographs one by one; rarer
/// rules (Hebrew quotes, emoji sequences) are left out.
enum StandardAnalyzer {
    private enum Kind { case letter, digit, joiner, ideograph, other }

    static func tokens(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [String] = []
        var word = String.UnicodeScalarView()
        func finish() {
            if word.contains(where: { kind($0) != .joiner }) { tokens.append(String(word).lowercased()) }
            word = String.UnicodeScalarView()
        }
        for (index, scalar) in scalars.enumerated() {
            switch kind(scalar) {
            case .letter, .digit, .joiner: word.append(scalar)
            case .ideograph:
                finish()
                tokens.append(String(scalar))
            case .other:
                let next = index + 1 < scalars.count ? scalars[index + 1] : nil
                if let last = word.last, let next, joins(last, scalar, next) {
                    word.append(scalar)
                } else {
                    finish()
                }
            }
        }
        finish()
        return tokens
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
