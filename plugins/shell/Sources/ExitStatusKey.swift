import RunbookModel

/// The key `status` of a block of commands.
enum ExitStatusKey {
    /// The exit statuses that are accepted, none without the key, and what is wrong with it.
    static func read(_ value: Located<String>?) -> (statuses: [String], problem: Diagnostic?) {
        guard let value else { return ([], nil) }
        let words = value.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard let wrong = words.first(where: { UInt8($0) == nil }) else {
            return (words.compactMap { UInt8($0) }.map { "\($0)" }, nil)
        }
        return (
            [],
            Diagnostic(
                "status/malformed", "`\(VisibleText.visible(wrong))` is not an exit status", at: value.span,
                help: "write numbers from 0 to 255, such as `status=1` or `status=0,1`")
        )
    }
}
