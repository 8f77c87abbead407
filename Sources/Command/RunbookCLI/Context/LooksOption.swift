import Arguments

/// `--no-color` and `--ascii`, which every command takes.
struct LooksOption {
    /// Whether nothing is coloured.
    private(set) var hasNoColor = false
    /// Whether only ASCII is written.
    private(set) var isPlain = false
    /// The other words of the command line.
    private(set) var words: [String] = []

    /// Takes both out of a command line, anywhere before `--`.
    init(_ arguments: [String]) {
        let options = arguments.prefix { $0 != "--" }
        for word in options {
            switch word {
            case "--no-color", "--no-colour": hasNoColor = true
            case "--ascii": isPlain = true
            default: words.append(word)
            }
        }
        words += arguments.dropFirst(options.count)
    }

    /// Those of both that are not given yet and begin as it is typed; none before a `-` is typed.
    func candidates(for typed: String) -> [Completion.Candidate] {
        guard typed.hasPrefix("-") else { return [] }
        let all = [
            hasNoColor ? nil : Completion.Candidate("--no-color", help: "write without colours"),
            isPlain ? nil : Completion.Candidate("--ascii", help: "write only ASCII"),
        ]
        return all.compactMap(\.self).filter { $0.word.hasPrefix(typed) }
    }
}
