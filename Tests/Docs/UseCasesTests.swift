import Testing

/// `docs/architecture.md` lists the use cases of RunbookApp with their tests, and the types that set up a run.
struct UseCasesTests {
    private static let app = "Sources/Command/RunbookApp/"
    private static let page = Page("docs/architecture.md")

    private static let rows = page.prose.compactMap { line in
        line.firstMatch(of: #/^\| `(\w+)` \| `(\w+)`: [^|]+ \| `(\w+)` \|$/#).map {
            (folder: String($0.output.1), type: String($0.output.2), suite: String($0.output.3))
        }
    }

    @Test func eachFolderHasARow() {
        let folders = SourceFiles.all.filter { $0.path.hasPrefix(Self.app) }
            .compactMap { $0.path.dropFirst(Self.app.count).split(separator: "/").first.map(String.init) }
        #expect(Set(Self.rows.map(\.folder)) == Set(folders))
    }

    @Test func eachRowHasItsTypeAndItsTests() {
        for row in Self.rows {
            let path = "\(Self.app)\(row.folder)/\(row.type).swift"
            let file = SourceFiles.all.first { $0.path == path }
            #expect(file?.text.contains(" \(row.type)") == true, "\(path) is missing")
            let tests = SourceFiles.tests.first {
                $0.path.hasPrefix("Tests/Command/RunbookAppTests/") && $0.path.hasSuffix("/\(row.suite).swift")
            }
            #expect(tests?.text.contains("@Test") == true, "\(row.suite) is missing")
            #expect(tests?.text.contains("ToolTesting") == false, "\(row.suite) starts a process")
        }
        #expect(Self.rows.count > 10)
    }

    /// Each `Run...` type above the engine is explained in one line.
    @Test func eachTypeThatSetsUpARunIsExplained() {
        let folders = ["Sources/Command/RunbookCLI/Run/", Self.app]
        let names = SourceFiles.all.filter { file in folders.contains { file.path.hasPrefix($0) } }.flatMap { file in
            file.text.matches(
                of: #/\n(?:package )?struct (Run(?:Options|Site|Set\w+|Draft|Request|Prep\w+|Exec\w+|Perf\w+))\b/#
            )
            .map { String($0.output.1) }
        }
        #expect(names.count >= 5)
        for name in names { #expect(Self.page.text.contains("- `\(name)`: "), "\(name) is not explained") }
    }
}
