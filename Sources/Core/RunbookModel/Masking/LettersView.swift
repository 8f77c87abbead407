/// The letters and digits of a text alone, in which a secret is found whatever was put between its characters.
///
/// Each language has its own sign for "this character as it is": `$$` of Makefiles, a backtick of PowerShell, a caret of
/// cmd. Others break a text by a tab, write each letter as an element of a list, or strike a letter over another one. In
/// all of them the letters stay in order, so no list of languages is needed.
enum LettersView {
    /// Fewer letters are in any text by chance.
    private static let shortest = 8
    /// Letters of one kind alone may be words of a language.
    private static let shortestOfOneKind = 16

    /// The letters and digits of a text.
    static func letters(of text: [UInt8]) -> [UInt8] { read(text, tellsOrigins: false).letters }

    /// Where each byte of the letters of a text comes from.
    static func origins(in text: [UInt8]) -> [Range<Int>] { read(text, tellsOrigins: true).origins }

    private static func read(_ text: [UInt8], tellsOrigins: Bool) -> (letters: [UInt8], origins: [Range<Int>]) {
        var letters: [UInt8] = []
        var origins: [Range<Int>] = []
        // How many signs are behind the last letter: a backspace takes them away first.
        var signs = 0
        letters.reserveCapacity(text.count)
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                let (length, letter) = character(in: text, at: index)
                let place = index..<index + length
                index += length
                switch letter {
                case .one(let byte):
                    letters.append(byte)
                    if tellsOrigins { origins.append(place) }
                    signs = 0
                case .same:
                    letters += text[place]
                    if tellsOrigins { origins += place.map { $0..<$0 + 1 } }
                    signs = 0
                case .none: signs += 1
                case .back where signs > 0: signs -= 1
                case .back:
                    while let last = letters.popLast() {
                        if tellsOrigins { origins.removeLast() }
                        if last & 0xC0 != 0x80 { break }
                    }
                }
            }
        }
        return (letters, origins)
    }

    /// Whether letters say enough to be looked for.
    static func areTelling(_ letters: [UInt8]) -> Bool {
        if letters.count >= shortestOfOneKind { return true }
        let hasLower = letters.contains { (0x61...0x7A).contains($0) }
        let hasUpper = letters.contains { (0x41...0x5A).contains($0) }
        let hasDigit = letters.contains { (0x30...0x39).contains($0) }
        return letters.count >= shortest && (hasLower || hasUpper) && (hasDigit || hasLower && hasUpper)
    }

    // MARK: Characters

    /// What stays of a character.
    private enum Letter {
        case one(UInt8)
        /// Its own bytes.
        case same
        case none
        /// A backspace, which takes the letter before it away.
        case back
    }

    private static func character(
        in text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (length: Int, letter: Letter) {
        let byte = text[index]
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return (1, .one(byte))
        case 0x08: return (1, .back)
        case 0x00..<0x80: return (1, .none)
        default: break
        }
        guard index + 1 < text.count else { return (1, .same) }
        // Signs of Latin-1, and marks that are put over or under a letter.
        if byte == 0xC2 || byte == 0xCC || byte == 0xCD && text[index + 1] < 0xB0 { return (2, .none) }
        guard index + 2 < text.count else { return (1, .same) }
        // Blanks, dashes, bullets and other signs, and those of Chinese and Japanese texts.
        if byte == 0xE2 || byte == 0xE3 && text[index + 1] == 0x80 { return (3, .none) }
        // Letters as wide as those of Chinese: U+FF01 to U+FF5E are those of ASCII.
        if byte == 0xEF, text[index + 1] == 0xBC || text[index + 1] == 0xBD {
            let wide = Int(text[index + 1] & 0x03) << 6 | Int(text[index + 2] & 0x3F)
            let sign = UInt8(truncatingIfNeeded: wide + 0x20)
            switch sign {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return (3, .one(sign))
            case 0x21..<0x7F: return (3, .none)
            default: return (3, .same)
            }
        }
        return (1, .same)
    }
}
