import OrderedJSON
import RunbookModel
import YAML

/// Reads the values of a declaration and keeps what is wrong with them.
struct DeclarationLog {
    let block: BlockText
    private(set) var diagnostics: [Diagnostic] = []

    init(block: BlockText) { self.block = block }

    mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    mutating func report(_ code: String, _ message: String, _ span: SourceSpan, help: String) {
        diagnostics.append(Diagnostic(code, .error, message, at: span, help: help))
    }

    mutating func unknownKey(_ entry: YAMLEntry, of thing: String, known: [String]) {
        report(
            "declaration/unknown-key", "\(thing) has no key `\(entry.name)`", entry.key.span(in: block),
            help: isRestOfText(entry)
                ? "a comma ends a value in braces: put quotes around the whole text, or write a list as `[a, b]`"
                : Suggestion.help(for: entry.name, among: known, noun: "key"))
    }

    /// Whether an entry is what a comma cut off from the text before it: `{ description: forward, or back }`, and also
    /// `{ description: red, green }`, where no key has a blank.
    private func isRestOfText(_ entry: YAMLEntry) -> Bool {
        if entry.name.utf8.contains(0x20) { return true }
        guard entry.value.scalar?.text.isEmpty == true else { return false }
        let rest = block.text.utf8.dropFirst(entry.key.range.upperBound)
        return rest.first { $0 != 0x20 }.map { ",}".utf8.contains($0) } ?? false
    }

    mutating func wrongKind(_ node: YAMLNode, of key: String, expected: String) {
        report(
            "declaration/malformed", "`\(key)` must be \(expected), not a \(node.kind)", node.span(in: block),
            help: "correct the value of `\(key)`; the reference is docs/format.md")
    }

    /// Whether the key of an entry may be the name of a thing.
    mutating func checkName(_ entry: YAMLEntry, of thing: String) -> Bool {
        guard let problem = NameForm.problem(with: entry.name(in: block), of: thing) else { return true }
        diagnostics.append(problem)
        return false
    }

    /// The entries of a mapping; an empty value is an empty one.
    mutating func mapping(_ node: YAMLNode?, of key: String) -> [YAMLEntry]? {
        guard let node, node.json != .null else { return nil }
        if let entries = node.mapping { return entries }
        wrongKind(node, of: key, expected: "a mapping of names")
        return nil
    }

    /// A text, as it is written when it looks like a number or truth value.
    mutating func text(_ node: YAMLNode, of key: String) -> Located<String>? {
        if let text = node.text(in: block), node.json != .null { return text }
        wrongKind(node, of: key, expected: "a text")
        return nil
    }

    mutating func number(_ node: YAMLNode, of key: String) -> JSONNumber? {
        if let number = node.json.number { return number }
        wrongKind(node, of: key, expected: "a number")
        return nil
    }

    mutating func count(_ node: YAMLNode, of key: String) -> Int? {
        if let count = node.json.int, count >= 0 { return count }
        wrongKind(node, of: key, expected: "a whole number from 0")
        return nil
    }

    mutating func truth(_ node: YAMLNode, of key: String) -> Bool? {
        if let value = node.json.bool { return value }
        wrongKind(node, of: key, expected: "`true` or `false`")
        return nil
    }
}
