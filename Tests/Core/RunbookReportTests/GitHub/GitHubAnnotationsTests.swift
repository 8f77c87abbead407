import RunbookModel
import RunbookReport
import Testing

struct GitHubAnnotationsTests {
    private static let source = SourceText(file: "docs/a.md", text: "# A\n\n```console verify withn=60s\n```\n")

    @Test func writesOneLineWithPlaceCodeMessageAndHelp() {
        let diagnostic = Diagnostic(
            "key/unknown", "unknown key `withn`", at: Self.source.span(23..<28), help: "did you mean `within`?")
        #expect(
            GitHubAnnotations.text([diagnostic]) == """
                ::error file=docs/a.md,line=3,col=19,endLine=3,title=key/unknown::unknown key `withn`%0A\
                help: did you mean `within`?

                """)
    }

    @Test(arguments: [
        (Diagnostic.Severity.error, "error"), (.warning, "warning"), (.hint, "notice"),
    ])
    func namesTheSeverityAsGitHubDoes(severity: Diagnostic.Severity, command: String) {
        let text = GitHubAnnotations.text([Diagnostic("a/b", severity, "m", at: nil)])
        #expect(text == "::\(command) title=a/b::m\n")
    }

    @Test func leavesTheColumnOutOverSeveralLines() {
        let text = GitHubAnnotations.text([Diagnostic("a/b", "m", at: Self.source.span(5..<35))])
        #expect(text == "::error file=docs/a.md,line=3,endLine=4,title=a/b::m\n")
    }

    @Test func tellsTheOtherPlace() {
        let related = Diagnostic.Related(span: Self.source.span(0..<1), message: "first here")
        let text = GitHubAnnotations.text([
            Diagnostic("id/duplicate", "twice", at: Self.source.span(5..<6), related: [related])
        ])
        #expect(
            text == """
                ::error file=docs/a.md,line=3,col=1,endLine=3,title=id/duplicate::twice%0Adocs/a.md:1: first here

                """)
    }

    @Test func ordersByPlaceAndWritesNothingForNothing() {
        let text = GitHubAnnotations.text([
            Diagnostic("b/b", "m", at: Self.source.span(5..<6)), Diagnostic("a/a", "m", at: Self.source.span(0..<1)),
        ])
        #expect(text.split(separator: "\n").map { $0.suffix(6) } == ["a/a::m", "b/b::m"])
        #expect(GitHubAnnotations.text([]).isEmpty)
    }

    /// What must come out of a file's name, by the rules of GitHub's toolkit for properties.
    @Test(arguments: [
        ("a b.md", "a b.md"),
        ("100%.md", "100%25.md"),
        ("%0A.md", "%250A.md"),
        ("a:b,c.md", "a%3Ab%2Cc.md"),
        ("a\n::error::x", "a%0A%3A%3Aerror%3A%3Ax"),
        ("a\r\nb", "a%0D%0Ab"),
        ("a\u{1B}[31m", "a\\u{1b}[31m"),
        ("a\u{2028}b", "a\\u{2028}b"),
        ("日本.md", "日本.md"),
    ])
    func escapesTheNameOfAFile(name: String, written: String) {
        let source = SourceText(file: name, text: "x")
        let text = GitHubAnnotations.text([Diagnostic("a/b", "m", at: source.span(0..<1))])
        #expect(text == "::error file=\(written),line=1,col=1,endLine=1,title=a/b::m\n")
    }

    /// A message is text from a document: it is made visible first, and ends no line.
    @Test(arguments: [
        ("50 %", "50 %25"),
        ("a: b, c", "a: b, c"),
        ("x\n::set-output name=a::b", "x\\u{a}::set-output name=a::b"),
        ("x\r::stop-commands::t", "x\\u{d}::stop-commands::t"),
        ("\u{1B}[2J", "\\u{1b}[2J"),
        ("%0A::error::x", "%250A::error::x"),
    ])
    func escapesTheMessage(message: String, written: String) {
        let text = GitHubAnnotations.text([Diagnostic("a/b", message, at: nil, help: message)])
        #expect(text == "::error title=a/b::\(written)%0Ahelp: \(written)\n")
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("::error title=a/b::") })
    }
}
