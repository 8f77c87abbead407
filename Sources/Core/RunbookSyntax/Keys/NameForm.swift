import RunbookModel

/// The rules for a name that a document gives to something.
enum NameForm {
    /// What is wrong with a name; nil when it may be used.
    static func problem(with name: Located<String>, of thing: String) -> Diagnostic? {
        if !ValueName.isName(name.value) {
            return Diagnostic(
                "name/invalid", .error, "`\(name.value)` is not a name for \(thing)", at: name.span,
                help: "a name begins with a letter from `a` to `z`; letters, digits and `_` follow")
        }
        guard ValueName.reserved.contains(name.value) else { return nil }
        return Diagnostic(
            "name/reserved", .error, "`\(name.value)` has a meaning of its own in filters", at: name.span,
            help: "choose another name for \(thing)")
    }
}
