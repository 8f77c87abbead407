import OrderedJSON
package import RunbookModel

extension Placeholder {
    /// The longest text that is looked into for a part that is one: what is longer is a program or a document.
    private static let longest = 500

    /// Warnings of the values in a tree that their reader must replace.
    package static func notes(in root: BodyNode) -> [Diagnostic] {
        root.scalars.compactMap { scalar in
            guard scalar.value.string != nil, let found = first(inValue: scalar.text) else { return nil }
            return note(found, of: scalar.key, at: scalar.span)
        }
    }

    /// The text of the first one in a value; nil where there is none.
    private static func first(inValue text: String) -> String? {
        let bytes = Array(text.utf8)
        if isWhole(bytes[...]) || isNumbered(bytes[...]) { return text }
        guard bytes.count <= longest, !bytes.contains(0x0A), let place = first(inText: bytes[...], isProgram: false)
        else {
            return nil
        }
        return String(decoding: bytes[place], as: UTF8.self)
    }

    /// `vpc-xxxxxxxx`: the form of the identity of something.
    private static func isNumbered(_ text: ArraySlice<UInt8>) -> Bool {
        guard !text.contains(0x20), let last = text.split(separator: UInt8(ascii: "-")).last else { return false }
        return last.count > 3 && last.count < text.count && last.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    }

    /// The warning of one.
    ///
    /// - Parameter owner: The key whose value it is in.
    static func note(_ text: String, of owner: String?, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "yaml/placeholder", .warning,
            "`\(VisibleText.visible(text))` looks like a placeholder, and would be sent as it is", at: span,
            help: help(text, owner: owner, isSecret: owner.map(LiteralSecret.isSecretName) ?? false))
    }
}
