internal import OrderedJSON
internal import RunbookModel
internal import RunbookPlugin
internal import YAML

extension EnvironmentReader {
    mutating func target(_ entry: YAMLEntry) -> EnvironmentTarget? {
        guard isName(entry, of: "target"), let (kind, span) = kind(of: entry) else { return nil }
        let keys = ["kind"] + kind.keys.map(\.name)
        guard let entries = entries(of: entry.value, keys: keys, of: "a target of the kind `\(kind.name)`") else {
            return nil
        }
        var draft = TargetDraft(name: Located(entry.name, at: self.span(entry.key)), kind: Located(kind, at: span))
        for key in kind.keys {
            guard let entry = entries[key.name], let value = value(of: entry, key, into: &draft) else { continue }
            draft.set(key, value)
        }
        check(kind.rules, entries, of: entry, as: "the target `\(entry.name)`")
        warnOfUnusedTLS(kind, entries, draft)
        for key in kind.keys where key.isRequired && entries[key.name] == nil {
            report(
                "environment/missing-key", "the target `\(entry.name)` has no `\(key.name)`", at: self.span(entry.key),
                key.addition)
        }
        return draft.target
    }

    private mutating func kind(of entry: YAMLEntry) -> (value: TargetKind, span: SourceSpan)? {
        guard entry.value.mapping != nil else {
            wrongType(entry, "a mapping with `kind`")
            return nil
        }
        guard let node = entry.value["kind"] else {
            report(
                "environment/missing-key", "the target `\(entry.name)` has no `kind`", at: span(entry.key),
                "add `kind: \(kinds.all.first?.name ?? "NAME")`")
            return nil
        }
        let text = node.scalar?.text ?? node.kind
        guard let kind = kinds.all.first(where: { $0.name == node.scalar?.text }) else {
            report(
                "environment/unknown-kind", "unknown kind of target: `\(VisibleText.visible(text))`", at: span(node),
                Suggestion.help(for: text, among: kinds.all.map(\.name), noun: "kind")
                    + "; if a plugin has it, write `--plugin-dir DIR`")
            return nil
        }
        return (kind, span(node))
    }

    /// Checks what keys require of each other.
    ///
    /// - Parameter owner: What holds the keys, as messages say it.
    mutating func check(
        _ rules: [TargetKind.Rule], _ entries: [String: YAMLEntry], of entry: YAMLEntry, as owner: String
    ) {
        for rule in rules {
            switch rule {
            case .anyOf(let keys, let help):
                guard let first = keys.first, keys.allSatisfy({ entries[$0] == nil }) else { continue }
                report("environment/missing-key", "\(owner) has no `\(first)`", at: span(entry.key), help)
            case .exclusive(let keys, let help):
                let present = keys.compactMap { entries[$0] }
                guard present.count > 1 else { continue }
                report(
                    "environment/conflict", "\(owner) has both `\(present[1].name)` and `\(present[0].name)`",
                    at: span(present[1].key), help)
            case .needs(let one, let other, let help):
                guard let present = entries[one], entries[other] == nil else { continue }
                report("environment/missing-key", "`\(one)` needs `\(other)`", at: span(present.key), help)
            }
        }
    }

    /// Warns of TLS settings of a target whose address is reached without TLS.
    private mutating func warnOfUnusedTLS(_ kind: TargetKind, _ entries: [String: YAMLEntry], _ draft: TargetDraft) {
        let urls = kind.keys.filter { $0.form == .url }.compactMap { draft.settings[$0.name]?.string?.lowercased() }
        guard let url = urls.first, url.hasPrefix("http://") else { return }
        for key in kind.keys where key.form == .tls {
            guard let tls = entries[key.name] else { continue }
            diagnostics.append(
                Diagnostic(
                    "environment/tls-unused", .warning,
                    "`\(key.name)` has no effect on an address with `http://`", at: span(tls.key),
                    help: "write `https://`, or remove `\(key.name)`"))
        }
    }
}

extension TargetKind.Key {
    /// How to add it, for the help of messages.
    var addition: String { example.map { "add `\($0)`" } ?? "add `\(name)`: \(summary)" }
}
