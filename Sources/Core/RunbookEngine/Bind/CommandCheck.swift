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
        let bytes = Array(block.text.text.utf8)
        let words = CommandWords(bytes)
        let notes = CommandNotes(words)
        let known = Set(preparation.diagnostics.filter { $0.code == "secret/literal" }.compactMap(\.span?.start.line))
        let secrets = notes.secrets.map { LiteralSecret.note(at: block.text.span($0)) }
            .filter { !known.contains($0.span?.start.line ?? 0) }
        return notes.placeholders.map { placeholder($0, in: bytes, of: block.text) } + secrets
            + missing(CommandArguments(words), in: bytes, of: block.text)
    }

    /// Arguments that are empty, because nobody gives them.
    private static func missing(
        _ arguments: CommandArguments, in bytes: [UInt8], of text: BlockText
    ) -> [Diagnostic] {
        let ofBlock = arguments.ofBlock.map { range in
            Diagnostic(
                "shell/unknown-variable",
                "`\(VisibleText.visible(String(decoding: bytes[range], as: UTF8.self)))` is empty, because a block has no "
                    + "arguments", at: text.span(range), help: "declare a parameter and write its name",
                "for arguments of the block's own, begin with `set -- VALUE ...`")
        }
        return ofBlock
            + arguments.ofTexts.map { found in
                Diagnostic(
                    "shell/unknown-variable",
                    "`\(found.argument)` is empty in this text, because it gets no such argument",
                    at: text.span(found.text),
                    help: "write the values behind the text: `sh -c '...' sh VALUE`; the first word is `$0`, not `$1`")
            }
    }

    /// Whether the block itself is what is done, and not requests that are written in it.
    private static func isText(_ action: ActionTemplate) -> Bool {
        let names = action.fields.map(\.name)
        return names.contains("body") && !names.contains("method")
    }

    private static func placeholder(_ range: Range<Int>, in bytes: [UInt8], of text: BlockText) -> Diagnostic {
        let word = String(decoding: bytes[range], as: UTF8.self)
        return Diagnostic(
            "shell/placeholder", .warning,
            "`\(VisibleText.visible(word))` looks like a placeholder, and the command would get it as it is",
            at: text.span(range), help: Placeholder.help(word))
    }
}
