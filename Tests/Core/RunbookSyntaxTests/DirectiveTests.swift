import RunbookModel
import Testing

@testable import RunbookSyntax

struct DirectiveTests {
    @Test func itemsAndHeadingsGiveDefaults() throws {
        let book = try runbook(
            """
            # Title
            <!-- runbook: on=top timeout=1s when=.t -->

            ## Section

            <!-- a remark -->
            <!-- runbook: on=section if=p:a when=.s
                 every=5s -->

            1. Item <!-- runbook: on=item if=q:b when='.i' -->

               ```console run on=own timeout=2s when=.o
               GET /
               ```

               - Nested
                 <!-- runbook: within=3m -->

                 ```console verify
                 GET /
                 ```

            2. Other

               <!-- runbook: on=own_line -->

               ```console run
               GET /
               ```

            ## Next

            ```console run
            GET /
            ```
            """)
        #expect(book.steps.map(\.on) == [["own"], ["item"], ["own_line"], ["top"]])
        #expect(
            book.steps.map { $0.keys.alternatives.map(\.parameter.value) } == [["q", "p"], ["q", "p"], ["p"], []])
        #expect(
            book.steps.map { $0.keys.conditions.map(\.text) } == [
                [".o", ".i", ".s", ".t"], [".i", ".s", ".t"], [".s", ".t"], [".t"],
            ])
        #expect(book.steps.map { $0.keys.timeout?.value } == [.seconds(2), .seconds(1), .seconds(1), .seconds(1)])
        #expect(book.steps.map { $0.keys.within?.value } == [nil, .seconds(180), nil, nil])
        #expect(book.steps.map { $0.keys.every?.value } == [.seconds(5), .seconds(5), .seconds(5), nil])
    }

    @Test(arguments: [
        ("directive/misplaced", "1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "# x\n\ntext\n\n1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "# x\n\né 1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "# é 1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "- x\n\n  second 1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "- x\n\n1️⃣<!-- runbook: on=a -->2️⃣\n\n- y"),
        ("directive/misplaced", "- x\n\n  ```console run\n  ```\n\n  1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "- [ ] x\n\n  ```console verify\n  ```\n\n  1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "- x\n\n  - [ ] y\n\n  1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/misplaced", "> - x 1️⃣<!-- runbook: on=a -->2️⃣"),
        ("directive/unknown", "- x <!-- runbook: 1️⃣manuel2️⃣ -->"), ("directive/unknown", "# x\n<!-- runbook: 1️⃣on2️⃣ -->"),
        ("include/no-link", "- x <!-- runbook: 1️⃣include2️⃣ a=b -->"),
        ("include/no-link", "- [x](https://example.com/a.md) [y](a.txt) [z](//a.md) <!-- runbook: 1️⃣include2️⃣ -->"),
        ("key/duplicate", "- [x](a.md) <!-- runbook: include a=b 1️⃣a2️⃣=c -->"),
        ("include/misplaced", "- [ ] [x](a.md) <!-- runbook: 1️⃣include2️⃣ -->"),
        ("include/misplaced", "# h\n<!-- runbook: 1️⃣include2️⃣ -->\n\n[x](a.md)"),
        ("include/passing", "- [x](a.md) <!-- runbook: include 1️⃣theirs2️⃣ -->"),
        ("name/invalid", "- [x](a.md) <!-- runbook: include theirs=1️⃣Ours2️⃣ -->"),
        ("key/misplaced", "- [x](a.md) <!-- runbook: include 1️⃣on2️⃣=a -->"),
        ("expect/detached", "- [x](a.md) <!-- runbook: include -->\n\n  1️⃣```json expect2️⃣\n  {}\n  ```"),
        ("input/misplaced", "- x <!-- runbook: 1️⃣input2️⃣ a -->"),
        ("input/no-name", "- [ ] x <!-- runbook: 1️⃣input2️⃣ -->"),
        ("input/no-name", "- [ ] x <!-- runbook: input a 1️⃣b2️⃣ -->"),
        ("name/invalid", "- [ ] x <!-- runbook: input 1️⃣A2️⃣ -->"),
        (
            "troubleshoot/acts",
            "# x\n<!-- runbook: troubleshoot a,b -->\n\n```console 1️⃣run2️⃣\nGET /\n```\n\n```json expect\n{}\n```"
        ),
        ("troubleshoot/no-step", "# x\n<!-- runbook: 1️⃣troubleshoot2️⃣ -->\n\n- Is it on?"),
        ("directive/misplaced", "- x <!-- runbook: 1️⃣troubleshoot2️⃣ a -->"),
        ("key/unknown", "# x\n<!-- runbook: troubleshoot 1️⃣of2️⃣=a -->"),
        ("undo/no-step", "# x\n<!-- runbook: undo -->\n\n- 1️⃣[ ] x2️⃣"),
        ("undo/no-step", "# x\n<!-- runbook: undo -->\n\n```console 1️⃣undo2️⃣\nGET /\n```"),
        ("undo/not-undo", "# x\n<!-- runbook: undo -->\n\n## y\n\n```console 1️⃣verify2️⃣\nGET /\n```"),
        ("directive/misplaced", "- x <!-- runbook: 1️⃣undo2️⃣ of=a -->"),
        ("key/no-value", "- [ ] x <!-- runbook: undo 1️⃣of2️⃣ -->\n\n  <!-- runbook: undo of=a -->"),
        ("key/unknown", "- x <!-- runbook: 1️⃣onn2️⃣=a -->"), ("key/unknown", "- x <!-- runbook: on=a 1️⃣status2️⃣=200 -->"),
        ("key/misplaced", "- x <!-- runbook: 1️⃣id2️⃣=a -->"), ("key/misplaced", "- x <!-- runbook: 1️⃣unless2️⃣=a -->"),
        ("key/misplaced", "- [ ] x <!-- runbook: 1️⃣retry2️⃣=3 -->"),
        ("key/duplicate", "- x <!-- runbook: on=a -->\n\n  <!-- runbook: 1️⃣on2️⃣=b -->"),
        ("key/bad-duration", "1. é `<!-- runbook: timeout=5 -->` <!-- runbook: timeout=1️⃣52️⃣ -->"),
        ("key/bad-duration", "1. two\n   lines <!-- runbook:\n   timeout=1️⃣52️⃣ -->"),
        ("key/malformed", "- x <!-- runbook: on=\"a\"1️⃣b2️⃣ -->"),
    ])
    func saysWhatIsWrongAndWhere(code: String, marked: String) {
        expectOnly(code, marked)
        expectOnly(code, marked.replacing("\n", with: "\r\n"))
    }

    @Test(arguments: [
        "<!-- Runbook of x -->", "<!-- runbooks: x -->", "- x <!-- see runbook: x -->", "`<!-- runbook: x -->`",
        "    <!-- runbook: x -->", "```html\n<!-- runbook: x -->\n```", "\\<!-- runbook: x -->", "<!-- runbook: x",
        "<!-- a\n\n<!-- runbook: x -->", "[x](<!-- \"runbook: x\")",
    ])
    func leavesOtherCommentsAlone(text: String) throws {
        _ = try runbook("# h\n\ntext\n\n" + text)
    }
}
