import RunbookModel

extension Manifest {
    /// What is wrong with it, a sentence each; empty for a manifest that can be used.
    public var problems: [String] {
        identityProblems + languageProblems + targetProblems + operationProblems + keyProblems + exampleProblems
            + programProblems
    }

    private var identityProblems: [String] {
        var found: [String] = []
        if !Manifest.isPluginName(name) {
            found.append("`name` must start with a letter, and may have only lowercase letters, digits and `-`")
        }
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count != 3 || !parts.allSatisfy({ UInt32($0) != nil }) {
            found.append("`version` must be three numbers, such as `1.0.0`")
        }
        found += Manifest.sentenceProblems(summary, at: "summary")
        return found
    }

    /// Whether a text can be the name of a handler.
    public static func isPluginName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    private static func sentenceProblems(_ text: String, at place: String) -> [String] {
        text.isEmpty || text.utf8.count > 200 || text.contains(where: \.isNewline)
            ? ["`\(place)` must be one sentence of at most 200 characters"] : []
    }

    private static func twice(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }

    private var languageProblems: [String] {
        var found: [String] = []
        if languages.isEmpty, family == nil { found.append("`languages` is empty, so the plugin would get no blocks") }
        if let name = Manifest.twice(languages.map { "\($0.name)` for `\($0.targetKind)" }) {
            found.append("`languages` has `\(name)` twice")
        }
        for language in languages {
            if language.name.isEmpty || language.name.contains(where: { $0.isWhitespace || $0 == "`" }) {
                found.append("`\(VisibleText.visible(language.name))` cannot be the first word of an info string")
            }
            if ["yaml", "jq"].contains(language.name) {
                found.append("the language `\(language.name)` is reserved for the format")
            }
            if !ValueName.isName(language.targetKind) {
                found.append("`\(VisibleText.visible(language.targetKind))` cannot be a kind of target")
            }
        }
        return found
    }

    private var targetProblems: [String] {
        var found: [String] = []
        if let name = Manifest.twice(targetKinds.map(\.name)) { found.append("`target_kinds` has `\(name)` twice") }
        for kind in targetKinds {
            if !ValueName.isName(kind.name) {
                found.append("`\(VisibleText.visible(kind.name))` cannot be a kind of target")
            }
            found += Manifest.problems(kind.keys, rules: kind.rules, of: kind.name)
            for key in kind.keys {
                if ["kind", "name"].contains(key.name) { found.append("`\(key.name)` cannot be a key of a target") }
                if key.form == .secret, kind.properties.contains(key.name) {
                    found.append("`\(key.name)` is secret, so it cannot be a property")
                }
            }
            let known = kind.possibleProperties + kind.keys.map(\.name)
            let isWhole = executable != nil || !kind.keys.isEmpty
            for property in kind.properties where isWhole && !known.contains(property) {
                found.append("the property `\(property)` of `\(kind.name)` is not a key of `connection`")
            }
        }
        return found
    }

    private static func problems(
        _ keys: [TargetKind.Key], rules: [TargetKind.Rule], of kind: String
    ) -> [String] {
        var found: [String] = []
        let names = keys.map(\.name)
        if let name = Manifest.twice(names) { found.append("the kind `\(kind)` has the key `\(name)` twice") }
        for name in rules.flatMap(\.keys) where !names.contains(name) {
            found.append("a rule of the kind `\(kind)` refers to `\(name)`, which is not one of its keys")
        }
        for key in keys {
            if !ValueName.isName(key.name) {
                found.append("`\(VisibleText.visible(key.name))` cannot be a key of a target")
            }
            found += Manifest.sentenceProblems(key.summary, at: "summary` of `\(key.name)")
            if let group = key.form.group { found += problems(group.keys, rules: group.rules, of: kind) }
        }
        return found
    }

    private var operationProblems: [String] {
        var found: [String] = []
        if let family, !Manifest.isPluginName(family) {
            found.append("`family` must start with a letter, and may have only lowercase letters, digits and `-`")
        }
        if family == nil, !operations.isEmpty {
            found.append("`operations` needs a `family`, for `uses: FAMILY/NAME` in blocks")
        }
        if let name = Manifest.twice(operations.map(\.name)) { found.append("`operations` has `\(name)` twice") }
        return found
    }

    private var keyProblems: [String] {
        var found: [String] = []
        if let name = Manifest.twice(keys.map(\.name)) { found.append("`keys` has `\(name)` twice") }
        for key in keys {
            if StepKeys.names.contains(key.name) { found.append("the key `\(key.name)` is reserved for the format") }
            if !ValueName.isName(key.name) {
                found.append("`\(VisibleText.visible(key.name))` cannot be a key of a block")
            }
            found += Manifest.sentenceProblems(key.summary, at: "summary` of `\(key.name)")
            guard let value = key.defaultValue else { continue }
            found += key.schema.problems(with: value).map { "the default of `\(key.name)`: \($0)" }
        }
        return found
    }

    private var exampleProblems: [String] {
        if examples.isEmpty { return ["`examples` is empty: add at least one block, which is tested"] }
        let names = languages.map(\.name) + (family == nil ? [] : ["yaml"])
        return examples.filter { !names.contains($0.language) }
            .map { "an example has the language `\(VisibleText.visible($0.language))`, which is not in `languages`" }
    }

    /// What only a handler that is a program of its own must have.
    private var programProblems: [String] {
        guard let executable else { return [] }
        var found: [String] = []
        let parts = executable.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
            found.append("`executable` must be a file in the plugin's own folder")
        }
        if protocolNumber != Manifest.currentProtocol {
            found.append(
                "it uses protocol \(protocolNumber), but this release supports only \(Manifest.currentProtocol)")
        }
        if !calls.contains(.perform) { found.append("`calls` must have `perform`") }
        if calls.contains(.examine), targetKinds.isEmpty {
            found.append("`calls` has `examine`, but `target_kinds` is empty")
        }
        if effects == nil { found.append("`effects` is missing") }
        if languages.contains(where: { $0.body == .own }) {
            found.append("a language has the body `own`, which is allowed only for built-in handlers")
        }
        return found
    }
}
