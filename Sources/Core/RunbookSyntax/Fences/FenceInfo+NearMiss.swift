import RunbookModel

extension FenceInfo {
    /// An info string that is not of the format, and whose author certainly meant that it is.
    struct NearMiss {
        /// The code of the problem.
        let code: String
        /// What is wrong.
        let message: String
        /// The smallest text that is wrong, and where it is.
        let text: Located<String>
        /// What to write instead.
        let help: String
        /// The role that was meant, `runbook` included; nil when only that one is missing is known.
        let role: String?
        /// Whether other tools write the same: only in a document that has roles elsewhere it is certainly meant for
        /// us.
        var isCommonElsewhere = false
    }

    /// Languages that people write what is executed in.
    static let executableLanguages: Set<String> = [
        "console", "sh", "bash", "shell", "zsh", "curl", "http", "shell-session", "shellsession",
    ]
    private static let shells: Set<String> = ["sh", "bash", "shell", "zsh", "shell-session", "shellsession"]
    /// Keys that other tools give to blocks which they execute, beside our own.
    private static let foreignKeys: Set<String> = ["name", "role", "interactive", "background", "cwd"]
    /// Keys that say of a block what it is.
    private static let roleKeys: Set<String> = ["role", "kind", "type", "class", "mode", "action", "runbook"]
    /// Languages of the format beside those of what is executed.
    private static let dataLanguages = ["json", "jq", "text", "txt", "yaml", "yml"]

    private static let words = FenceRole.allCases.map(\.rawValue) + ["runbook"]

    /// What the author meant; nil for what is of the format, and for what is certainly of other tools.
    var nearMiss: NearMiss? {
        guard role == nil, !isDeclaration, let language else { return nil }
        let name = Word(language.value)
        if let miss = joined(name, at: language) ?? swapped(name, at: language) { return miss }
        if let word, !name.first.isEmpty {
            if let miss = keyed(word, in: name.first) { return miss }
            if let meant = meant(by: word.value, in: name.first) {
                return wrongRole(word, meant, in: name.first)
            }
            if let miss = later(than: word, in: name.first) ?? braced(word, in: name.first) { return miss }
        }
        if let miss = scattered { return miss }
        guard language.value.hasPrefix("{"), FenceInfo.executableLanguages.contains(name.first) else { return nil }
        return NearMiss(
            code: "fence/no-role", message: "this block has its language in braces, but no role", text: language,
            help: "write for example `\(name.first) run`; if it is only for readers, write `\(name.first) text`",
            role: nil,
            isCommonElsewhere: FenceInfo.shells.contains(name.first))
    }

    /// `console:run`, `run-console` and `consolerun`, with any character between, also one that only looks like a
    /// blank.
    private func joined(_ name: Word, at language: Located<String>) -> NearMiss? {
        guard let last = name.parts.dropFirst().first else { return glued(name, at: language) }
        guard name.parts.count == 2 else { return nil }
        if FenceInfo.fitting(name.first).contains(last) { return wrongRole(language, last, in: name.first) }
        if FenceInfo.fitting(last).contains(name.first) { return wrongRole(language, name.first, in: last) }
        return nil
    }

    private func glued(_ name: Word, at language: Located<String>) -> NearMiss? {
        for known in FenceInfo.executableLanguages.sorted() + FenceInfo.dataLanguages {
            guard let role = FenceInfo.fitting(known).first(where: { known + $0 == name.first }) else { continue }
            return wrongRole(language, role, in: known)
        }
        return nil
    }

    /// A language and a role among other words: `{ .console .run }`, `console role=run`, `{r console run}`.
    private var scattered: NearMiss? {
        let words = InfoWord.words(in: text)
        for (place, word) in words.enumerated() {
            guard let language = word.name else { continue }
            let fitting = FenceInfo.fitting(language)
            if fitting.isEmpty { continue }
            let behind = words.indices.contains(place + 1) && words[place + 1].isApart ? [words[place + 1]] : []
            let before = word.isApart && place > 0 ? [words[place - 1]] : []
            let said =
                words.filter { $0.key.map(FenceInfo.roleKeys.contains) ?? false }
                + (behind + before).filter { $0.key == nil || $0.key == language }
            for other in said {
                guard let role = other.name, fitting.contains(role) else { continue }
                return wrongRole(Located(role, at: other.span), role, in: language)
            }
        }
        return nil
    }

    /// `run console`, `Run`.
    private func swapped(_ name: Word, at language: Located<String>) -> NearMiss? {
        guard name.parts.count == 1, name.first != "text", FenceInfo.words.contains(name.first) else { return nil }
        let second = word.map { Word($0.value).first }
        guard second == nil || second.map({ FenceInfo.fitting($0).contains(name.first) }) == true else { return nil }
        return NearMiss(
            code: "fence/no-language", message: "the role `\(name.first)` must follow a language",
            text: language,
            help: "write for example `\(second ?? FenceInfo.language(of: name.first)) \(name.first)`", role: name.first)
    }

    /// The role that a second word nearly is: `Run`, `{run`, `.run}`, `run,`, `run=yes`, `rum`.
    private func meant(by text: String, in language: String) -> String? {
        let fitting = FenceInfo.fitting(language)
        let isOurs = !fitting.isEmpty
        if let bare = Word.bare(text, mayHaveSigns: isOurs)?.lowercased(), FenceInfo.words.contains(bare) {
            // `text` as a word of other tools changes nothing.
            return bare == "text" && !isOurs ? nil : bare
        }
        if isOurs, let role = FenceInfo.derived(text) { return role }
        // A letter of another alphabet, or one that nobody sees, is a slip as well.
        let isPlain = text.utf8.allSatisfy { isOurs ? Word.isLetter($0) || $0 >= 0x80 : (0x61...0x7A).contains($0) }
        guard isPlain else { return nil }
        // `text` is omitted: other tools have words like `test`, and a slip in it changes nothing.
        return Suggestion.nearest(to: text.lowercased(), among: FenceInfo.words.filter { $0 != "text" })
    }

    /// The role of which a word is another form, or has more to it: `verified`, `expectation`, `run-once`.
    private static func derived(_ word: String) -> String? {
        let letters = word.utf8.drop { !Word.isLetter($0) }.prefix(while: Word.isLetter)
        // `run-all.sh` is the name of a file.
        guard letters.count <= 14, !word.utf8.contains(UInt8(ascii: ".")), let head = String(letters)?.lowercased()
        else { return nil }
        if ["run", "runs", "running", "runnable"].contains(head) { return "run" }
        return [("verif", "verify"), ("expect", "expect"), ("assert", "assert"), ("captur", "capture")]
            .first { head.hasPrefix($0.0) }?.1
    }

    /// Keys that only checks have, and no role: `json unordered=.hits`.
    private func keyed(_ word: Located<String>, in language: String) -> NearMiss? {
        let key = word.value.prefix { $0 != "=" }
        guard key.count < word.value.count, ["unordered", "of"].contains(key.lowercased()),
            let role = FenceInfo.checks(language).first
        else { return nil }
        return NearMiss(
            code: "fence/no-role", message: "this block has keys but no role", text: word,
            help: "write `\(language) \(role)` before the keys", role: role)
    }

    /// The second word of a block that is written like a check, and has an unknown word instead of a role: `json should`.
    var unknownCheck: (word: Located<String>, help: String)? {
        guard role == nil, !isDeclaration, let language, let word else { return nil }
        let name = Word(language.value).first
        guard name == "json" || name == "jq" else { return nil }
        let isBare = word.value.utf8.allSatisfy { Word.isLetter($0) || "-_".utf8.contains($0) }
        // `title="..."` is of tools that show blocks; who evaluates `jq` knows no `must=true`.
        let isKey = name == "jq" && word.value.contains("=") && !word.value.contains("\"")
        guard isBare || isKey else { return nil }
        let roles = FenceInfo.checks(name).map { "`\(name) \($0)`" }.joined(separator: " or ")
        return (word, "to check a response write \(roles); if the block is only for readers, write `\(name) text`")
    }

    private static func checks(_ language: String) -> [String] {
        fitting(language).filter { ["expect", "assert", "capture"].contains($0) }
    }

    /// A role behind words of other tools: `console title="x" run`.
    private func later(than word: Located<String>, in language: String) -> NearMiss? {
        let fitting = FenceInfo.fitting(language)
        var scanner = KeyScanner(tail)
        let words = scanner.words().dropFirst()
        guard let late = words.first(where: { $0.value == nil && fitting.contains($0.name.value.lowercased()) })
        else { return nil }
        let role = late.name.value.lowercased()
        return NearMiss(
            code: "fence/no-role", message: "the role `\(role)` is not the second word", text: late.name,
            help: "write `\(language) \(role)` first, then the other words", role: role)
    }

    /// Attributes in braces that other tools give to what they execute: `console {"id":"x"}`, `sh {name=x}`.
    private func braced(_ word: Located<String>, in language: String) -> NearMiss? {
        guard FenceInfo.executableLanguages.contains(language), word.value.hasPrefix("{") else { return nil }
        // Runme gives its blocks of commands a JSON object; without a word of ours it is certainly not for us.
        let text = Array("\(word.value) \(rest.text)".utf8)
        let isRunme = FenceInfo.shells.contains(language) && word.value.dropFirst().hasPrefix("\"")
        if isRunme, !["run", "verify"].contains(where: { text.holds($0.utf8) }) { return nil }
        let keys = Word(word.value + " " + rest.text).parts
        let known = FenceInfo.foreignKeys.union(StepKeys.names)
        guard word.value.dropFirst().hasPrefix("\"") || keys.contains(where: known.contains) else { return nil }
        return NearMiss(
            code: "fence/no-role", message: "this block has attributes in braces, but no role", text: word,
            help:
                "write for example `\(language) run id=NAME` without braces; or write `\(language) text` if it is only "
                + "shown",
            role: nil, isCommonElsewhere: FenceInfo.shells.contains(language))
    }

    private func wrongRole(_ word: Located<String>, _ role: String, in language: String) -> NearMiss {
        let isDeclaration = role == "runbook"
        let wanted = isDeclaration && !["yaml", "yml"].contains(language) ? "yaml" : language
        return NearMiss(
            code: "fence/unknown-role", message: "unknown role `\(VisibleText.visible(word.value))`", text: word,
            help: "did you mean `\(wanted) \(role)`?"
                + (isDeclaration ? "" : " If it is only for readers, write `text`"),
            role: role)
    }

    /// A language that a role is written in.
    private static func language(of role: String) -> String {
        switch role {
        case "expect": "json"
        case "assert", "capture": "jq"
        case "runbook": "yaml"
        default: "console"
        }
    }

    /// The roles that make sense behind a language of the format; none of another one.
    private static func fitting(_ language: String) -> [String] {
        switch language {
        case "json", "txt": ["expect"]
        case "text": ["expect"]
        case "jq": ["assert", "capture"]
        case "yaml", "yml": ["runbook", "run", "verify"]
        default: executableLanguages.contains(language) ? ["run", "verify", "undo"] : []
        }
    }
}

/// A word of an info string as other tools write them.
private struct Word {
    /// Its runs of letters and digits, in lower case; `shell-session` stays whole.
    let parts: [String]
    /// The first of them; empty when there is none.
    let first: String

    init(_ text: String) {
        let lower = text.lowercased()
        let isWhole = FenceInfo.executableLanguages.contains(lower)
        let runs = lower.utf8.split { !Word.isLetter($0) && !(0x30...0x39).contains($0) }
        parts = isWhole ? [lower] : runs.map { String(decoding: $0, as: UTF8.self) }
        first = parts.first ?? ""
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    /// The letters of a word without braces, quotes, commas and values around them; nil when there is more to it.
    ///
    /// - Parameter mayHaveSigns: Whether it may begin with `-`, `+`, `/` or `|`, which are options of other tools.
    static func bare(_ text: String, mayHaveSigns: Bool) -> String? {
        let signs = Array("+-/|".utf8)
        var rest = text.utf8.drop {
            !isLetter($0) && !(0x30...0x39).contains($0) && (mayHaveSigns || !signs.contains($0))
        }
        let word = rest.prefix(while: isLetter)
        rest = rest.dropFirst(word.count)
        let inner = Array("-_0123456789".utf8)
        guard !word.isEmpty, rest.first.map({ !inner.contains($0) }) ?? true else { return nil }
        return String(word)
    }
}
