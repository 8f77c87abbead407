import RunbookBodies
import RunbookModel
import RunbookPlugin

/// What is noticed in a block of commands, whichever handler executes them.
enum CommandCheck {
    private static let languages: Set<String> = ["sh", "bash", "shell"]

    /// The warnings of a block that the handler does not give itself; none for a block of requests, which is read by other
    /// rules.
    static func diagnostics(of block: Step.Block, _ preparation: Preparation) -> [Diagnostic] {
        guard languages.contains(block.language.value), preparation.actions.contains(where: isText) else { return [] }
        let notes = CommandNotes(Array(block.text.text.utf8))
        let known = Set(preparation.diagnostics.filter { $0.code == "secret/literal" }.compactMap(\.span?.start.line))
        let secrets = notes.secrets.map { LiteralSecret.note(at: block.text.span($0)) }
            .filter { !known.contains($0.span?.start.line ?? 0) }
        return notes.placeholders.map { placeholder($0, in: block.text) } + secrets
    }

    /// Whether the block itself is what is done, and not requests that are written in it.
    private static func isText(_ action: ActionTemplate) -> Bool {
        let names = action.fields.map(\.name)
        return names.contains("body") && !names.contains("method")
    }

    private static func placeholder(_ range: Range<Int>, in text: BlockText) -> Diagnostic {
        let word = String(decoding: Array(text.text.utf8)[range], as: UTF8.self)
        return Diagnostic(
            "shell/placeholder", .warning,
            "`\(VisibleText.visible(word))` looks like a placeholder, and the command would get it as it is",
            at: text.span(range), help: Placeholder.help(word))
    }
}
