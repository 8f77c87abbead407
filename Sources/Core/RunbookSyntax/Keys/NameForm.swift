import RunbookModel

/// The rules for a name that a document gives to something.
enum NameForm {
    /// What is wrong with a name; nil when it may be used.
    static func problem(with name: Located<String>, of thing: String) -> Diagnostic? {
        if !ValueName.isName(name.value) {
            return Diagnostic(
                "name/invalid", .error, "`\(name.value)` is not a valid name for \(thing)", at: name.span,
                help: "start with a letter from `a` to `z`; letters, digits and `_` may follow")
        }
        guard ValueName.reserved.contains(name.value) else { return nil }
        return Diagnostic(
            "name/reserved", .error, "`\(name.value)` is reserved, because it has a meaning in filters", at: name.span,
            help: "choose another name for \(thing)")
    }
}
