/// Gives the words of a command line to the arguments they are for.
struct WordReader {
    /// Why reading ended early.
    enum Stop: Error {
        case help
        case failure(String)
    }

    private let slots: [Slot]
    private var words: [[String]]
    private var positionals: [String] = []

    init(_ declaration: ArgumentDeclaration) {
        slots = declaration.slots
        words = Array(repeating: [], count: slots.count)
    }

    /// Reads all words and returns one value for each declared argument, in their order.
    mutating func read(_ line: ArraySlice<String>) throws(Stop) -> [any Sendable] {
        var rest = line
        while let word = rest.popFirst() {
            if word == "--" {
                positionals += rest
                break
            } else if word.hasPrefix("--") {
                try readLong(word, &rest)
            } else if word.hasPrefix("-"), word != "-" {
                try readShort(word, &rest)
            } else {
                positionals.append(word)
            }
        }
        try distribute()
        var values: [any Sendable] = []
        for (slot, words) in zip(slots, words) {
            do throws(Slot.Rejection) {
                values.append(try slot.read(words))
            } catch {
                throw .failure(message(for: slot, error))
            }
        }
        return values
    }

    private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) throws(Stop) {
        // By bytes: a sign and a mark that combines with it are one character.
        let parts = word.utf8.dropFirst(2).split(
            separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false
        ).map { Substring(decoding: $0, as: UTF8.self) }
        let name = parts.first.map(String.init) ?? ""
        guard let index = slots.firstIndex(where: { !$0.isPositional && $0.name == name }) else {
            throw .failure(unknown("--" + name))
        }
        guard case .option(let placeholder, _) = slots[index].form else {
            if parts.count > 1 { throw .failure("`--\(name)` takes no value") }
            return words[index].append("")
        }
        try add(parts.count > 1 ? String(parts[1]) : value("--" + name, placeholder, &rest), to: index)
    }

    private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) throws(Stop) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            if letter == "h" { throw .help }
            guard let index = slots.firstIndex(where: { $0.short == letter }) else {
                // `-dry-run`: what was meant is clear from the whole word, not from its first letter.
                let isLong = word.count > 2 && slots.contains { "-" + $0.spelling.dropFirst(2) == word }
                throw .failure(
                    isLong ? "unknown option \(quoted(word)); did you mean `-\(word)`?" : unknown("-\(letter)"))
            }
            guard case .option(let placeholder, _) = slots[index].form else {
                words[index].append("")
                continue
            }
            return try add(letters.isEmpty ? value("-\(letter)", placeholder, &rest) : String(letters), to: index)
        }
    }

    /// Takes the next word as a value, whatever it is, except an option of this command.
    ///
    /// GNU would take that too; `--env --yes` is then an environment called `--yes`, and nobody means that.
    private func value(
        _ name: String, _ placeholder: String, _ rest: inout ArraySlice<String>
    ) throws(Stop) -> String {
        guard let word = rest.first, word != "--" else {
            throw .failure("`\(name)` needs a value: `\(name) \(placeholder)`")
        }
        let isOption = slots.contains { slot in
            !slot.isPositional && (word == slot.spelling || word == slot.short.map { "-\($0)" })
        }
        if isOption {
            let joined = name.hasPrefix("--") ? "\(name)=\(word)" : name + word
            throw .failure("`\(name)` needs a value before \(quoted(word)); write `\(joined)` if that is the value")
        }
        rest.removeFirst()
        return word
    }

    private mutating func add(_ word: String, to index: Int) throws(Stop) {
        if case .option(_, repeats: false) = slots[index].form, !words[index].isEmpty {
            throw .failure("`\(slots[index].spelling)` is repeated")
        }
        words[index].append(word)
    }

    private mutating func distribute() throws(Stop) {
        var rest = positionals[...]
        for (index, slot) in slots.enumerated() {
            guard case .positional(let count) = slot.form else { continue }
            switch count {
            case .exactlyOne, .atMostOne: words[index] = rest.popFirst().map { [$0] } ?? []
            case .any:
                words[index] = Array(rest)
                rest = []
            }
            let isMissing =
                switch count {
                case .exactlyOne: words[index].isEmpty
                case .atMostOne: false
                case .any(let minimum): words[index].count < minimum
                }
            if isMissing { throw .failure("`\(slot.name)` is missing") }
        }
        if let extra = rest.first { throw .failure("unexpected argument \(quoted(extra))") }
    }

    private func unknown(_ option: String) -> String {
        let names = slots.filter { !$0.isPositional }.map(\.spelling) + ["--help"]
        let suggestion = option.hasPrefix("--") ? nearest(to: option, among: names) : nil
        return "unknown option \(quoted(option))" + (suggestion.map { "; did you mean `\($0)`?" } ?? "")
    }

    private func message(for slot: Slot, _ rejection: Slot.Rejection) -> String {
        let suggestion = nearest(to: rejection.word, among: slot.choices).map { "; did you mean `\($0)`?" } ?? ""
        return "\(quoted(rejection.word)) is not a value of `\(slot.spelling)`: \(rejection.reason)\(suggestion)"
    }
}
