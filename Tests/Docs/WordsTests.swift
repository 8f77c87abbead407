import Foundation
import Testing

/// Texts for people are plain English; phrases that are not are listed here, each with what to write instead.
///
/// What imitates a server, or quotes one, keeps the words of that server.
@Suite struct WordsTests {
    struct Phrase: Sendable, CustomTestStringConvertible {
        /// A regular expression over one line.
        let pattern: String
        let instead: String
        var testDescription: String { pattern }

        init(_ pattern: String, _ instead: String) {
            self.pattern = pattern
            self.instead = instead
        }

        /// The lines of a text that have it.
        func lines(of text: String) throws -> [String] {
            let expression = try NSRegularExpression(pattern: pattern)
            let matches = expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
            return matches.compactMap { match in
                Range(match.range, in: text).map {
                    text[text.lineRange(for: $0)].trimmingCharacters(in: .newlines)
                }
            }
        }
    }

    static let phrases = [
        Phrase(#"(?<!here )\b(is|are) no (?!longer\b|more\b)"#, "`is not a`, `has no`, or `there is no`"),
        Phrase(#"\b(has|have) not[.,;:)]"#, "`does not have it`"),
        Phrase(#"\bholds? no(thing)?\b"#, "`is empty`, or `contains no`"),
        Phrase(#"\bsurely\b"#, "`certainly`"),
        Phrase(#"\bmend"#, "`fix`"),
        Phrase(#"\banew\b"#, "`again`, or `start over`"),
        Phrase(#"\b(taken|carried|carry|carries) on\b"#, "`resumed`, or `executed`"),
        Phrase(#"\b(go|goes|went|going) on\b"#, "`continue`"),
        Phrase(#"\bbelongs? into\b"#, "`belongs in`"),
        Phrase(#"\b(outside|inside) of\b"#, "`outside`, or `inside`"),
        Phrase(
            #"\b(stands?|stood) (in|on|at|alone|behind|before|below|above|there|here|between|outside|where)\b"#,
            "`is in`"),
        Phrase(#"\b(cannot|can|may|must|shall) stand\b"#, "`is not allowed here`"),
        Phrase(#"\bas (it|they) stands?\b"#, "`as it is`"),
        Phrase(#"\bonce more\b"#, "`again`"),
        Phrase(#"\bin place of\b"#, "`instead of`"),
        Phrase(#"\b(is|are|was|were) told\b"#, "`is shown`, or `is reported`"),
        Phrase(#", for (it|they|he|she|nobody) "#, "`because`"),
        Phrase(#"\b(is|are) (none|known here)\b"#, "`is not valid`, or `is unknown`"),
        Phrase(#"\bthe answer's\b"#, "`the response`: people answer, targets respond"),
        Phrase(#"\btake (it|them) out\b"#, "`remove it`"),
        Phrase(#"\b(is|are) left out\b"#, "`is omitted`, or `is skipped`"),
        Phrase(#"\bwrite [^\n]{0,60} into\b"#, "`write it in`"),
        Phrase(#"\b(demands?|demanded)\b"#, "`requires`"),
        Phrase(#"\bsomething else than\b"#, "say what it is, and what it must be"),
        Phrase(#"\bgiven twice\b"#, "`is repeated`"),
        Phrase(#"\bdoes? not come true\b|\bcame true\b"#, "`does not pass`"),
    ]

    /// Whose words are those of a server.
    private static let quoting = [
        "Sources/Sandbox/SandboxElastic/", "Sources/Sandbox/SandboxAlicloud/", "Sources/Support/AlicloudContract/",
        "Sources/Adapters/ElasticClient/LastingError.swift", "Sources/Sandbox/SandboxServer/Console/",
        "Sources/Support/HTTPClient/HTTPClient+TLSProblem.swift",
    ]

    /// The lines of all sources but comments, each with its file.
    private static let code = SourceFiles.all.filter { file in
        !file.path.contains("/Tests/") && !quoting.contains { file.path.hasPrefix($0) }
    }.map { lines(of: $0.text, in: $0.path) { !$0.drop { $0 == " " }.hasPrefix("//") } }.joined()

    /// The pages that are read as often as messages; a decision keeps the words that it was made with.
    private static let pages = Page.all.filter { $0.path != "docs/decisions.md" }
        .map { page in page.prose.map { "\(page.path): \($0)\n" }.joined() }.joined()

    /// The lines of comments: people who read the code have the same first languages.
    private static let comments = SourceFiles.all.filter { !$0.path.contains("/Tests/") }
        .map { lines(of: $0.text, in: $0.path) { $0.drop { $0 == " " }.hasPrefix("//") } }.joined()

    private static func lines(of text: String, in path: String, where condition: (Substring) -> Bool) -> String {
        text.split(separator: "\n").filter(condition).map { "\(path): \($0)\n" }.joined()
    }

    @Test(arguments: phrases)
    func isNotSaid(phrase: Phrase) throws {
        for line in try phrase.lines(of: Self.code) { Issue.record("write \(phrase.instead): \(line)") }
    }

    @Test(arguments: phrases)
    func isNotWritten(phrase: Phrase) throws {
        for line in try phrase.lines(of: Self.pages) { Issue.record("write \(phrase.instead): \(line)") }
    }

    @Test(arguments: phrases)
    func isNotInComments(phrase: Phrase) throws {
        for line in try phrase.lines(of: Self.comments) where !line.contains(#/(there (is|are)|///) +(is )?none\b/#) {
            Issue.record("write \(phrase.instead): \(line)")
        }
    }

    @Test func aPhraseIsFound() throws {
        let phrase = Phrase(#"\bmend"#, "`fix`")
        #expect(try phrase.lines(of: "a: mend it\nb: fix it, for it is amended\n") == ["a: mend it"])
    }
}
