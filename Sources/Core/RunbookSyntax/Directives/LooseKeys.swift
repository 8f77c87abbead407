import RunbookModel

/// Keys of directives as written by people who half remember the form: `if = m:b`, `if: m:b`, `if m:b`.
struct LooseKeys {
    /// The keys with their values, as they should be written; up to the first text that is not one.
    private(set) var pairs: [String] = []
    /// Whether the text has nothing else.
    private(set) var isWhole = false
    /// Whether each is a key also where nothing else says that a directive is meant.
    private(set) var isCertain = true

    private var rest: ArraySlice<UInt8>

    /// Reads the keys that a text starts with.
    init(_ text: ArraySlice<UInt8>) {
        rest = text
        while true {
            rest = rest.drop { LooseKeys.isBlank($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
            if rest.isEmpty || !rest.contains(where: { LooseKeys.isLetter($0) }) {
                isWhole = !pairs.isEmpty
                return
            }
            guard pairs.count < 20, let pair = pair() else { return }
            pairs.append(pair)
        }
    }

    private mutating func pair() -> String? {
        let name = rest.prefix(20).prefix(while: LooseKeys.isLetter)
        let key = String(decoding: name, as: UTF8.self).lowercased()
        let behind = rest[name.endIndex...]
        let signs = behind.drop(while: LooseKeys.isBlank).prefix(4).prefix { $0 == 0x3D || $0 == 0x3A }
        guard !name.isEmpty, !signs.isEmpty || behind.first.map(LooseKeys.isBlank) == true else { return nil }
        let isEqual = signs.contains(UInt8(ascii: "="))
        guard LooseKeys.isKey(key, isEqual: isEqual) else { return nil }
        let text = (signs.isEmpty ? behind : behind[signs.endIndex...]).drop(while: LooseKeys.isBlank)
        let value = LooseKeys.value(of: text)
        guard !value.isEmpty else { return nil }
        let isLast = text[value.endIndex...].allSatisfy { !LooseKeys.isLetter($0) }
        if signs.isEmpty {
            let isTypical = LooseKeys.isTypical(value, of: key)
            guard isTypical || isLast else { return nil }
            isCertain = isCertain && isTypical
        }
        isCertain = isCertain && (StepKeys.inheritedNames.contains(key) || isEqual && ["id", "confirm"].contains(key))
        rest = text[value.endIndex...]
        return "\(key)=\(String(decoding: value, as: UTF8.self))"
    }

    /// `for: the team` is a sentence, and `if:` with its value behind it is not.
    private static func isKey(_ key: String, isEqual: Bool) -> Bool {
        guard isEqual else { return StepKeys.inheritedNames.contains(key) }
        return StepKeys.names.contains(key)
            || key.utf8.count > 2 && Suggestion.nearest(to: key, among: StepKeys.names) != nil
    }

    /// A run of anything but blanks, or what is in quotes.
    private static func value(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let end = text.dropFirst().firstIndex(of: quote)
        {
            return text[...end]
        }
        var word = text.prefix { !isBlank($0) }
        while let last = word.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") { word.removeLast() }
        return word
    }

    /// Whether a text is what only this key has as a value: `m:b`, `5m`.
    private static func isTypical(_ value: ArraySlice<UInt8>, of key: String) -> Bool {
        switch key {
        case "if": value.dropFirst().dropLast().contains(UInt8(ascii: ":"))
        case "timeout", "within", "every": value.first.map { (0x30...0x39).contains($0) } ?? false
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
