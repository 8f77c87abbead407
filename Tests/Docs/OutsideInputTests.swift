import Testing

/// Numbers of others may not end the process, and texts of others may not cost more than their length.
///
/// Some words of the language do either: they are found here, and each use says why it may stand.
@Suite struct OutsideInputTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        /// What is looked for in a line.
        let words: [String]
        /// What to do instead.
        let instead: String
        /// The files in which it may stand, with the reason.
        let allowed: [String: String]
        var testDescription: String { name }
    }

    static let rules = [
        Rule(
            name: "the absolute value of the least number traps", words: ["abs("],
            instead: "compare with a range",
            allowed: [
                "Sources/Core/RunbookModel/Diagnostics/Suggestion.swift": "lengths of texts",
                "Sources/Sandbox/SandboxElastic/Mapping/FieldValue.swift": "a double",
                "Sources/Sandbox/SandboxElastic/Search/BooleanQuery.swift": "between -100 and 100",
                "Sources/Sandbox/SandboxElastic/Ground/TimeValue.swift": "within its own bounds",
            ]),
        Rule(
            name: "a double that does not fit an integer traps",
            words: ["Int(Double(", "Int(timeout /", "Int(duration /", "Int(number.double", ".double * ", ".double) *"],
            instead: "use `Int(exactly:)`, or put the double into bounds first",
            allowed: [
                "Sources/Sandbox/SandboxElastic/Recovery/ShardRecovery.swift": "a share of a number of ours",
                "Sources/Sandbox/SandboxElastic/Snapshots/ShardStatus.swift": "a share of a number of ours",
                "Sources/Sandbox/SandboxElastic/Ground/TimeValue.swift": "within its own bounds",
            ]),
        Rule(
            name: "looking for the border of a character costs the length of the character",
            words: [
                "Index(end, within:", "Index(index, within:", "samePosition(in:", "rangeOfComposedCharacterSequence",
            ],
            instead: "look at bytes or scalars: `text.utf8[index] & 0xC0 == 0x80` is inside of a scalar", allowed: [:]),
        Rule(
            name: "an unchecked conversion to a smaller integer traps",
            words: ["Int32(value.int", "UInt8(number", "UInt16(number", "Int16(number"],
            instead: "use `exactly:` or `clamping:`", allowed: [:]),
    ]

    @Test(arguments: rules)
    func isNotUsed(rule: Rule) {
        for file in SourceFiles.all where !file.path.contains("/Tests/") && rule.allowed[file.path] == nil {
            for (number, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
                for word in rule.words where Self.has(word, in: code) {
                    Issue.record("\(file.path):\(number + 1): \(rule.name); \(rule.instead)")
                }
            }
        }
    }

    @Test(arguments: rules)
    func whatIsAllowedIsThere(rule: Rule) {
        for path in rule.allowed.keys {
            let text = SourceFiles.all.first { $0.path == path }?.text ?? ""
            #expect(rule.words.contains { Self.has($0, in: text[...]) }, "\(path)")
        }
    }

    /// Whether a word stands in a line, not as the end of a longer one.
    private static func has(_ word: String, in line: Substring) -> Bool {
        guard let range = line.firstRange(of: word) else { return false }
        guard word.first?.isLetter == true, range.lowerBound > line.startIndex else { return true }
        let before = line[line.index(before: range.lowerBound)]
        return !(before.isLetter || before.isNumber || before == ".")
    }
}
