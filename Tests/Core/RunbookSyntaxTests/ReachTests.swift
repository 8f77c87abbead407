import RunbookModel
import Testing

@testable import RunbookSyntax

/// Directives that reach no step, and blocks just outside of the item whose directive they follow.
struct ReachTests {
    @Test(arguments: [
        // The block of item 10 is indented for item 9.
        ("10. x 1️⃣<!-- runbook: if=p:a -->2️⃣\n\n   ```console run\n   DELETE /x\n   ```", "in line 7 by 1 column,"),
        ("10. x 1️⃣<!-- runbook: if=p:a -->2️⃣\n   ```console run\n   DELETE /x\n   ```", "in line 6 by 1 column,"),
        ("1. x 1️⃣<!-- runbook: on=a -->2️⃣\n\n```console run\nPUT /x\n```", "in line 7 by 3 columns,"),
        ("1. x 1️⃣<!-- runbook: on=a -->2️⃣\n\ntext\n\n```console verify\nGET /\n```", "in line 9 by 3 columns,"),
        ("-\tx\n\t1️⃣<!-- runbook: on=a -->2️⃣\n\n  ```console run\n  GET /\n  ```", "in line 8 by 2 columns,"),
        ("- é\n  - x 1️⃣<!-- runbook: on=a -->2️⃣\n\n  ```console run\n  GET /\n  ```", "in line 8 by 2 columns,"),
        ("- x 1️⃣<!-- runbook: on=a -->2️⃣\n- y\n\n  ```console run\n  GET /\n  ```", "to the item"),
        ("- x 1️⃣<!-- runbook: on=a -->2️⃣\n\n# next\n\n```console run\nGET /\n```", "to the item"),
        ("- x 1️⃣<!-- runbook: on=a -->2️⃣\n\n  ```console\n  GET /\n  ```", "to the item"),
        ("- x 1️⃣<!-- runbook: on=a -->2️⃣", "to the item"),
        ("- 1️⃣<!-- runbook: manual -->2️⃣", "to the item"),
        ("## x\n1️⃣<!-- runbook: on=a -->2️⃣\n\ntext\n\n## y\n\n```console run\nGET /\n```", "below the heading,"),
        ("## x\n1️⃣<!-- runbook: manual -->2️⃣\n\n## y\n\ntext", "below the heading,"),
    ])
    func everyDirectiveNeedsAStep(marked: String, help: String) throws {
        let text = MarkedText(declaration + "\n" + marked)
        let problems = RunbookParser.parse(text.source).diagnostics.filter { $0.severity != .hint }
        #expect(problems.map(\.code) == ["directive/no-step"])
        #expect(problems.first?.span == text.span("1️⃣", "2️⃣"))
        #expect(problems.first?.help.first?.contains(help) == true, "\(problems.first?.help ?? [])")
    }

    /// An item whose mark is long needs more than four columns, and less is code to Markdown.
    @Test func aBlockThatIsCodeIsToldHowFar() throws {
        let text = MarkedText(
            declaration + "\n100. x 1️⃣<!-- runbook: if=p:a -->2️⃣\n\n    3️⃣```console run\n    DELETE /x\n    ```")
        let problems = RunbookParser.parse(text.source).diagnostics
        #expect(problems.map(\.code) == ["directive/no-step", "fence/swallowed"])
        #expect(problems.first?.help.first?.contains("indent the block in line 7 by 1 more column") == true)
        #expect(problems.last?.help.first == "indent it by 1 more column, to the text of the item above it")
    }

    @Test(arguments: [
        (
            "10. x <!-- runbook: on=a -->\n\n    ```console run\n    GET /\n    ```\n\n   1️⃣```console run2️⃣\n   GET /\n   ```",
            "by 1 "
        ),
        ("10. [ ] x <!-- runbook: if=p:a -->\n\n   1️⃣```console run2️⃣\n   GET /\n   ```", "start it in column 1"),
        ("1. x <!-- runbook: manual -->\n\n1️⃣```console run2️⃣\nDELETE /x\n```", "add a paragraph"),
        ("10. x <!-- runbook: manual -->\n\ntext\n\n   1️⃣```console run2️⃣\n   DELETE /x\n   ```", "by 1 column;"),
    ])
    func aBlockOutsideIsNotTakenForTheItems(marked: String, help: String) throws {
        let text = MarkedText(declaration + "\n" + marked)
        let problems = RunbookParser.parse(text.source).diagnostics
        #expect(problems.map(\.code) == ["directive/outside"])
        #expect(problems.first?.span == text.span("1️⃣", "2️⃣"))
        #expect(problems.first?.help.first?.contains(help) == true, "\(problems.first?.help ?? [])")
        #expect(problems.first?.related.count == 1)
    }

    @Test(arguments: [
        "1. x <!-- runbook: manual -->\n\nThen:\n\n```console run\nGET /\n```",
        "1. [ ] x <!-- runbook: id=a -->\n\n```console run\nGET /\n```",
        "- x <!-- runbook: on=a -->\n\n  - y\n\n    ```console run\n    GET /\n    ```\n\n```console run\nGET /\n```",
        "- x <!-- runbook: on=a -->\n  - [ ] y",
        "- x <!-- runbook: on=a -->\n\n\t```console run\n\tGET /\n\t```",
        "# x\n<!-- runbook: on=a -->\n\n## y\n\n- [ ] z", "# x\n<!-- runbook: manual -->\n\ntext",
        "- x\n\n ```console run\n GET /\n ```", "- x <!-- runbook: manual -->",
    ])
    func whatReachesAStepIsInOrder(text: String) throws {
        _ = try runbook(text)
    }
}
