import Foundation
import RunbookReport
import Testing

/// The catalogue of `runbook explain` and the codes in the sources are the same.
struct CodesTests {
    /// Whether a literal that looks like a code is none: a media type, or a path.
    private static func isOther(_ literal: String) -> Bool {
        literal.hasPrefix("application/") || ["text/html", "text/plain"].contains(literal)
            || literal == "runbook/environments"
    }

    /// Where a part of a code is filled in: what stands in the source, the file that fills it, and how.
    private static let families: [(template: String, file: String, member: String)] = [
        (#""store/\("#, "RunbookStore/StoreFailure.swift", #"case \.[a-zA-Z]+: "([a-z-]+)""#),
        (#""console/\("#, "ElasticRequests/", #"ConsoleFault\(\s*"([a-z-]+)""#),
        (#""curl/\("#, "ElasticRequests/", #"CurlFault\(\s*"([a-z-]+)""#),
        (#""status/\("#, "Actions/Response.swift", #"\n        case ([a-z]+)"#),
        (#""target/\("#, "ElasticClient/TargetExaminer.swift", #"(?:failed|diagnostic)\(\s*"([a-z-]+)""#),
        (#""\(role)/detached""#, "Runbook/Check.swift", #"\n    case ([a-z]+)"#),
    ]

    /// The sources that may tell people of problems; Support knows nothing of runbooks, the sandbox answers as a server.
    private static let sources = SourceFiles.all.filter { file in
        let elsewhere = ["Sources/Sandbox/", "Sources/Support/", "/Tests/", "/Codes/"]
        return !elsewhere.contains { file.path.contains($0) }
    }

    /// Every code in the sources, with a place.
    private static let inSources: [String: String] = {
        var codes: [String: String] = [:]
        for source in sources {
            for code in matches(of: #""([a-z]+(?:-[a-z]+)*/[a-z0-9]+(?:-[a-z0-9]+)*)""#, in: source.text)
            where !isOther(code) { codes[code] = source.path }
        }
        for family in families {
            let text = sources.filter { $0.path.contains(family.file) }.map(\.text).joined()
            for member in matches(of: family.member, in: text) {
                let template = family.template.replacingOccurrences(of: "\"", with: "")
                let code =
                    template.hasPrefix("\\")
                    ? template.replacingOccurrences(of: "\\(role)", with: member)
                    : template.replacingOccurrences(of: "\\(", with: member)
                // A member may itself be a whole code of another area.
                if !member.contains("/") { codes[code] = family.file }
            }
        }
        return codes
    }()

    @Test func everyCodeIsExplained() {
        #expect(Self.inSources.count > 150)
        for (code, path) in Self.inSources.sorted(by: { $0.key < $1.key }) {
            #expect(CodeCatalogue.entry(code) != nil, "`\(code)` of \(path) has no entry in RunbookReport/Codes/Areas")
        }
    }

    @Test func everyExplanationIsOfACode() {
        for entry in CodeCatalogue.entries {
            #expect(Self.inSources[entry.code] != nil, "nothing in the sources has the code `\(entry.code)`")
        }
    }

    /// A code that is put together in a new place must be entered above, or it is not seen.
    @Test func codesArePutTogetherOnlyWhereThisTestKnows() {
        let templates = Set(
            Self.sources.flatMap { source in
                Self.matches(
                    of: #"(?:Diagnostic\(|code:|report\(|warn\()\s*("[a-z]+/\\\(|"\\\([a-z.A-Z]+\)/[a-z-]+")"#,
                    in: source.text)
            })
        #expect(templates == Set(Self.families.map(\.template)))
    }

    @Test func eachIsExplainedOnceAndInSentences() {
        #expect(Set(CodeCatalogue.entries.map(\.code)).count == CodeCatalogue.entries.count)
        for entry in CodeCatalogue.entries {
            for text in [entry.meaning, entry.fix] {
                #expect(text.hasSuffix("."), "\(entry.code): \(text)")
                #expect(!text.contains("\n"), "\(entry.code): \(text)")
            }
        }
    }

    private static func matches(of pattern: String, in text: String) -> [String] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else {
            Issue.record("no regular expression: \(pattern)")
            return []
        }
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }
}
