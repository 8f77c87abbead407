extension Command {
    /// What can replace the last word.
    ///
    /// - Parameter words: The words behind the program's name; the last one, which may be empty, is being typed.
    package func completion(of words: [String]) -> Completion { completion(of: words[...], path: [name]) }

    private func completion(of words: ArraySlice<String>, path: [String]) -> Completion {
        switch content {
        case .action(let body):
            var declaration = ArgumentDeclaration()
            _ = body(&declaration)
            var reader = CompletionReader(declaration, path: path)
            return reader.read(words)
        case .group(let commands):
            var rest = words
            // `help a b` is `a b --help`.
            while rest.count > 1, rest.first == "help" { rest.removeFirst() }
            if rest.count > 1, let word = rest.first {
                if let command = commands.first(where: { $0.name == word }) {
                    return command.completion(of: rest.dropFirst(), path: path + [word])
                }
                return Completion(path: path, candidates: [], value: nil, given: [:])
            }
            let typed = rest.last ?? ""
            var all = visibleCommands.map { Completion.Candidate($0.name, help: $0.abstract) }
            all.append(Completion.Candidate("help", help: "show the help of a command"))
            if typed.hasPrefix("-") {
                all.append(Completion.Candidate("--help", help: "show this help"))
                if version != nil { all.append(Completion.Candidate("--version", help: "show the version")) }
            }
            return Completion(path: path, candidates: all.filter { $0.word.hasPrefix(typed) }, value: nil, given: [:])
        }
    }
}
