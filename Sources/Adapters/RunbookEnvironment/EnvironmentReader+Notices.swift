internal import RunbookModel
internal import YAML

extension EnvironmentReader {
    private static let example = "write `notify: [{ on: [waiting, failed], command: [PROGRAM] }]`, or `webhook: URL`"

    /// The rules of notices: a list, or one.
    mutating func notices(_ entry: YAMLEntry) -> [NoticeRule] {
        let nodes = entry.value.sequence ?? [entry.value]
        return nodes.compactMap { notice($0) }
    }

    private mutating func notice(_ node: YAMLNode) -> NoticeRule? {
        guard let entries = entries(of: node, keys: ["on", "command", "webhook"], of: "a rule of `notify`"),
            let occasions = occasions(entries["on"], of: node)
        else { return nil }
        switch (entries["command"], entries["webhook"]) {
        case (let command?, nil):
            let words = (command.value.sequence ?? []).compactMap(\.scalar?.text)
            guard let program = words.first, !program.isEmpty, words.count == command.value.sequence?.count else {
                wrongType(command, "a list of a program and its arguments")
                return nil
            }
            let path = program.contains("/") ? FilePath.join(folder, program) : program
            return NoticeRule(
                occasions: occasions, way: .command([path] + words.dropFirst(), directory: folder), span: span(node))
        case (nil, let webhook?):
            if let source = secretSource(of: webhook.value) {
                return NoticeRule(occasions: occasions, way: .secretWebhook(source), span: span(node))
            }
            guard let address = address(webhook) else { return nil }
            return NoticeRule(occasions: occasions, way: .webhook(address.entry.text.value), span: span(node))
        default:
            report(
                "environment/conflict", "a rule of `notify` has either `command` or `webhook`", at: span(node),
                EnvironmentReader.example)
            return nil
        }
    }

    private mutating func occasions(_ entry: YAMLEntry?, of node: YAMLNode) -> Set<Occasion>? {
        guard let entry else {
            report(
                "environment/missing-key", "a rule of `notify` does not say when", at: span(node),
                EnvironmentReader.example)
            return nil
        }
        let all = Occasion.allCases.map(\.rawValue)
        var occasions: Set<Occasion> = []
        for node in entry.value.sequence ?? [entry.value] {
            guard let occasion = Occasion(rawValue: node.scalar?.text ?? "") else {
                let text = node.scalar?.text ?? node.kind
                report(
                    "environment/unknown-key", "there is no occasion `\(VisibleText.visible(text))`", at: span(node),
                    Suggestion.help(for: text, among: all, noun: "occasion"))
                return nil
            }
            occasions.insert(occasion)
        }
        guard !occasions.isEmpty else {
            report(
                "environment/missing-key", "a rule of `notify` does not say when", at: span(entry.key),
                EnvironmentReader.example)
            return nil
        }
        return occasions
    }
}
