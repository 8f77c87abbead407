internal import RunbookModel
internal import YAML

extension EnvironmentReader {
    private static let forms = "`{ env: VARIABLE }`, `{ file: PATH }` or `{ command: [PROGRAM, ARGUMENT] }`"

    /// The value as the source of a secret; a secret that is written out is reported and never shown.
    mutating func credential(_ entry: YAMLEntry) -> Credential? {
        guard entry.value.mapping != nil else {
            literalSecrets.append(entry.value.range)
            report(
                "environment/literal-secret", "the file contains the secret `\(entry.name)` itself",
                at: span(entry.key),
                "write where it comes from: \(EnvironmentReader.forms)")
            return nil
        }
        guard let source = secretSource(of: entry.value) else {
            refuseSource(entry)
            return nil
        }
        return Credential(name: entry.name, source: source, span: span(entry.value))
    }

    /// The source that a mapping with the one key `env`, `file` or `command` names; nil for anything else.
    func secretSource(of node: YAMLNode) -> SecretSource? {
        guard let entries = node.mapping, entries.count == 1, let entry = entries.first else { return nil }
        let text = entry.value.scalar?.text ?? ""
        switch entry.name {
        case "env":
            let isVariable = !text.isEmpty && !text.contains { $0 == "=" || $0.isWhitespace }
            return isVariable ? .variable(text) : nil
        case "file": return text.isEmpty ? nil : .file(FilePath.join(folder, text))
        case "command":
            let arguments = (entry.value.sequence ?? []).compactMap(\.scalar?.text)
            guard let program = arguments.first, !program.isEmpty, arguments.count == entry.value.sequence?.count
            else { return nil }
            return .command(arguments, directory: folder)
        default: return nil
        }
    }

    private mutating func refuseSource(_ entry: YAMLEntry) {
        let keys = ["env", "file", "command"]
        // The secret itself may be in there, under a wrong name.
        literalSecrets += (entry.value.mapping ?? []).map(\.value.range)
        if let unknown = entry.value.mapping?.first(where: { !keys.contains($0.name) }) {
            reportUnknown(unknown, among: keys, of: "a source of `\(entry.name)`")
        } else {
            report(
                "environment/secret-source", "`\(entry.name)` must have exactly one source", at: span(entry.value),
                "write \(EnvironmentReader.forms); a command is a list, and no shell is used")
        }
    }
}
