import RunbookModel
import Testing

@testable import RunbookSyntax

struct FenceTests {
    @Test(arguments: [
        ("```console run\nGET /\n```", "GET /"), ("~~~ console run\nGET /\n\n{}\n~~~", "GET /\n\n{}"),
        ("````console run\n```\n````", "```"), ("  ```console run\n  a\n b\n    c\n  ```", "a\nb\n  c"),
        ("1. x\n\n   ```console run\n   GET /\n     {}\n   ```", "GET /\n  {}"),
        ("-\tx\n\n\t```console run\n\tGET /\n\t\ta\n\t```", "GET /\n\ta"), ("```console run\n```", ""),
        ("- a\n  - b\n    - c\n\n      ```console run\n      é\n      ```", "é"),
    ])
    func takesTheContentWithoutIndentation(text: String, content: String) throws {
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let book = try runbook(text)
            #expect(book.steps.map(\.block?.text.text) == [content])
        }
    }

    @Test(arguments: [
        "1. é\n\n   ```console run\n   GET /\n     1️⃣x2️⃣\n   ```", "-\tx\n\n\t```console run\n\tGET /\n\t\t1️⃣x2️⃣\n\t```",
        "- a\n\n  ```console run\n  GET /\n\t1️⃣x2️⃣\n  ```",
    ])
    func knowsThePlaceOfEveryByte(marked: String) throws {
        for marked in [marked, marked.replacing("\n", with: "\r\n")] {
            let text = MarkedText(declaration + "\n" + marked)
            let block = try #require(RunbookParser.parse(text.source).runbook?.steps.first?.block)
            let offset = block.text.text.utf8.count - 1
            #expect(block.text.span(offset..<offset + 1) == text.span("1️⃣", "2️⃣"))
        }
    }

    @Test(arguments: [
        ("fence/unclosed", "1️⃣```console run2️⃣\nGET /\n"), ("fence/unclosed", "- 1️⃣```console run2️⃣\n  GET /\n\ntext"),
        ("fence/unclosed", "- 1️⃣```console run2️⃣\n  GET /\n```\ntext\n```"),
        ("fence/unclosed", "1️⃣````console run2️⃣\nGET /\n```\n"),
        ("fence/unknown-role", "```console 1️⃣rum2️⃣\nGET /\n```"), ("fence/unknown-role", "```json 1️⃣expcet2️⃣\n{}\n```"),
        ("fence/unknown-role", "```yaml 1️⃣runbok2️⃣\n{}\n```"),
        ("fence/unknown-role", "- [ ] x\n\n  ```console 1️⃣verfy2️⃣\n  GET /\n  ```"),
        ("fence/no-role", "```console 1️⃣on=leader2️⃣ id=x\nGET /\n```"),
        ("fence/no-language", "```1️⃣expect2️⃣\n{}\n```"), ("fence/no-language", "``` 1️⃣run2️⃣\nGET /\n```"),
        ("fence/looks-executable", "1️⃣```console2️⃣\nGET /\n```"),
        ("fence/looks-executable", "- 1️⃣```json2️⃣\n  PUT /x\n  ```"), ("fence/looks-executable", "1️⃣``` sh -x2️⃣\nls\n```"),
        ("fence/looks-executable", "1️⃣```2️⃣\nGET /\n```"), ("fence/looks-executable", "1️⃣```2️⃣\n$ curl localhost/a\n```"),
        ("fence/looks-executable", "text\n\n    1️⃣PUT /indented2️⃣"),
        ("fence/looks-executable", "1️⃣<pre>2️⃣\n# x\nPUT /a\n</pre>"),
        ("fence/looks-executable", "1️⃣<pre><code class=\"x\">curl localhost</code></pre>2️⃣"),
        ("fence/quoted", "> 1️⃣```console run2️⃣\n> GET /\n> ```"),
        ("fence/quoted", "- > 1️⃣```json expect2️⃣\n  > {}\n  > ```"),
        ("fence/quoted", "> ```json 1️⃣Expect2️⃣\n> {}\n> ```"),
        ("fence/quoted", "> [!NOTE]\n> ~~~console 1️⃣Run2️⃣ again=yes\n> GET /\n> ~~~"),
        ("fence/quoted", "> ```console 1️⃣run,again=yes2️⃣\n> GET /\n> ```"),
        ("fence/quoted", "> ```1️⃣console:run2️⃣\n> GET /\n> ```"),
        ("fence/quoted", "> ```1️⃣console\u{A0}run2️⃣\n> GET /\n> ```"),
        ("fence/quoted", "- > ```1️⃣run2️⃣\n  > GET /\n  > ```"),
        ("fence/quoted", "> 1️⃣```console on=leader id=x2️⃣\n> GET /\n> ```"),
        ("fence/swallowed", "> <details>\n> 1️⃣```console run2️⃣\n> GET /\n> ```\n> </details>"),
        ("declaration/duplicate", "1️⃣```yaml runbook2️⃣\nversion: 1\n```"),
        ("undo/no-step", "```console 1️⃣undo2️⃣\nGET /\n```"),
        ("key/misplaced", "```console undo of=x 1️⃣id2️⃣=y\nGET /\n```"),
    ])
    func saysWhatIsWrongAndWhere(code: String, marked: String) {
        expectOnly(code, marked)
        expectOnly(code, marked.replacing("\n", with: "\r\n"))
    }

    /// What other tools write behind the language is theirs.
    @Test(arguments: [
        "```json {#id}\n{}\n```", "```js title=\"x\"\n1\n```", "```{.python}\n1\n```", "```\nplain\n```",
        "```\nGet started now\n```", "```\n{ \"took\": 1 }\n```", "    indented", "<pre>\nplain\n</pre>",
        "```text\nrun\n```",
        "```json id=x\n{}\n```", "```mermaid\ngraph\n```", "```diff +run\n```", "```sql test\n```",
        "```rust ignore\n```", "- [ ] x\n\n  ```sh\n  ls\n  ```", "    GET /\n",
        "```sh text\nls\n```", "```yaml\nversion: 1\n```", "````md\n```console run\nGET /\n```\n````",
        "<!--\n```console run\nGET /\n```\n-->", "<!-- ```console run -->", "`console run`",
        "> ```console\n> GET /\n> ```", "> ```json title=\"x\"\n> 1\n> ```",
        "> ````md\n> ```console run\n> ```\n> ````",
        "> ```console Text\n> GET /\n> ```", "> ```sql test\n> 1\n> ```",
    ])
    func leavesOtherFencesAlone(text: String) throws {
        let result = parse(text)
        #expect(result.diagnostics.filter { $0.severity != .hint } == [])
        #expect(result.runbook?.steps.contains { $0.role != .manual } == false)
    }

    @Test(arguments: [
        ("```console\nGET /\n```", 1), ("```\nPUT /x HTTP/1.1\n```", 1), ("```json\nGET\n```", 0),
        ("```sh text\nls\n```", 0),
        ("```yaml\na: 1\n```", 0), ("> ```sh\n> ls\n> ```", 0), ("- ```bash\n  ls\n  ```\n- ```curl\n  x\n  ```", 2),
        ("    GET /\n", 0),
    ])
    func countsWhatLooksExecutable(text: String, count: Int) {
        let result = RunbookParser.parse(SourceText(file: "a.md", text: text))
        #expect(result.executableFences == count)
        #expect(result.runbook == nil)
        #expect(result.diagnostics.isEmpty)
    }

    @Test func hintsAtAMissingDeclaration() throws {
        let text = MarkedText("```console 1️⃣run2️⃣\nGET /\n```\n\n```console verify\nGET /\n```")
        let result = RunbookParser.parse(text.source)
        #expect(result.diagnostics.map(\.code) == ["declaration/missing"])
        #expect(result.diagnostics.map(\.severity) == [.hint])
        #expect(result.diagnostics.first?.span == text.span("1️⃣", "2️⃣"))
        let misspelled = MarkedText("```yaml 1️⃣runbok2️⃣\nversion: 1\n```")
        #expect(RunbookParser.parse(misspelled.source).diagnostics.map(\.code) == ["declaration/misspelled"])
        #expect(RunbookParser.parse(misspelled.source).diagnostics.first?.span == misspelled.span("1️⃣", "2️⃣"))
    }
}
