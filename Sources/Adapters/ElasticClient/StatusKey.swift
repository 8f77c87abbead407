package import RunbookModel

/// Reads the key `status`: statuses and classes of them, separated by commas.
package enum StatusKey {
    /// The statuses that are accepted, none without the key, and what is wrong with it.
    package static func read(_ value: Located<String>?) -> (statuses: [String], problem: Diagnostic?) {
        guard let value else { return ([], nil) }
        let words = value.value.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.lowercased().filter { $0 != " " }
        }
        guard let wrong = words.first(where: { !isStatus($0) }) else { return (words, nil) }
        return (
            [],
            Diagnostic(
                "status/malformed", "`\(VisibleText.visible(wrong))` is not a status", at: value.span,
                help: "write statuses or classes of statuses, such as `status=404` or `status=2xx,404`")
        )
    }

    private static func isStatus(_ word: String) -> Bool {
        guard word.utf8.count == 3, let first = word.first, ("1"..."5").contains(first) else { return false }
        return word.hasSuffix("xx") || UInt16(word) != nil
    }
}
