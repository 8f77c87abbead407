import OrderedJSON
package import RunbookModel

extension LiteralSecret {
    /// Warnings of the secrets that are written out in a tree of values.
    package static func notes(in root: BodyNode) -> [Diagnostic] {
        root.scalars.compactMap { scalar in
            // `ResetPassword: true` is a switch.
            guard scalar.value.string != nil || scalar.value.number != nil else { return nil }
            let bytes = Array(scalar.text.utf8)
            let isSecret = scalar.key.map { LiteralSecret.isSecret(bytes, named: $0) } ?? false
            return isSecret || secret(in: bytes[...]) != nil ? note(at: scalar.span) : nil
        }
    }

    /// The warning of a secret that is written out.
    package static func note(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "secret/literal", .warning, "the document contains a secret", at: span,
            help: "declare a parameter with `secret: true`, and write `${name}`")
    }
}
