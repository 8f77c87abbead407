/// What a `grep` command looks for, as a filter of jq (POSIX.1-2017, Utilities, grep).
struct GrepPattern {
    /// The filter that is true of a line with it.
    let test: String
    /// The text that is looked for, with `${name}` for values; nil for an expression, or where case is ignored.
    let plain: String?
    /// What is looked for, as a string of jq that is an expression.
    let pattern: String
    /// Whether the other lines are meant.
    let isNegated: Bool
    /// Whether the lines are only counted.
    let counts: Bool

    /// Reads the words behind `grep`; nil where the patterns are in a file, or several.
    ///
    /// - Parameter names: The names of the document's values, by their lower case.
    init?(_ words: [ShellPipeline.Word], name: String, names: [String: String]) {
        var letters = Set<UInt8>()
        var pattern: ShellPipeline.Word?
        var index = 0
        while index < words.count {
            let word = words[index]
            let option = Array(word.text.utf8)
            index += 1
            guard option.first == UInt8(ascii: "-"), option.count > 1 else {
                if pattern == nil { pattern = word }
                continue
            }
            if option[1] == UInt8(ascii: "-") {
                if let letter = Self.long[word.text] { letters.insert(letter) }
                continue
            }
            letters.formUnion(option.dropFirst())
            // The number of lines, unless it is a part of the word; the pattern.
            let last = option.last ?? 0
            if "ABCm".utf8.contains(last) { index += 1 }
            if last == UInt8(ascii: "f") { return nil }
            if last == UInt8(ascii: "e") {
                guard pattern == nil, index < words.count else { return nil }
                pattern = words[index]
                index += 1
            }
        }
        guard let pattern else { return nil }
        func has(_ letter: Unicode.Scalar) -> Bool { letters.contains(UInt8(ascii: letter)) }
        let isExtended = name == "egrep" || has("E") || has("P")
        let isFixed = name == "fgrep" || has("F")
        let special = isExtended ? "^$.*[\\|+?(){}" : "^$.*[\\"
        let isPattern =
            !isFixed
            && pattern.pieces.contains { piece in
                if case .text(let bytes) = piece { bytes.contains { special.utf8.contains($0) } } else { false }
            }
        let isWhole = has("x") || has("w")
        let ignoresCase = has("i") || has("y")
        var expression = isPattern && isExtended ? pattern : Self.expression(pattern, isBasic: isPattern)
        if has("w") { expression = Self.enclosed(expression, "\\b(", ")\\b") }
        if has("x") { expression = Self.enclosed(expression, "^(", ")$") }
        self.pattern = JQProgram.string(expression, names)
        let isPlain = !isPattern && !isWhole && !ignoresCase
        test =
            isPlain
            ? "contains(\(JQProgram.string(pattern, names)))" : "test(\(self.pattern)\(ignoresCase ? "; \"i\"" : ""))"
        plain = isPlain ? pattern.joined { "${\(JQProgram.name($0, names))}" } : nil
        isNegated = has("v")
        counts = has("c")
    }

    /// The letters of long options.
    private static let long: [String: UInt8] = [
        "--ignore-case": UInt8(ascii: "i"), "--invert-match": UInt8(ascii: "v"), "--count": UInt8(ascii: "c"),
        "--extended-regexp": UInt8(ascii: "E"), "--fixed-strings": UInt8(ascii: "F"),
        "--perl-regexp": UInt8(ascii: "P"), "--word-regexp": UInt8(ascii: "w"), "--line-regexp": UInt8(ascii: "x"),
    ]

    /// A text or a basic expression as an extended one: `\|` becomes `|`, and `+` becomes `\+`.
    private static func expression(_ word: ShellPipeline.Word, isBasic: Bool) -> ShellPipeline.Word {
        var result = ShellPipeline.Word()
        for piece in word.pieces {
            switch piece {
            case .variable(let name): result.append(variable: name)
            case .text(let bytes):
                var index = 0
                while index < bytes.count {
                    let byte = bytes[index]
                    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                    if isBasic, byte == UInt8(ascii: "\\"), next != 0 {
                        if !"|+?(){}".utf8.contains(next) { result.append(byte) }
                        result.append(next)
                        index += 1
                    } else {
                        let isLiteral = (isBasic ? "|+?(){}" : "^$.*[]\\|+?(){}").utf8.contains(byte)
                        if isLiteral { result.append(UInt8(ascii: "\\")) }
                        result.append(byte)
                    }
                    index += 1
                }
            }
        }
        return result
    }

    private static func enclosed(
        _ word: ShellPipeline.Word, _ start: String, _ end: String
    ) -> ShellPipeline.Word {
        var result = ShellPipeline.Word()
        result.append(start.utf8)
        result.append(word)
        result.append(end.utf8)
        return result
    }
}
