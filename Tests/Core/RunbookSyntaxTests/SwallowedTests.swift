import RunbookModel
import Testing

@testable import RunbookSyntax

/// Lines that look like blocks with a role, and that Markdown reads as a part of something else.
struct SwallowedTests {
    /// Every structure of CommonMark that can swallow a block, with the beginning of the advice.
    @Test(arguments: [
        // HTML, of the kinds 1 to 7.
        ("<pre>\n1️⃣```console run2️⃣\nPUT /x\n```\n</pre>", "close it with `</pre>`"),
        ("<script type=\"x\">\n\n1️⃣```console run2️⃣\nPUT /x\n```\n</script>", "close it with `</script>`"),
        ("<STYLE>\n1️⃣```console run2️⃣\nPUT /x\n```", "close it with `</style>`"),
        ("<textarea>\n\n1️⃣~~~console run2️⃣\nPUT /x\n~~~", "close it with `</textarea>`"),
        ("<!-- note\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close the comment"),
        ("<!-- note\n\n1️⃣```console run2️⃣\nPUT /x\n```\n\n<!-- other -->", "close the comment"),
        ("<!-- note\n\n1️⃣```console run2️⃣\nPUT /x\n```\n\n```mermaid\nA --> B\n```", "close the comment"),
        ("<? x\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close it with `?>`"),
        ("<!DOCTYPE x\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close it with `>`"),
        ("<![CDATA[\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close it with `]]>`"),
        ("<details>\n<summary>x</summary>\n1️⃣```console run2️⃣\nPUT /x\n```\n</details>", "add an empty line"),
        ("<div>\n  1️⃣```json expect2️⃣\n  {}\n  ```\n</div>", "add an empty line"),
        ("<details>1️⃣```console run2️⃣\nPUT /x\n```\n</details>", "add an empty line"),
        ("<Tab>\n1️⃣```console run2️⃣\nPUT /x\n```\n</Tab>", "add an empty line"),
        ("<Tab label={x}>\n1️⃣```console run2️⃣\nPUT /x\n```\n</Tab>", "add an empty line"),
        ("</span>\n1️⃣```jq capture2️⃣\na = .x\n```", "add an empty line"),
        ("- x\n\n  <details>\n  1️⃣```console verify2️⃣\n  GET /x\n  ```\n  </details>", "add an empty line"),
        // One that is closed on its line.
        ("1️⃣```console run again=yes PUT /old ```2️⃣", "write what it contains"),
        ("1️⃣```sh run rm -r /x```2️⃣", "write what it contains"),
        ("- x\n\n  1️⃣````console verify on=a GET /x````2️⃣", "write what it contains"),
        // A block that is not closed, or not where its author thinks.
        (
            "```json\n{}\n\nThen:\n\n1️⃣```console run2️⃣\nPUT /x\n```",
            "close that block before it with a line of 3 backticks"
        ),
        ("~~~json\n{}\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close that block before it with a line of 3 tildes"),
        ("````json\n{}\n```\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close that block before it with a line of"),
        ("````\n```\n\n1️⃣```console run2️⃣\nPUT /x\n```\n\n````md\n````", "close that block before it with a line of"),
        ("```json\n{}\n``` end\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close that block before it with a line of"),
        ("```json\n{}\n    ```\n\n1️⃣```console run2️⃣\nPUT /x\n```", "close that block before it with a line of"),
        (
            "```json\n{}\n\n1️⃣~~~console run2️⃣\nPUT /x\n~~~\n\n```console\nGET /\n```",
            "close that block before it with a line of"
        ),
        ("```text\nx\n\n1️⃣```json expect2️⃣\n{}\n```", "close that block before it with a line of"),
        ("```sh text\nx\n\n1. 1️⃣```console run2️⃣\n   PUT /x\n   ```", "close that block before it with a line of"),
        ("- ```json\n  {}\n\n  1️⃣```console run2️⃣\n  PUT /x\n  ```", "close that block before it with a line of"),
        (
            "Output:\n\n```json\n{}\n\n```\nmore\n```\n\n1️⃣```console run2️⃣\nPUT /x\n```",
            "close that block before it with a line of"
        ),
        // Indented code: notes and tabs of other tools, tabs, items.
        ("!!! note \"x\"\n\n    1️⃣```console run2️⃣\n    PUT /x\n    ```", "indent it by"),
        ("=== \"Console\"\n\n\t1️⃣```console run2️⃣\n\tPUT /x\n\t```", "indent it by"),
        ("- x\n\n      1️⃣```console run2️⃣\n      PUT /x\n      ```", "indent it by"),
        ("1. x\n\n\t\t1️⃣```console run2️⃣\n\t\tPUT /x\n\t\t```", "indent it by"),
        ("Text.\n\n      1️⃣~~~json expect2️⃣\n      {}\n      ~~~", "indent it by"),
        // Paragraphs.
        ("!!! note \"x\"\n    1️⃣```console run2️⃣\n    PUT /x\n    ```", "add an empty line"),
        ("Run this: 1️⃣```console run2️⃣\nPUT /x\n```", "start it on a line of its own"),
        ("- [ ] 1️⃣~~~console verify2️⃣\n  GET /x\n  ~~~", "start it on a line of its own"),
        ("# Title 1️⃣```console run again=yes2️⃣\n\nPUT /x\n\n```", "start it on a line of its own"),
        ("1️⃣```console run confirm=\"Drop `x`?\"2️⃣\nPUT /x\n```", "start it with `~~~`"),
        // Nearly a role, and nearly a declaration.
        ("<div>\n1️⃣```console Run2️⃣\nPUT /x\n```", "add an empty line"),
        ("<div>\n1️⃣```yaml runbook2️⃣\nversion: 1\n```", "add an empty line"),
    ])
    func isNeverSilent(marked: String, help: String) throws {
        for marked in [marked, marked.replacing("\n", with: "\r\n")] {
            let text = MarkedText(declaration + "\n" + marked)
            let found = RunbookParser.parse(text.source)
            let problems = found.diagnostics.filter { $0.code == "fence/swallowed" }
            #expect(problems.map(\.span) == [text.span("1️⃣", "2️⃣")])
            #expect(problems.first?.severity == .warning)
            #expect(problems.first?.preventsRun == true)
            let advice = problems.first?.help.first ?? ""
            #expect(advice.hasPrefix(help), "\(advice)")
        }
    }

    @Test(arguments: [
        "---\ntitle: x\n\n1️⃣```console run2️⃣\nPUT /x\n```\n\n---\n", "+++\n1️⃣```console run2️⃣\nPUT /x\n```\n+++\n",
    ])
    func frontMatterThatIsNoneIsToldOf(marked: String) throws {
        let text = MarkedText(marked + "\n" + declaration)
        let found = RunbookParser.parse(text.source)
        #expect(found.diagnostics.map(\.code) == ["fence/swallowed"])
        #expect(found.diagnostics.first?.span == text.span("1️⃣", "2️⃣"))
    }

    @Test(arguments: [
        "<details>\n<summary>x</summary>\n1️⃣```yaml runbook2️⃣\nversion: 1\n```\n</details>",
        "```json\n{}\n\n1️⃣```yaml runbook2️⃣\nversion: 1\n```", "    1️⃣```yaml runbook2️⃣\n    version: 1\n    ```",
    ])
    func aLostDeclarationIsToldOf(marked: String) throws {
        let text = MarkedText(marked)
        let found = RunbookParser.parse(text.source)
        #expect(found.runbook == nil)
        #expect(found.diagnostics.map(\.code) == ["fence/swallowed"])
        #expect(found.diagnostics.first?.span == text.span("1️⃣", "2️⃣"))
    }

    /// A browser hides what Markdown executes.
    @Test(arguments: [
        "<details>\n<!-- off\n\n1️⃣```console run2️⃣\nPUT /x\n```\n-->\n</details>",
        "<!-- a --> <!-- b\n\n1️⃣```console run2️⃣\nPUT /x\n```", "- <div><!-- b\n\n1️⃣```console run2️⃣\nPUT /x\n```",
    ])
    func aHiddenBlockIsToldOf(marked: String) throws {
        let text = MarkedText(declaration + "\n" + marked)
        let found = RunbookParser.parse(text.source).diagnostics
        #expect(found.map(\.code) == ["fence/hidden"])
        #expect(found.first?.span == text.span("1️⃣", "2️⃣"))
        #expect(found.first?.preventsRun == true)
    }

    /// Where a block works as its author expects, or is surely an example, nothing is said.
    @Test(arguments: [
        ("<details>\n<summary>x</summary>\n\n```console run\nPUT /x\n```\n\n</details>", 1),
        (":::note\n```console run\nPUT /x\n```\n:::", 1), ("::Tabs\n\n:::TabTitle x\n\n```console run\nPUT /x\n```", 1),
        ("/// note\n```console run\nPUT /x\n```\n///", 1), ("<Tab label={[1, 2]}>\n```console run\nPUT /x\n```", 1),
        ("Text:\n```console run\nPUT /x\n```", 1), ("1. ```console run\n   PUT /x\n   ```", 1),
        ("   ```console run\n   PUT /x\n   ```", 1), ("- x\n  ```console run\n  PUT /x\n  ```", 1),
        ("<!-- a -->\n```console run\nPUT /x\n```\n<!-- b -->", 1), ("[^1]: x\n\n```console run\nPUT /x\n```", 1),
        ("| a |\n|---|\n| b |\n\n```console run\nPUT /x\n```", 1), ("<!-- a\n-->\n\n```console run\nPUT /x\n```", 1),
        ("````md\n```console run\nPUT /x\n```\n````", 0), ("~~~md\n```console run\nPUT /x\n```\n~~~", 0),
        ("<!--\n```console run\nPUT /x\n```\n-->", 0),
        ("<details>\n<!--\n```console run\nPUT /x\n```\n-->\n</details>", 0),
        ("<div>\n```console text\nPUT /x\n```\n</div>", 0), ("    ```console\n    PUT /x\n    ```", 0),
        ("Write ```` ```console run ```` here.", 0), ("Write `` ```console run `` here.", 0),
        ("Fences begin with ```` ```console run id=x ````.", 0), ("A line ```console run``` in code.", 0),
        ("```console run``` is code.", 0), ("A sentence with ```console run and the like in it.\n\n```\nx\n```", 0),
        ("# x\n<!-- runbook: manual -->\n\ny\n\n    ```console run\n    PUT /x\n    ```", 1),
        ("```json\n{}", 0),
    ])
    func saysNothingWhereAllIsWell(text: String, steps: Int) throws {
        let found = parse(text)
        #expect(found.diagnostics.filter { $0.severity != .hint } == [])
        #expect(found.runbook?.steps.count == steps)
    }

    @Test func metadataOfOthersIsLeftAlone() {
        let text = "---\nnote: |\n  ```console run\n  PUT /x\n  ```\n---\n\n" + declaration
        #expect(RunbookParser.parse(SourceText(file: "book.md", text: text)).diagnostics == [])
    }
}
