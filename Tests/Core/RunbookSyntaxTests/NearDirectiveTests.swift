import RunbookModel
import Testing

@testable import RunbookSyntax

/// Texts that are nearly directives: what they say would silently not count.
struct NearDirectiveTests {
    /// Each word before each content, so that no pair is left out.
    private static let words = [
        "Runbook:", "RUNBOOK:", "runbook", "runbook :", "runbook=", "runbook -", "run-book:", "run_book:", "Run book:",
        "runbooks:", "rumbook:", "runbok:", "runboook:", "urnbook:", "@runbook:", "[runbook]:", "- runbook:",
        "#runbook",
        "\"runbook\":", "runbook,", "runbook;", "runbook\u{FF1A}",
    ]
    private static let contents = [
        "if=m:b", "on=leader timeout=5s", "if=m:b when='.x == 1'", "If=m:b", "iff=m:b if=m:b", "manual", "id=x",
        "timeot=5s", "if:m:b", "manual confirm=\"Is it done?\"",
    ]

    @Test(arguments: words, contents)
    func aWordThatIsNearlyTheRightOneIsAnError(word: String, content: String) {
        let comment = "<!-- \(word) \(content) -->"
        for text in ["- Only b \(comment)\n\n  ", "# Only b\n\(comment)\n\n", "- Only b\n  \(comment)\n\n  "] {
            let found = parse(text + "```console run\n\(text.hasPrefix("#") ? "" : "  ")GET /\n```").diagnostics
            #expect(found.filter { $0.code == "directive/misspelled" }.count == 1, "\(text)")
            #expect(found.first { $0.code == "directive/misspelled" }?.severity == .error, "\(text)")
        }
    }

    /// An item that is code to Markdown; an example in other code is one.
    @Test(arguments: [
        ("\t- Only b <!-- runbook: if=m:b -->\n\n", true), ("    * b <!--runbook: on=x -->\n\n", true),
        ("    b <!-- runbook: if=m:b -->\n\n", false), ("    - b <!-- note: runbook -->\n\n", false),
        ("    - b\n\n", false),
    ])
    func aDirectiveInAnItemThatIsCodeIsAnError(text: String, isTold: Bool) {
        let found = parse(text + "```console run\nGET /\n```").diagnostics.filter { $0.code == "directive/misspelled" }
        #expect(found.count == (isTold ? 1 : 0), "\(text)")
        #expect(found.allSatisfy { $0.severity == .error })
    }

    /// Forms of keys and verbs that are wrong by themselves, with each word and without one.
    private static let loose = [
        "if = m:b", "if: m:b", "if m:b", "IF = m:b", "if == m:b", "on = es", "on: es", "manual:", "manual.",
        "manual, please", "manual step", "undo of=x", "input m", "manaul", "on es", "timeout 5m, if: m:b",
        "id = x", "if\t=\tm:b", "if =\n  m:b",
    ]

    @Test(arguments: words, loose)
    func aWordAndAFormThatAreNearlyRightAreAnError(word: String, content: String) {
        for text in ["- Only b <!-- \(word) \(content) -->\n\n  ", "# Only b\n<!-- \(word) \(content) -->\n\n"] {
            let found = parse(text + "```console run\n\(text.hasPrefix("#") ? "" : "  ")GET /\n```").diagnostics
            #expect(found.filter { $0.code == "directive/misspelled" }.count == 1, "\(text)")
            #expect(found.first { $0.code == "directive/misspelled" }?.severity == .error, "\(text)")
        }
    }

    @Test(arguments: [
        ("if = m:b", "if=m:b"), ("if: m:b", "if=m:b"), ("if m:b", "if=m:b"), ("If = m:b, on = a", "if=m:b on=a"),
        ("manual", "manual"), ("Manual:", "manual"), ("manual.", "manual"), ("manual id = x", "manual id=x"),
        ("input m", "input m"), ("timeout: 5m", "timeout=5m"), ("\nif=m:b\n", "if=m:b"),
    ])
    func aCommentOfNothingElseIsAnError(content: String, meant: String) {
        let found = parse("- x <!-- \(content) -->\n\n  ```console run\n  GET /\n  ```").diagnostics
        #expect(found.map(\.code) == ["directive/misspelled"], "\(content)")
        #expect(found.first?.help.first?.contains("`<!-- runbook: \(meant) -->`") == true, "\(found)")
    }

    /// Who writes the word and a colon means a directive, whatever follows.
    @Test(arguments: [
        "Runbook: owned by payments", "RUNBOOK: x", "runbook : see below", "Run-book: x", "runbook; x", "Runbook:",
        "[runbook]: x", "runbook\u{FF1A}x", "run\u{200B}book: x", "runb\u{43E}ok: x", "Runbook: for: payments",
    ])
    func theWordAndAColonAreADirective(content: String) {
        let found = parse("- x <!-- \(content) -->\n\n  ```console run\n  GET /\n  ```").diagnostics
        #expect(found.map(\.code) == ["directive/misspelled"], "\(content)")
        #expect(found.first?.severity == .error)
    }

    @Test func anEmptyDirectiveIsAnError() {
        let found = parse("- x <!-- runbook: -->\n\n  ```console run\n  GET /\n  ```").diagnostics
        #expect(found.map(\.code) == ["directive/unknown"])
    }

    @Test(arguments: [
        ("- x <!-- 1️⃣Runbook:2️⃣ if=m:b -->", "<!-- runbook: if=m:b -->"),
        ("- x <!-- 1️⃣runbook2️⃣ if=m:b -->", "<!-- runbook: if=m:b -->"),
        ("- é <!--1️⃣- runbook:2️⃣ on=a --->", "<!-- runbook: on=a -->"),
        ("- x 1️⃣<!-- if=m:b on=a -->2️⃣", "<!-- runbook: if=m:b on=a -->"),
        ("# x\n\n<!--\n1️⃣Runbook:2️⃣\n  if=m:b\n  on=a\n-->", "<!-- runbook: if=m:b on=a -->"),
        // What is no comment to Markdown.
        ("- x \\<!-- 1️⃣runbook:2️⃣ if=m:b -->", "<!-- runbook: if=m:b -->"),
        ("- x <!- 1️⃣runbook:2️⃣ if=m:b ->", "<!-- runbook: if=m:b -->"),
        ("- x <! -- 1️⃣runbook:2️⃣ if=m:b -->", "<!-- runbook: if=m:b -->"),
        ("- x <!-- 1️⃣runbook:2️⃣ if=m:b ->", "<!-- runbook: if=m:b -->"),
        ("- x {{ 1️⃣runbook:2️⃣ if=m:b }}", "<!-- runbook: if=m:b -->"),
        ("[//]: # (1️⃣runbook:2️⃣ if=m:b)\n\ntext", "<!-- runbook: if=m:b -->"),
        ("[1️⃣runbook2️⃣]: if=m:b\n\ntext", "<!-- runbook: if=m:b -->"),
        ("- x (1️⃣runbook:2️⃣ on=a)", "<!-- runbook: on=a -->"),
        // Behind another text in a comment.
        ("- x <!-- only b, 1️⃣runbook:2️⃣ if=m:b -->", "<!-- runbook: if=m:b -->"),
    ])
    func saysWhereAndWhatWasMeant(marked: String, meant: String) {
        for ending in ["\n", "\r\n"] {
            let text = MarkedText((declaration + "\n" + marked + "\n").replacing("\n", with: ending))
            let found = RunbookParser.parse(text.source).diagnostics
            #expect(found.map(\.code) == ["directive/misspelled"], "\(marked)")
            #expect(found.first?.span == text.span("1️⃣", "2️⃣"), "\(marked)")
            #expect(found.first?.help.first?.contains("`\(meant)`") == true, "\(found.first?.help ?? [])")
        }
    }

    @Test(arguments: [
        "<!-- Runbook for the payments team -->", "<!-- Runbook of payments: step two -->",
        "<!-- runbook, see below -->",
        "<!-- on Monday -->", "<!-- if in doubt: call ben -->", "<!-- Timeout: see the manual page -->",
        "<!-- the manual -->", "<!-- manual steps -->", "<!-- include: other.md -->", "<!-- /input -->",
        "<!-- for: the team -->", "<!-- Runbook on payments, and if needed on orders -->",
        "<!-- The runbook: when it fails, call ben -->", "<!-- run book by hand -->", "<!-- runbooks: x -->",
        "<!-- notebook: a=b -->", "<!-- textbook: if=x -->", "<!-- toc -->", "<!-- markdownlint-disable MD013 -->",
        "<!-- name=x id=y -->", "<!-- a=b -->", "<!-- width=100 on=a -->", "<!-- prettier-ignore -->",
        "This runbook: on a Monday, if needed.", "The runbook manual says more.", "`<!-- Runbook: if=m:b -->`",
        "Write ``<!-- runbook if=m:b --> ` `` here.", "    <!-- Runbook: if=m:b -->",
        "```html\n<!-- Runbook: if=m:b -->\n```", "Call `runbook: if=m:b` so.", "A `span\nof runbook: if=m:b lines`.",
        "<!--\nRemoved:\n- x\n  runbook: if=m:b\n-->",
        "# x\n<!-- runbook: manual -->\n\nWrite <!-- Runbook: if=m:b -->.",
    ])
    func remarksStayRemarks(text: String) {
        #expect(parse(text).diagnostics.filter { $0.code.hasPrefix("directive/") } == [], "\(text)")
    }

    /// Long lines that begin much and end nothing.
    @Test func costsNoMoreThanTheLengthOfTheText() {
        for part in ["runbook ", "`", "`\\", "<!-- ", "<!-- runbook -->", "r", "` `` ``` ", "runbook if="] {
            let text = String(repeating: part, count: 5_000)
            let clock = ContinuousClock()
            let took = clock.measure { _ = parse(text) }
            #expect(took < .seconds(60), "\(part)")
        }
    }

    @Test(arguments: [
        ("a `b` c", "a     c"), ("``a`b`` `", "        `"), ("a ` b", "a ` b"), ("`a\n\nb`", "`a\n\nb`"),
        ("`a\nb` c", "  \n   c"), ("\\`a` `b", "\\`a   b"), ("\\``a` b", "\\`    b"), ("", ""), ("\n\n", "\n\n"),
    ])
    func codeSpansAreBlanks(text: String, blanked: String) {
        #expect(String(decoding: CodeSpans.blanked(Array(text.utf8)[...]), as: UTF8.self) == blanked, "\(text)")
    }
}
