import RunbookModel

/// What is noticed in the strings of a JSON body: placeholders, and passwords that everybody can read.
enum BodyNotes {
    /// A string that should not stand there.
    struct Note {
        /// What it is.
        enum Kind {
            /// It stands for something that the reader must put in.
            case placeholder
            /// It is the value of a member that holds a secret.
            case secret
        }

        let kind: Kind
        /// The content of the string, as offsets.
        let range: Range<Int>
        /// The member whose value it is.
        var name: String?
    }

    /// The ends of names of members that hold secrets, without `_`, `-` and `.`.
    private static let secretNames = [
        "password", "passwd", "passphrase", "passwordhash", "secret", "secretkey", "accesskey", "apikey", "privatekey",
        "sharedkey", "accountkey", "accesstoken", "authtoken", "bearertoken", "refreshtoken", "sastoken",
        "sessiontoken", "credential", "credentials",
    ]

    /// Looks at the strings of a text that is JSON, or several of it; bytes 0 stand for values.
    static func notes(in bytes: ArraySlice<UInt8>) -> [Note] {
        var notes: [Note] = []
        var name: String?
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if let end = endOfComment(in: bytes, at: index) {
                index = end
                continue
            }
            guard bytes[index] == UInt8(ascii: "\"") else {
                // A name only belongs to the value right behind it.
                if !" \t\r\n:".utf8.contains(bytes[index]) { name = nil }
                index += 1
                continue
            }
            let (content, end) = string(in: bytes, at: index)
            index = end
            let next = bytes[end...].first { !" \t\r\n".utf8.contains($0) }
            if next == UInt8(ascii: ":"), content.count < 100 {
                if Placeholder.isWhole(bytes[content]) { notes.append(Note(kind: .placeholder, range: content)) }
                name = String(decoding: bytes[content], as: UTF8.self)
                continue
            }
            if let kind = kind(of: bytes[content], named: name) {
                notes.append(Note(kind: kind, range: content, name: name))
            }
            name = nil
        }
        return notes
    }

    /// Where a comment of a console ends that begins at an offset; nil where none begins.
    private static func endOfComment(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
        let rest = bytes[start...]
        if rest.first == UInt8(ascii: "#") || rest.starts(with: "//".utf8) {
            return rest.firstIndex(of: 0x0A) ?? bytes.endIndex
        }
        guard rest.starts(with: "/*".utf8) else { return nil }
        return rest.dropFirst(2).firstRange(of: "*/".utf8)?.upperBound ?? bytes.endIndex
    }

    /// The content of the string that begins at an offset, and where it ends.
    private static func string(in bytes: ArraySlice<UInt8>, at start: Int) -> (content: Range<Int>, end: Int) {
        let mark = UInt8(ascii: "\"")
        let isTriple = bytes[start...].prefix(3).elementsEqual([mark, mark, mark])
        var index = start + (isTriple ? 3 : 1)
        let first = min(index, bytes.endIndex)
        while index < bytes.endIndex {
            if isTriple ? bytes[index...].prefix(3).elementsEqual([mark, mark, mark]) : bytes[index] == mark {
                return (first..<index, min(index + (isTriple ? 3 : 1), bytes.endIndex))
            }
            index += !isTriple && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return (first..<bytes.endIndex, bytes.endIndex)
    }

    private static func kind(of value: ArraySlice<UInt8>, named name: String?) -> Note.Kind? {
        if Placeholder.isWhole(value) { return .placeholder }
        guard let name, !value.isEmpty, isSecret(name, value.count) || isHash(name, value) else { return nil }
        // A value of the document, or of a template of the server.
        let isFilled = value.contains(0) || value.starts(with: "{{".utf8) || value.firstRange(of: "${".utf8) != nil
        return isFilled ? nil : .secret
    }

    /// Whether a member of this name holds a secret, with a value of this length.
    fileprivate static func isSecret(_ name: String, _ length: Int) -> Bool {
        let plain = name.lowercased().filter { !"_-. ".contains($0) }
        if secretNames.contains(where: plain.hasSuffix) { return true }
        // Short tokens are words of analyzers.
        return plain.hasSuffix("token") && length >= 16
    }

    private static func isHash(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
        name.lowercased() == "hash" && value.starts(with: "$2".utf8)
    }
}

extension BodyNotes.Note {
    /// The note as a warning.
    ///
    /// - Parameter text: The content of the string.
    func diagnostic(_ text: String, at span: SourceSpan, placeholder code: String) -> Diagnostic {
        switch kind {
        case .placeholder:
            Diagnostic(
                code, .warning, "`\(VisibleText.visible(text))` looks like a placeholder, and would be sent as it is",
                at: span,
                help: Placeholder.help(name ?? text, isSecret: name.map { BodyNotes.isSecret($0, 16) } ?? false))
        case .secret:
            Diagnostic(
                "secret/literal", .warning, "the document contains a secret", at: span,
                help: Placeholder.help(name ?? "", isSecret: true))
        }
    }
}
