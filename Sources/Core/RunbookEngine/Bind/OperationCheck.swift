import OrderedJSON
import RunbookBodies
import RunbookModel
import RunbookPlugin

/// Compares the keys of a YAML block with what its operation takes; every mistake is reported at its own place.
struct OperationCheck {
    private var diagnostics: [Diagnostic] = []

    /// What is wrong with a block.
    ///
    /// - Parameters:
    ///   - root: The block; its key `uses` is not the operation's.
    ///   - place: Where a key that is missing is reported.
    static func check(
        _ root: BodyNode, against operation: Manifest.Operation, as name: Located<String>
    ) -> [Diagnostic] {
        var check = OperationCheck()
        guard case .mapping(let entries) = root.content else {
            check.report(
                "key/unfit", "a block with `uses` must be a mapping, not a \(root.kind)", at: root.span,
                help: "write `KEY: VALUE` lines below `uses:`")
            return check.diagnostics
        }
        check.check(entries.filter { $0.name != "uses" }, operation.keys, of: "`\(name.value)`", at: name.span)
        return check.diagnostics
    }

    private mutating func report(_ code: String, _ message: String, at span: SourceSpan, help: String) {
        diagnostics.append(Diagnostic(code, message, at: span, help: help))
    }

    private mutating func check(
        _ entries: [BodyNode.Entry], _ keys: [Manifest.Operation.Key], of owner: String, at place: SourceSpan
    ) {
        let names = keys.map(\.name)
        // A misspelt key is reported once, and not as one that is missing as well.
        var meant = Set(entries.compactMap(\.name))
        for entry in entries {
            guard let name = entry.name else {
                report(
                    "key/unknown", "a key of \(owner) cannot be a `${...}` value", at: entry.span,
                    help: "write the key itself: \(names.map { "`\($0)`" }.joined(separator: ", "))")
                continue
            }
            guard let key = keys.first(where: { $0.name == name }) else {
                let free = names.filter { !meant.contains($0) }
                if let nearest = Suggestion.nearest(to: name, among: free) { meant.insert(nearest) }
                report(
                    "key/unknown", "\(owner) has no key `\(VisibleText.visible(name))`", at: entry.span,
                    help: Suggestion.help(for: name, among: names, preferring: free, noun: "key"))
                continue
            }
            check(entry.value, key.value, name: name, summary: key.summary, at: entry.span)
            if key.isRequired, case .scalar(_, let text) = entry.value.content, text.isEmpty, !key.value.isFilled {
                diagnostics.append(
                    Diagnostic(
                        "key/unfit", .warning, "`\(name)` is empty, but \(owner) needs it", at: entry.span,
                        help: "its meaning: \(key.summary)"))
            }
            if key.isRequired, case .list(let nodes) = entry.value.content, nodes.isEmpty {
                unfit(name, "it is an empty list", key.summary, at: entry.value.span)
            }
        }
        for key in keys where key.isRequired && !meant.contains(key.name) {
            report(
                "key/missing", "\(owner) needs the key `\(key.name)`", at: place,
                help: "add `\(key.name): ...`: \(key.summary)")
        }
    }

    private mutating func check(
        _ node: BodyNode, _ value: Manifest.Operation.Value, name: String, summary: String, at key: SourceSpan
    ) {
        // An empty value has no place of its own.
        let span = node.span.start == node.span.end ? key : node.span
        switch (value, node.content) {
        case (.any, _), (_, .hole): break
        case (.scalar(let schema), .scalar(let json, let text)):
            // Only a plain word has a type, and `7.10` is a text where a text is meant; a `true` is not.
            if schema.kind == .string, json.bool != nil {
                unfit(name, "it is a boolean, not a string: write `\"\(text)\"`", summary, at: span)
                return
            }
            let given = schema.kind == .string && json != .null ? .string(text) : json
            let problem = schema.problems(with: given).first
            let choices = (schema.choices ?? []).map { $0.string ?? $0.text() }
            unfit(name, problem, summary, meant: Suggestion.nearest(to: text, among: choices), at: span)
        case (.scalar(let schema), .text):
            // What a value adds to a text is known in the run.
            let isText = schema.kind == nil || schema.kind == .string
            unfit(name, isText ? nil : "it is a string, not \(schema.kind?.rawValue ?? "")", summary, at: span)
        case (.list(let element), .list(let nodes)):
            for node in nodes { check(node, element, name: name, summary: summary, at: span) }
        case (.object(let keys), .mapping(let entries)): check(entries, keys, of: "`\(name)`", at: key)
        case (.map(let value), .mapping(let entries)):
            for entry in entries {
                check(entry.value, value, name: entry.name ?? name, summary: summary, at: entry.span)
            }
        default: unfit(name, "it is a \(node.kind), not \(value.noun)", summary, at: span)
        }
    }

    private mutating func unfit(
        _ name: String, _ problem: String?, _ summary: String, meant: String? = nil, at span: SourceSpan
    ) {
        guard let problem else { return }
        report(
            "key/unfit", "`\(VisibleText.visible(name))` has an invalid value: \(problem)", at: span,
            help: (meant.map { "did you mean `\($0)`? " } ?? "") + "its meaning: \(summary)")
    }
}

extension Manifest.Operation.Value {
    /// Whether an empty text is refused as a value.
    fileprivate var isFilled: Bool {
        if case .scalar(let schema) = self { schema.minimumLength ?? 0 > 0 } else { false }
    }
}
