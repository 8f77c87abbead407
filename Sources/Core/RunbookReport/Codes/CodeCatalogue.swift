import RunbookModel

/// Every code that a diagnostic or the failure of a step may have, with what it means.
package enum CodeCatalogue {
    /// The entries by their codes.
    package static let entries: [CodeEntry] = (documents + runs).sorted { $0.code < $1.code }

    private static let documents: [CodeEntry] =
        files + includes + outside + inputs + declarations + parameters + fences + directives + keys + names + targets
        + values
        + conditions + checks
        + filters + console + curl + shell + plugins
    private static let runs: [CodeEntry] = plans + environments + preflight + sandbox + actions + answers + store

    /// The entry of a code.
    package static func entry(_ code: String) -> CodeEntry? { entries.first { $0.code == code } }

    /// What to say about a code that is not there: the nearest one, or those that share its area or its problem.
    package static func help(forUnknown code: String) -> String {
        if let nearest = Suggestion.nearest(to: code, among: entries.map(\.code)) {
            return "did you mean `\(nearest)`?"
        }
        let parts = code.split(separator: "/", omittingEmptySubsequences: false)
        let alike = entries.map(\.code).filter { known in
            let ends = known.split(separator: "/")
            return ends.first == parts.first || ends.last == parts.last
        }
        return alike.isEmpty
            ? "`runbook explain` lists all codes" : Suggestion.help(for: code, among: alike, noun: "code")
    }
}
