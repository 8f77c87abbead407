import Arguments
import RunbookModel

/// `runbook __complete -- WORD...`: what the shells' scripts ask, once for each press of a key.
///
/// It contacts nothing, starts nothing, changes nothing and never complains: what cannot be read completes nothing.
enum CompleteCommand {
    static func command(_ context: CommandContext) -> Command {
        Command("__complete", "print what can complete a command line", isHidden: true) { d in
            let words = d.arguments("WORD", atLeast: 0, help: "the words so far; the last word is not complete")
            return { a in
                let typed = a[words].suffix(1)
                let before = LooksOption(Array(a[words].dropLast()))
                let completion = Tool.command(context).completion(of: before.words + typed)
                let more = CompletionWords(completion, context: context)
                let isOption = completion.value == nil && !before.words.contains("--")
                let looks = isOption ? before.candidates(for: typed.first ?? "") : []
                let lines = (completion.candidates + looks + (await more.candidates())).map(line)
                context.result.verbatimLine(([more.files.text] + lines.compactMap { $0 }).joined(separator: "\n"))
                return ExitStatus.done
            }
        }
    }

    /// A word and its meaning; nil when the word could not be typed, or would steer the terminal that shows it.
    private static func line(_ candidate: Completion.Candidate) -> String? {
        guard VisibleText.visible(candidate.word) == candidate.word else { return nil }
        let help = candidate.help.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return candidate.word + "\t" + VisibleText.visible(help.prefix(80))
    }
}
