import RunbookModel

/// What is noticed in the words of commands: placeholders in the arguments of programs, and secrets in their options.
package struct CommandNotes {
    /// The placeholders, as offsets.
    package private(set) var placeholders: [Range<Int>] = []
    /// The secrets, as offsets.
    package private(set) var secrets: [Range<Int>] = []

    /// Programs that only print their arguments, or take them as a template of names.
    private static let showing: Set<String> = [
        "echo", "printf", "logger", "say", "banner", "wall", "mktemp", "tempfile",
    ]
    /// Programs that take a program or a pattern as an argument.
    private static let texts: Set<String> = [
        "awk", "gawk", "mawk", "sed", "jq", "yq", "perl", "python", "python3", "ruby", "node", "grep", "egrep", "rg",
    ]
    /// What may be before the name of a program.
    private static let before: Set<String> = [
        "sudo", "env", "exec", "command", "nohup", "time", "nice", "if", "then", "else", "elif", "while", "until", "do",
        "!", "{", "$",
    ]

    /// The options by which programs take a user with a password, `name:password`.
    private static let pairs: [String: Set<String>] = [
        "curl": ["-u", "--user", "-U", "--proxy-user"], "http": ["-a", "--auth"], "https": ["-a", "--auth"],
    ]
    /// The options by which programs take a password as the next word.
    private static let words: [String: Set<String>] = [
        "docker": ["-p"], "podman": ["-p"], "skopeo": ["-p"], "helm": ["-p"], "oras": ["-p"], "buildah": ["-p"],
        "sshpass": ["-p"], "redis-cli": ["-a", "--pass"], "mongo": ["-p"], "mongosh": ["-p"], "mongodump": ["-p"],
        "mongorestore": ["-p"], "ldapsearch": ["-w"], "ldapadd": ["-w"], "ldapmodify": ["-w"], "sqlcmd": ["-P"],
        "curl": ["--oauth2-bearer", "--pass", "--proxy-pass"], "keytool": ["-storepass", "-keypass"], "az": ["-p"],
        "cypher-shell": ["-p"], "rabbitmqadmin": ["-p"],
    ]
    /// The options that have their value in the same word.
    private static let joined: [String: String] = [
        "mysql": "-p", "mysqldump": "-p", "mysqladmin": "-p", "mariadb": "-p", "mariadb-dump": "-p", "sshpass": "-p",
        "sqlcmd": "-P", "curl": "-u", "7z": "-p",
    ]
    /// The programs whose `-p` is a password only behind this word.
    private static let subcommands: [String: String] = [
        "docker": "login", "podman": "login", "skopeo": "login", "helm": "login", "oras": "login", "buildah": "login",
        "az": "login",
    ]

    /// Looks at the commands of a text.
    package init(_ text: CommandWords) {
        for command in text.commands { look(at: command) }
    }

    private mutating func look(at command: [CommandWords.Word]) {
        var words = command[...]
        while let word = words.first, CommandNotes.before.contains(word.name) || isAssignment(word) {
            words = words.dropFirst()
        }
        guard let first = words.first else { return }
        let program = first.name
        lookForSecrets(program, words.dropFirst())
        if CommandNotes.showing.contains(program) { return }
        let takesProgram = CommandNotes.texts.contains(program)
        for word in words.dropFirst() {
            // What is not a path may be a part of a program, or what is looked for.
            if takesProgram, word.isQuoted || !word.text.contains(UInt8(ascii: "/")) { continue }
            if isPlaceholder(word) { placeholders.append(word.range) }
        }
    }

    /// `NAME=value` before a command.
    private func isAssignment(_ word: CommandWords.Word) -> Bool {
        let name = word.text.prefix { $0 != UInt8(ascii: "=") }
        return name.count < word.text.count && !name.isEmpty
            && name.allSatisfy { Placeholder.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }

    // MARK: Placeholders

    /// Whether a word, or a part of a path in it, stands for what the reader must put in.
    ///
    /// What has blanks is a text, and single braces, stars and dots mean something to shells.
    private func isPlaceholder(_ word: CommandWords.Word) -> Bool {
        let text = word.text
        guard text.count < 500, !text.contains(where: { $0 <= 0x20 && $0 != 0 }) else { return false }
        return text.split(whereSeparator: { "/=,:@".utf8.contains($0) }).contains { part in
            guard let first = part.first, let last = part.last, part.count > 2 else { return false }
            let inner = part.dropFirst().dropLast()
            if first == UInt8(ascii: "{"), last == UInt8(ascii: "}") {
                // What is in quotes is a format of another program, unless it is a path.
                return Placeholder.isName(inner) && (!word.isQuoted || text.contains(UInt8(ascii: "/")))
            }
            if first == UInt8(ascii: "<"), last == UInt8(ascii: ">") {
                return Placeholder.isName(inner)
                    && (!word.isQuoted || text.count == part.count || text.contains(UInt8(ascii: "/")))
            }
            return Placeholder.isYours(part) || part.holds("***".utf8)
                || part.holds("XXXX".utf8) && !part.contains(UInt8(ascii: "."))
                || Placeholder.isFiller(part)
        }
    }

    // MARK: Secrets

    private mutating func lookForSecrets(_ program: String, _ words: ArraySlice<CommandWords.Word>) {
        if let needed = CommandNotes.subcommands[program], !words.contains(where: { $0.name == needed }) { return }
        let pairs = CommandNotes.pairs[program] ?? []
        let values = CommandNotes.words[program] ?? []
        let joined = CommandNotes.joined[program]
        for (index, word) in zip(words.indices, words) where word.text.first == UInt8(ascii: "-") {
            let option = String(decoding: word.text.prefix(40), as: UTF8.self)
            let next = words[(index + 1)...].first
            if pairs.contains(option), let next {
                addPassword(in: next)
            } else if values.contains(option), let next {
                add(next, from: 0)
            } else if let joined, option.hasPrefix(joined), option.utf8.count > joined.utf8.count,
                !option.hasPrefix("--")
            {
                if pairs.contains(joined) { addPassword(in: word) } else { add(word, from: joined.utf8.count) }
            } else if let sign = word.text.firstIndex(of: UInt8(ascii: "=")),
                pairs.contains(String(decoding: word.text[..<sign].prefix(40), as: UTF8.self))
            {
                addPassword(in: word)
            }
        }
    }

    /// Notes the password of `name:password`, with or without its option before it.
    private mutating func addPassword(in word: CommandWords.Word) {
        if let colon = word.text.firstIndex(of: UInt8(ascii: ":")) { add(word, from: colon + 1) }
    }

    /// Notes the rest of a word, unless a value is inserted in it, it is a placeholder, or it names where to read it.
    private mutating func add(_ word: CommandWords.Word, from start: Int) {
        let value = word.text[min(start, word.text.count)...]
        guard value.count > 3, !value.contains(where: { $0 == 0 || $0 <= 0x20 }), !value.holds("***".utf8),
            let first = value.first, !"-@/<{".utf8.contains(first), !Placeholder.isWhole(value)
        else { return }
        secrets.append(word.range)
    }
}
