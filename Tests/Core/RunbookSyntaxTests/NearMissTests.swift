import RunbookModel
import Testing

@testable import RunbookSyntax

/// Info strings that are not of the format, and whose authors surely meant that they are.
struct NearMissTests {
    @Test(arguments: [
        // Case.
        ("console 1️⃣Run2️⃣ again=yes", "`console run`"), ("Console 1️⃣Run2️⃣", "`console run`"),
        ("json 1️⃣Expect2️⃣", "`json expect`"), ("jq 1️⃣ASSERT2️⃣", "`jq assert`"), ("jq 1️⃣Capture2️⃣", "`jq capture`"),
        ("console 1️⃣VERIFY2️⃣", "`console verify`"), ("sh 1️⃣Text2️⃣", "`sh text`"), ("json 1️⃣Expcet2️⃣", "`json expect`"),
        ("yaml 1️⃣Runbook2️⃣", "`yaml runbook`"), ("YAML 1️⃣runbook2️⃣", "`yaml runbook`"),
        ("json 1️⃣runbook2️⃣", "`yaml runbook`"), ("js 1️⃣Run2️⃣", "`js run`"),
        // Commas, colons and other signs.
        ("console 1️⃣run,2️⃣ again=yes", "`console run`"), ("json 1️⃣expect:2️⃣", "`json expect`"),
        ("jq 1️⃣assert;2️⃣", "`jq assert`"), ("1️⃣console:run2️⃣", "`console run`"), ("1️⃣json,expect2️⃣", "`json expect`"),
        ("1️⃣jq:capture2️⃣ x", "`jq capture`"), ("1️⃣console-run2️⃣", "`console run`"), ("1️⃣yaml:runbook2️⃣", "`yaml runbook`"),
        ("1️⃣bash/run2️⃣", "`bash run`"), ("console 1️⃣\"run\"2️⃣", "`console run`"), ("console 1️⃣--run2️⃣", "`console run`"),
        ("console 1️⃣run=yes2️⃣", "`console run`"), ("console 1️⃣#verify2️⃣", "`console verify`"),
        // A blank that is none, and a character that nobody sees.
        ("1️⃣console\u{A0}run2️⃣", "`console run`"), ("console 1️⃣run\u{200B}2️⃣", "`console run`"),
        // Braces.
        ("console 1️⃣{run2️⃣ again=yes}", "`console run`"), ("console 1️⃣{.run}2️⃣", "`console run`"),
        ("{.console 1️⃣.run}2️⃣", "`console run`"), ("{console 1️⃣run}2️⃣", "`console run`"),
        ("json 1️⃣{expect}2️⃣", "`json expect`"), ("{.jq 1️⃣.assert2️⃣ #x}", "`jq assert`"),
        ("1️⃣{.yaml.runbook}2️⃣", "`yaml runbook`"), ("console 1️⃣[run]2️⃣", "`console run`"),
        ("console 1️⃣<verify>2️⃣", "`console verify`"), ("console 1️⃣(run)2️⃣", "`console run`"),
        ("{ .console .1️⃣run2️⃣ }", "`console run`"), ("{ .console .1️⃣run2️⃣ again=yes }", "`console run`"),
        ("{ .json .1️⃣expect2️⃣ }", "`json expect`"), ("{code-block} console 1️⃣run2️⃣", "`console run`"),
        ("{r console 1️⃣run2️⃣}", "`console run`"), ("{ .1️⃣verify2️⃣ .console }", "`console verify`"),
        // A key that says what it is.
        ("console role=1️⃣run2️⃣", "`console run`"), ("console role:1️⃣run2️⃣", "`console run`"),
        ("json role=1️⃣expect2️⃣", "`json expect`"), ("jq {type=1️⃣Assert2️⃣}", "`jq assert`"),
        ("json {\"role\": \"1️⃣expect2️⃣\"}", "`json expect`"), ("jq title=x role='1️⃣capture2️⃣'", "`jq capture`"),
        // Other forms of the word, and more behind it.
        ("console 1️⃣verified2️⃣", "`console verify`"), ("console 1️⃣running2️⃣", "`console run`"),
        ("json 1️⃣expectation2️⃣", "`json expect`"), ("json 1️⃣Expected2️⃣", "`json expect`"),
        ("text 1️⃣expected2️⃣", "`text expect`"), ("jq 1️⃣assertions2️⃣", "`jq assert`"),
        ("jq 1️⃣captured2️⃣", "`jq capture`"), ("console 1️⃣run-once2️⃣", "`console run`"),
        ("json 1️⃣expect12️⃣", "`json expect`"), ("json 1️⃣expect_body2️⃣", "`json expect`"),
        // No blank at all, and the other way round.
        ("1️⃣consolerun2️⃣", "`console run`"), ("1️⃣jsonexpect2️⃣", "`json expect`"), ("1️⃣jqassert2️⃣ x", "`jq assert`"),
        ("1️⃣yamlrunbook2️⃣", "`yaml runbook`"), ("1️⃣run-console2️⃣", "`console run`"), ("1️⃣expect:json2️⃣", "`json expect`"),
        // A letter of another alphabet.
        ("console 1️⃣r\u{443}n2️⃣", "`console run`"), ("json 1️⃣\u{435}xpect2️⃣", "`json expect`"),
    ])
    func aRoleIsWrittenAsItIs(marked: String, help: String) {
        expectMiss("fence/unknown-role", marked, help)
    }

    @Test(arguments: [
        ("1️⃣{console}2️⃣", "`console run`"), ("console 1️⃣{\"id\":\"x\"}2️⃣", "without braces"),
        ("console 1️⃣{2️⃣ name=x }", "without braces"), ("console 1️⃣{\"name\":2️⃣ \"x\"}", "without braces"),
        ("console 1️⃣{id=x2️⃣ again=yes}", "without braces"), ("console title=\"x\" 1️⃣run2️⃣ again=yes", "first"),
        ("json title=x 1️⃣Expect2️⃣", "first"), ("console id=x 1️⃣verify2️⃣", "first"),
        ("json 1️⃣unordered=.hits2️⃣", "`json expect`"), ("json 1️⃣Unordered=.hits2️⃣ of=x", "`json expect`"),
        ("jq 1️⃣of=x2️⃣", "`jq assert`"), ("text 1️⃣of=x2️⃣", "`text expect`"),
    ])
    func aRoleStandsBehindTheLanguage(marked: String, help: String) {
        expectMiss("fence/no-role", marked, help)
    }

    /// What other tools write behind a shell is a slip only where other blocks have roles.
    @Test(arguments: ["1️⃣{.sh}2️⃣", "bash 1️⃣{\"id\":\"run\"}2️⃣", "sh 1️⃣{2️⃣ name=x }"])
    func shellsInBracesAreTakenByTheirSurroundings(marked: String) {
        let text = MarkedText(declaration + "\n```" + marked + "\nls\n```\n")
        #expect(RunbookParser.parse(text.source).diagnostics.allSatisfy { $0.severity == .hint })
        let more = SourceText(file: "book.md", text: text.source.text + "\n```sh run\nls\n```\n")
        let found = RunbookParser.parse(more).diagnostics
        #expect(found.map(\.code) == ["fence/no-role"])
        #expect(found.first?.span == text.span("1️⃣", "2️⃣"))
    }

    /// Runme marks its blocks of commands so; nothing in them says that they are for us.
    @Test(arguments: ["sh {\"id\":\"x\"}", "bash {\"id\": \"x\", \"name\": \"y\"}"])
    func objectsOfRunmeAreTheirs(info: String) {
        let found = parse("```sh run\nls\n```\n\n```\(info)\nls\n```").diagnostics
        #expect(found.filter { $0.severity != .hint } == [], "\(info)")
    }

    @Test(arguments: [
        ("1️⃣run2️⃣ console", "`console run`"), ("1️⃣Verify2️⃣", "`console verify`"), ("1️⃣expect2️⃣ json", "`json expect`"),
        ("1️⃣assert2️⃣", "`jq assert`"), ("1️⃣runbook2️⃣", "`yaml runbook`"), ("1️⃣Runbook2️⃣ yaml", "`yaml runbook`"),
    ])
    func aLanguageComesFirst(marked: String, help: String) {
        expectMiss("fence/no-language", marked, help)
    }

    @Test(arguments: [
        "json {#id}", "json {1,3-4}", "js {run-it}", "python {.python .numberLines}", "{.python}", "diff +run",
        "sql test",
        "js title=\"run\"", "text Output", "text to be shown", "python run_all", "rust should_panic", "ini",
        "sh {linenos=table}", "console {1,3}", "bash {.no-copy}", "bash title=\"how to run it\"", "mermaid", "json5",
        "yaml title=\"x\"", "json title=\"expect\"", "sh run-all.sh", "js title=run.sh",
        "json {highlight: [1]}", "js class=run", "text {console}",
    ])
    func wordsOfOtherToolsAreTheirs(info: String) {
        let found = parse("```\(info)\n1\n```").diagnostics
        #expect(found.filter { $0.severity != .hint } == [], "\(info)")
    }

    /// Below a block a check would be expected here, and nothing is checked.
    @Test(arguments: ["json 1️⃣should2️⃣", "jq 1️⃣check2️⃣", "jq 1️⃣must=true2️⃣", "JSON 1️⃣equals2️⃣ x", "jq 1️⃣matches2️⃣"])
    func aWordThatIsNoRoleIsToldOfBelowABlock(marked: String) {
        let text = MarkedText(declaration + "\n```console run\nGET /\n```\n\n```" + marked + "\n{}\n```\n")
        let found = RunbookParser.parse(text.source).diagnostics
        #expect(found.map(\.code) == ["fence/unknown-role"], "\(marked)")
        #expect(found.first?.severity == .warning)
        #expect(found.first?.span == text.span("1️⃣", "2️⃣"))
        let alone = MarkedText(declaration + "\n```" + marked + "\n{}\n```\n")
        #expect(RunbookParser.parse(alone.source).diagnostics == [], "\(marked)")
    }

    @Test(arguments: ["json", "json {1,3}", "json title=\"x\"", "jq title=\"x\"", "json text", "json5 x", "yaml x"])
    func wordsOfOtherToolsAreTheirsBelowABlockToo(info: String) {
        #expect(parse("```console run\nGET /\n```\n\n```\(info)\n{}\n```").diagnostics == [], "\(info)")
    }

    @Test(arguments: [
        ("key/malformed", "console run 1️⃣{name=x}2️⃣"), ("key/malformed", "json expect 1️⃣{ unordered=.a }2️⃣"),
        ("key/malformed", "console verify 1️⃣{\"within\": \"3s\"}2️⃣"),
    ])
    func keysStandInNoBraces(code: String, marked: String) {
        let block = "```console run\nGET /\n```\n\n"
        let text = MarkedText(declaration + "\n" + block + "```" + marked + "\n{}\n```")
        let found = RunbookParser.parse(text.source).diagnostics
        #expect(found.map(\.code) == [code])
        #expect(found.first?.span == text.span("1️⃣", "2️⃣"))
    }

    @Test func aDeclarationThatIsNearlyOneIsToldOf() {
        for info in ["yaml Runbook", "YAML runbook", "yaml {runbook}", "yaml:runbook", "{.yaml .runbook}", "runbook"] {
            let found = RunbookParser.parse(SourceText(file: "book.md", text: "```\(info)\nversion: 1\n```"))
            #expect(found.diagnostics.map(\.code) == ["declaration/misspelled"], "\(info)")
        }
    }

    private func expectMiss(
        _ code: String, _ marked: String, _ help: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText(declaration + "\n```" + marked + "\nGET /\n```")
        let found = RunbookParser.parse(text.source).diagnostics
        #expect(found.map(\.code) == [code], "\(marked)", sourceLocation: sourceLocation)
        #expect(found.first?.span == text.span("1️⃣", "2️⃣"), "\(marked)", sourceLocation: sourceLocation)
        #expect(
            found.first?.help.first?.contains(help) == true, "\(found.first?.help ?? [])",
            sourceLocation: sourceLocation)
        #expect(found.first?.severity == .error, sourceLocation: sourceLocation)
    }
}
