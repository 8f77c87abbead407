import RunbookModel

/// Writes texts as words of a POSIX shell that are taken as they are (Shell Command Language, section 2.2.2).
struct ShellQuoting {
    /// The names whose `${name}` becomes a shell variable; nil for all names.
    var values: Set<String>?

    init(values: Set<String>? = nil) { self.values = values }

    /// The text in single quotes, with `${name}` outside them as `"$NAME"`.
    func quoted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var isOpen = false
        func close() {
            if isOpen { result += "'" }
            isOpen = false
        }
        for piece in HolePiece.pieces(of: bytes) {
            if case .hole(let reference, _) = piece, values?.contains(reference.name) ?? true {
                close()
                result += "\"$\(Self.variable(reference))\""
            } else {
                if !isOpen { result += "'" }
                isOpen = true
                let literal = self.literal(piece, of: bytes)
                result += literal.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            }
        }
        close()
        return result.isEmpty ? "''" : result
    }

    /// A piece that a shell must take as it is: `$${` stands for `${` where each `${name}` is a value.
    private func literal(_ piece: HolePiece, of bytes: [UInt8]) -> String {
        if case .escape = piece, values == nil { return "${" }
        return String(decoding: bytes[piece.range], as: UTF8.self)
    }

    /// The text in quotes, joined with a word that is in quotes already.
    func quoted(_ text: String, followedBy word: String) -> String {
        let first = quoted(text)
        guard first.hasSuffix("'"), word.hasPrefix("'") else { return first + word }
        return String(first.dropLast()) + String(word.dropFirst())
    }

    /// The name of the shell variable for a value.
    private static func variable(_ reference: ValueReference) -> String {
        String(reference.description.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}
