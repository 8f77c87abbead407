package import RunbookModel

extension LiteralSecret {
    /// Warnings of the secrets that are written out in a text of another language, such as SQL: a text in quotes behind a
    /// secret name, a connection string, and what is a secret by its form.
    package static func notes(inStatements text: BlockText) -> [Diagnostic] {
        let bytes = Array(text.text.utf8)
        return places(inStatements: bytes).map { note(at: text.span($0)) }
    }

    /// Where the secrets of a text stand, in order.
    package static func places(inStatements bytes: [UInt8]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end]
            var reader = StatementSecrets(line)
            let found = reader.places()
            places += found
            if found.isEmpty, let secret = secret(in: line), isWrittenOut(line[secret]) { places.append(secret) }
            start = end + 1
        }
        return places
    }

    /// Whether a value is neither empty nor a placeholder, and nothing is filled into it.
    fileprivate static func isWrittenOut(_ value: ArraySlice<UInt8>) -> Bool {
        guard let first = value.first, first != UInt8(ascii: "<") else { return false }
        return !value.holds("${".utf8) && !value.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".") }
    }
}

/// Finds the values of secret names in one line.
private struct StatementSecrets {
    private let line: ArraySlice<UInt8>
    private var index: Int
    /// The quote of the text that is being read.
    private var quote: UInt8?
    private var isIdentified = false

    init(_ line: ArraySlice<UInt8>) {
        self.line = line
        index = line.startIndex
    }

    mutating func places() -> [Range<Int>] {
        var places: [Range<Int>] = []
        while index < line.endIndex {
            let byte = line[index]
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                if quote == nil { quote = byte } else if quote == byte { quote = nil }
                index += 1
                continue
            }
            guard StatementSecrets.isName(byte) else {
                index += 1
                continue
            }
            let word = line[index...].prefix(while: StatementSecrets.isName)
            index = word.endIndex
            guard isSecretName(word), let value = value(behind: word), LiteralSecret.isWrittenOut(line[value])
            else { continue }
            places.append(value)
            index = value.upperBound
        }
        return places
    }

    /// Whether what follows a word is a secret; `identified by` is MySQL's and Oracle's `password`.
    private mutating func isSecretName(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count <= 100 else { return false }
        let name = String(decoding: word, as: UTF8.self).lowercased()
        if name == "identified" { isIdentified = true }
        return LiteralSecret.isSecretName(name) || isIdentified && name == "by"
    }

    /// The text in quotes that follows, or the value of `name=value` inside a text in quotes.
    private func value(behind word: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = line[word.endIndex...]
        // The name itself may be in quotes: then a sign must follow.
        let needsSign =
            rest.first.map { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") } ?? false
            && line[..<word.startIndex].last == rest.first
        if needsSign { rest = rest.dropFirst() }
        let isInside = quote != nil && !needsSign
        let blank = rest.drop { $0 == 0x20 || $0 == 0x09 }
        let sign = blank.prefix { ":=>".utf8.contains($0) }
        if needsSign, sign.isEmpty { return nil }
        let value = blank[sign.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = value.first else { return nil }
        if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
            // Inside a text a quote is its end, unless it is doubled or another one.
            let isDoubled = value.dropFirst().first == first
            if isInside, first == quote, !isDoubled { return nil }
            let start = value.startIndex + (isInside && first == quote ? 2 : 1)
            guard start <= line.endIndex else { return nil }
            let text = line[start...].prefix { $0 != first }
            return text.endIndex < line.endIndex ? text.indices : nil
        }
        guard isInside, sign.elementsEqual("=".utf8) else { return nil }
        let text = value.prefix { $0 > 0x20 && !"'\";,&".utf8.contains($0) }
        return text.isEmpty ? nil : text.indices
    }

    private static func isName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
}
