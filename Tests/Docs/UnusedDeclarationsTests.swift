import Testing

/// What other targets may use, and nobody does, is deleted.
struct UnusedDeclarationsTests {
    /// Names that Swift itself looks for.
    private static let called: Set<Substring> = ["debugDescription", "customMirror", "callAsFunction", "enqueue"]
    /// What may stand between the access and the name of a declaration.
    private static let keywords: Set<Substring> = [
        "var", "let", "func", "struct", "enum", "class", "actor", "protocol", "typealias",
    ]

    @Test func eachIsNamedSomewhereElse() {
        var counts: [Substring: Int] = [:]
        for (_, text) in SourceFiles.all + SourceFiles.tests + SourceFiles.fuzz {
            for line in Self.code(text) {
                for word in Self.words(line) { counts[word, default: 0] += 1 }
            }
        }
        var found = 0
        for (path, text) in SourceFiles.all where !path.contains("/Tests/") {
            for name in Self.code(text).compactMap(Self.declared) {
                found += 1
                if counts[name] == 1, !Self.called.contains(name) {
                    Issue.record("\(path): nobody uses `\(name)`; delete it")
                }
            }
        }
        #expect(found > 1000, "the declarations are found")
    }

    /// The lines that are no comments.
    private static func code(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    }

    private static func words(_ line: Substring) -> [Substring] {
        line.utf8.split { byte in
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            return !isLetter && !(0x30...0x39).contains(byte) && byte != 0x5F
        }.compactMap { Substring($0) }
    }

    /// The name that a line declares for other targets.
    private static func declared(_ line: Substring) -> Substring? {
        let words = words(line)
        guard let first = words.first, first == "public" || first == "package",
            let keyword = words.firstIndex(where: { keywords.contains($0) }),
            keyword <= 4, words.indices.contains(keyword + 1)
        else { return nil }
        return words[keyword + 1]
    }
}
