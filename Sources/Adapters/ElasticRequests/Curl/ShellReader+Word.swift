import RunbookModel

extension ShellReader {
    /// Reads the word at the index.
    mutating func word() throws(CurlFault) -> ShellWord {
        var word = ShellWord(at: index)
        let start = index
        while let byte = peek, !byte.isShellBlank, byte != 0x0A, !byte.isShellOperator {
            switch byte {
            case UInt8(ascii: "'"): try singleQuoted(&word)
            case UInt8(ascii: "\""): try doubleQuoted(&word)
            case UInt8(ascii: "\\"): try escaped(&word)
            case UInt8(ascii: "$") where has("$'", at: index): try ansiQuoted(&word)
            case UInt8(ascii: "$") where has("$\"", at: index): index += 1
            case UInt8(ascii: "$"), UInt8(ascii: "`"): try expansion(&word)
            default: take(&word)
            }
        }
        word.range = start..<index
        return word
    }

    /// Reads text in which nothing but the closing quote has a meaning.
    private mutating func singleQuoted(_ word: inout ShellWord) throws(CurlFault) {
        word.isRaw = true
        let start = index
        index += 1
        while let byte = peek {
            if byte == UInt8(ascii: "'") {
                index += 1
                return
            }
            take(&word)
        }
        throw unclosed(start..<start + 1)
    }

    private mutating func doubleQuoted(_ word: inout ShellWord) throws(CurlFault) {
        let start = index
        index += 1
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return
            case UInt8(ascii: "\\"): escapedInText("$`\"\\", &word)
            case UInt8(ascii: "$"), UInt8(ascii: "`"): try expansion(&word)
            default: take(&word)
            }
        }
        throw unclosed(start..<start + 1)
    }

    private func unclosed(_ range: Range<Int>) -> CurlFault {
        CurlFault(
            "unclosed-quote", "the closing `\(Character(UnicodeScalar(bytes[range.lowerBound])))` is missing", range,
            help: "close it: nothing after the opening quote can be read", isFinal: true)
    }

    /// Reads a backslash outside quotes: the next character stands for itself, a line end is nothing.
    private mutating func escaped(_ word: inout ShellWord) throws(CurlFault) {
        let next = bytes[(index + 1)...].first { !$0.isShellBlank }
        if index + 1 < bytes.count, bytes[index + 1].isShellBlank, next == 0x0A || next == nil {
            throw CurlFault(
                "continuation", "the command does not continue on the next line, because a space follows the `\\`",
                index..<index + 2,
                help: "remove the spaces after the `\\`")
        }
        guard index + 1 < bytes.count else { return take(&word) }
        if takeVerbatim(at: index + 1, &word) { return }
        if bytes[index + 1] != 0x0A { word.append(bytes[index + 1], from: index..<index + 2) }
        index += 2
    }

    /// Reads a backslash in quotes or a here-document: it only escapes some characters and line ends.
    mutating func escapedInText(_ characters: StaticString, _ word: inout ShellWord) {
        guard index + 1 < bytes.count else { return take(&word) }
        let next = bytes[index + 1]
        let isEscape = (0..<characters.utf8CodeUnitCount).contains { characters.utf8Start[$0] == next }
        guard isEscape || next == 0x0A else { return take(&word) }
        if takeVerbatim(at: index + 1, &word) { return }
        if next != 0x0A { word.append(next, from: index..<index + 2) }
        index += 2
    }

    /// Adds the text `${` of a block without values, and moves behind it; false where there is none.
    ///
    /// - Parameter start: Where its `$${` begins: at the index, or behind a backslash there.
    private mutating func takeVerbatim(at start: Int, _ word: inout ShellWord) -> Bool {
        guard isVerbatim, has("$${", at: start) else { return false }
        for byte in "${".utf8 { word.append(byte, from: index..<start + 3) }
        index = start + 3
        return true
    }

    /// Adds the byte at the index and moves behind it.
    mutating func take(_ word: inout ShellWord) {
        if takeVerbatim(at: index, &word) { return }
        // A file with a NUL is refused long before; here it would be taken for a value.
        if bytes[index] != 0 { word.append(bytes[index], from: index..<index + 1) }
        index += 1
    }

    // MARK: - Values

    /// Reads what a `$` or a backtick begins, outside single quotes.
    mutating func expansion(_ word: inout ShellWord) throws(CurlFault) {
        let start = index
        if bytes[index] == UInt8(ascii: "`") || has("$(", at: index) {
            throw CurlFault(
                "substitution", "a command inside a command is not supported", start..<min(start + 2, bytes.count),
                help: "declare a parameter, or capture the value from a response in a fence `jq capture`")
        }
        if has("$${", at: index) {
            for byte in "${".utf8 { word.append(byte, from: start..<start + 3) }
            index += 3
        } else if has("${", at: index) {
            word.append(try bracedValue())
        } else if let next = index + 1 < bytes.count ? bytes[index + 1] : nil, next.isIdentifierByte, !next.isDigit {
            let end = bytes[(index + 1)...].firstIndex { !$0.isIdentifierByte } ?? bytes.count
            word.append(variable(start + 1..<end, at: start..<end))
            index = end
        } else if let next = index + 1 < bytes.count ? bytes[index + 1] : nil,
            next.isDigit || "?@*#!-$".utf8.contains(next)
        {
            throw CurlFault(
                "expansion", "a shell would insert another value here", start..<start + 2,
                help: "for the character `$` itself write `\\$`, or put single quotes around the text")
        } else {
            take(&word)
        }
    }

    private mutating func bracedValue() throws(CurlFault) -> ShellWord.Value {
        let start = index
        let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "}") || $0 == 0x0A } ?? bytes.count
        let name = String(decoding: bytes[start + 2..<end], as: UTF8.self)
        let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: "}")
        let range = start..<(isClosed ? end + 1 : end)
        index = range.upperBound
        if isClosed, let reference = ValueReference(parsing: name) {
            return ShellWord.Value(name: name, reference: reference, range: range)
        }
        guard isClosed, ShellReader.isIdentifier(bytes[start + 2..<end]) else {
            throw CurlFault(
                "expansion", "`${` is not followed by a valid name", range,
                help: "write `${name}`, `${name.member}` or `${NAME}`; for the text `${` write `$${`")
        }
        return variable(start + 2..<end, at: range)
    }

    /// The value of a variable: the document's, of the same name when case is ignored.
    private func variable(_ nameRange: Range<Int>, at range: Range<Int>) -> ShellWord.Value {
        let name = String(decoding: bytes[nameRange], as: UTF8.self)
        return ShellWord.Value(
            name: name, reference: names[name.lowercased()].map { ValueReference(name: $0) }, range: range)
    }
}
