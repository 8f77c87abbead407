internal import OrderedJSON
internal import RunbookModel
internal import YAML

extension EnvironmentReader {
    func span(_ node: YAMLNode) -> SourceSpan { source.span(node.range) }

    mutating func report(_ code: String, _ message: String, at span: SourceSpan, _ help: String) {
        diagnostics.append(Diagnostic(code, .error, message, at: span, help: help))
    }

    /// The entries of a mapping by name; unknown keys are reported.
    mutating func entries(of node: YAMLNode, keys: [String], of owner: String) -> [String: YAMLEntry]? {
        guard let mapping = node.mapping else {
            report(
                "environment/wrong-type", "\(owner) must be a mapping, not a \(node.kind)", at: span(node),
                "it has the keys \(keys.map { "`\($0)`" }.joined(separator: ", "))")
            return nil
        }
        var entries: [String: YAMLEntry] = [:]
        for entry in mapping {
            if keys.contains(entry.name) {
                entries[entry.name] = entry
            } else {
                // A misspelled `password` has a secret behind it.
                literalSecrets.append(entry.value.range)
                reportUnknown(entry, among: keys, of: owner)
            }
        }
        return entries
    }

    /// Reports a key that its owner does not have.
    mutating func reportUnknown(_ entry: YAMLEntry, among keys: [String], of owner: String) {
        report(
            "environment/unknown-key", "\(owner) has no key `\(VisibleText.visible(entry.name))`",
            at: span(entry.key), Suggestion.help(for: entry.name, among: keys, noun: "key"))
    }

    /// The entries of a mapping whose keys are free; none for an empty value.
    mutating func members(of entry: YAMLEntry) -> [YAMLEntry] {
        if let mapping = entry.value.mapping { return mapping }
        if entry.value.scalar?.json != .null { wrongType(entry, "a mapping") }
        return []
    }

    /// Does not show the value of a key that is refused where a password may be in it: behind a name and a colon, before a
    /// host, or in a value of another kind.
    mutating func hide(_ entry: YAMLEntry) {
        let marks = ":@?=".utf8
        let isPlain = entry.value.scalar.map { !$0.text.utf8.contains { byte in marks.contains(byte) } } ?? false
        if !isPlain { literalSecrets.append(entry.value.range) }
    }

    mutating func wrongType(_ entry: YAMLEntry, _ expected: String) {
        hide(entry)
        report(
            "environment/wrong-type", "`\(entry.name)` must be \(expected), not a \(entry.value.kind)",
            at: span(entry.value.range.isEmpty ? entry.key : entry.value), "write \(expected) here")
    }

    /// The value as text, whatever a plain scalar looks like: `7.10` is a text where a text is meant.
    mutating func text(_ entry: YAMLEntry) -> Located<String>? {
        guard let scalar = entry.value.scalar, !scalar.text.isEmpty else {
            wrongType(entry, "a text")
            return nil
        }
        return Located(scalar.text, at: span(entry.value))
    }

    mutating func flag(_ entry: YAMLEntry) -> Bool? {
        guard let value = entry.value.scalar?.json.bool else {
            wrongType(entry, "`true` or `false`")
            return nil
        }
        return value
    }

    mutating func names(_ entry: YAMLEntry) -> [JSON]? {
        guard let nodes = entry.value.sequence, nodes.allSatisfy({ $0.scalar != nil }) else {
            wrongType(entry, "a list of names")
            return nil
        }
        return nodes.compactMap { $0.scalar.map { .string($0.text) } }
    }

    /// Whether a key is a name that runbooks can use.
    mutating func isName(_ entry: YAMLEntry, of noun: String) -> Bool {
        if ValueName.isName(entry.name), !ValueName.reserved.contains(entry.name) { return true }
        report(
            "environment/name", "`\(VisibleText.visible(entry.name))` cannot be the name of a \(noun)",
            at: span(entry.key), "start with a letter from `a` to `z`; letters, digits and `_` may follow")
        return false
    }

    /// The value as the address of an HTTP server.
    mutating func address(_ entry: YAMLEntry) -> (entry: EnvironmentTarget.Address, parts: HTTPAddress)? {
        guard let text = text(entry) else { return nil }
        do throws(HTTPAddress.Failure) {
            let parts = try HTTPAddress(parsing: text.value)
            return (EnvironmentTarget.Address(text: text, isLoopback: parts.isLoopback), parts)
        } catch {
            refuse(entry, text: text, error)
            return nil
        }
    }

    private mutating func refuse(_ entry: YAMLEntry, text: Located<String>, _ failure: HTTPAddress.Failure) {
        // A user is before an at sign, and a key often in a query, whatever else is wrong with the address.
        let mayHoldSecret = text.value.utf8.contains { [UInt8(ascii: "@"), UInt8(ascii: "?")].contains($0) }
        if failure == .credentials || mayHoldSecret { literalSecrets.append(entry.value.range) }
        switch failure {
        case .credentials:
            report(
                "environment/literal-secret", "`\(entry.name)` contains a user or password", at: text.span,
                shorthand.contains("password")
                    ? "write `\(entry.name): { url: URL, user: NAME, password: { env: VARIABLE } }`"
                    : "write them as `user: NAME` and `password: { env: VARIABLE }`")
        case .scheme:
            report(
                "environment/url", "`\(entry.name)` must start with `http://` or `https://`", at: text.span,
                "write `\(entry.name): https://HOST:PORT`")
        case .host, .port:
            let part = failure == .host ? "host" : "port"
            report(
                "environment/url", "`\(entry.name)` has no valid \(part)", at: text.span,
                "write `\(entry.name): https://HOST:PORT`; write an IPv6 address in brackets")
        case .length:
            report(
                "environment/url", "`\(entry.name)` is too long for an address", at: text.span,
                "write `\(entry.name): https://HOST:PORT`")
        case .query:
            // Keys and tokens are given there.
            literalSecrets.append(entry.value.range)
            report(
                "environment/url", "`\(entry.name)` must not have a query or fragment", at: text.span,
                "remove the `?` or `#` and everything after it")
        }
    }
}
