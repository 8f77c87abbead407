extension Command {
    /// Reads the words behind the program's name; prints nothing and ends nothing.
    ///
    /// `--help` and `-h` win over every mistake beside them, so that help is there when it is needed.
    ///
    /// - Parameters:
    ///   - words: the arguments without the program's name.
    ///   - width: the number of columns that help and usage are wrapped at; below 40 it counts as 40.
    package func parse(_ words: [String], width: Int = 80) -> Invocation {
        parse(words[...], path: [name], width: max(width, 40))
    }

    private func parse(_ words: ArraySlice<String>, path: [String], width: Int) -> Invocation {
        switch content {
        case .group(let commands):
            choose(among: commands, words, path: path, width: width)
        case .action(let body):
            read(words, body, path: path, width: width)
        }
    }

    private func choose(
        among commands: [Command], _ words: ArraySlice<String>, path: [String], width: Int
    ) -> Invocation {
        let help = HelpText(command: self, path: path, declaration: nil, width: width)
        guard let word = words.first else {
            return .failure(UsageError("a command is missing", usage: help.full))
        }
        if word == "help" {
            // `help a b` is `a b --help`; behind the last command there is nothing that could be misread.
            return words.count == 1
                ? .help(help.full) : parse(words.dropFirst() + ["--help"], path: path, width: width)
        }
        if let answer = answer(to: word, help) { return answer }
        if let command = commands.first(where: { $0.name == word }) {
            return command.parse(words.dropFirst(), path: path + [word], width: width)
        }
        if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
            return .help(help.full)
        }
        if word.hasPrefix("-") {
            return .failure(UsageError("unknown option \(quoted(word)) before a command", usage: help.usage))
        }
        let meant = synonyms[word] ?? nearest(to: word, among: visibleCommands.map(\.name))
        let file = word.lowercased().hasSuffix(".md") ? synonyms["run"].map { "\($0) \(word)" } : nil
        let suggestion = (file ?? meant).map { "; did you mean `\($0)`?" } ?? ""
        return .failure(UsageError("unknown command \(quoted(word))\(suggestion)", usage: help.usage))
    }

    private func read(_ words: ArraySlice<String>, _ body: Body, path: [String], width: Int) -> Invocation {
        var declaration = ArgumentDeclaration()
        let action = body(&declaration)
        let help = HelpText(command: self, path: path, declaration: declaration, width: width)
        for word in words.prefix(while: { $0 != "--" }) {
            if let answer = answer(to: word, help) { return answer }
        }
        do throws(WordReader.Stop) {
            var reader = WordReader(declaration)
            let values = ArgumentValues(try reader.read(words), usage: help.usage)
            return .run { try await action(values) }
        } catch {
            switch error {
            case .help: return .help(help.full)
            case .failure(let message): return .failure(UsageError(message, usage: help.usage))
            }
        }
    }

    private func answer(to word: String, _ help: HelpText) -> Invocation? {
        switch word {
        case "--help", "-h": .help(help.full)
        case "--version": version.map { .help($0 + "\n") }
        default: nil
        }
    }
}
