import RunbookModel
import Testing

@testable import RunbookSyntax

struct ManualTests {
    @Test func taskItemsAreSteps() throws {
        let book = try runbook(
            """
            ## Section
            <!-- runbook: when=.s -->

            - [ ] Click **OK** in ${x}. Then wait. <!-- runbook: id=click confirm="Sure?" if=p:a on=t timeout=3s -->

              Second paragraph:
              - [ ] only shown

              ```sh
              ls
              ```

              ```console verify within=1m
              GET /
              ```

              ```json expect
              {}
              ```

            1. [ ]\ttab

            * [ ]
            """)
        #expect(book.steps.map(\.role) == [.manual, .verify, .manual, .manual])
        #expect(book.steps.map(\.manualStep) == [nil, 0, nil, nil])
        #expect(book.steps.map(\.title.source) == ["Click OK in ${x}", "Second paragraph", "tab", "Section"])
        #expect(book.steps.map(\.number) == [nil, nil, "1", nil])
        let step = book.steps[0]
        #expect(
            step.prose.source
                == "Click **OK** in ${x}. Then wait.\n\nSecond paragraph:\n- [ ] only shown\n\n```sh\nls\n```")
        #expect(step.prose.holes.map(\.span.description) == ["book.md:8:23"])
        #expect(step.span.description == "book.md:8:3")
        #expect(step.id?.value == "click")
        #expect(step.keys.confirm?.literal == "Sure?")
        #expect(step.keys.alternatives.count == 1)
        #expect(step.keys.conditions.map(\.text) == [".s"])
        #expect(book.steps[1].on == ["t"])
        #expect(book.steps[1].keys.timeout?.value == .seconds(3))
        #expect(book.steps[1].checks.count == 1)
        #expect(book.steps[2].prose.source == "tab")
    }

    @Test(arguments: [
        "- [x](u) y", "- x [ ] y", "- [ ](u) x", "- \\[ ] x", "- [x][y]", "- [v] x", "- (x) y", "- [--all] x", "[x](u)",
        "    - x\n", "- *x*", "-5 [ ] x", "(1) [ ] x", "- `[]` means nothing", "- `[ ]+` x", "- `[x]` x", "- `☐` x",
        "- `<input type=\"checkbox\">` x", "text\n[]\ntext", "[] is an empty list", "- [X]-Pack x", "- [o]pen",
        "- []string", "[X] and [Y] x", "- [x], [y] and [z]", "- *[o] x*",
    ])
    func otherBracketsAreText(text: String) throws {
        #expect(try runbook(text).steps.isEmpty)
    }

    /// What is almost a box would let the next block run without the person that it waits for.
    @Test(arguments: [
        "- 1️⃣[]2️⃣ x", "- 1️⃣[ ]2️⃣x", "- 1️⃣[x]2️⃣Y", "- 1️⃣[  ]2️⃣ x", "- 1️⃣[ x ]2️⃣ y", "- 1️⃣[\t]2️⃣ x", "- 1️⃣[\u{A0}]2️⃣ x", "- 1️⃣[_]2️⃣ x",
        "- 1️⃣[-]2️⃣ x",
        "- 1️⃣[/]2️⃣ x", "- 1️⃣[o]2️⃣ x", "- 1️⃣[✓]2️⃣ x", "- 1️⃣( )2️⃣ x", "- 1️⃣☐2️⃣ x", "1️⃣-[ ]2️⃣ x", "1️⃣1.[ ]2️⃣ x", "1️⃣[ ]2️⃣ x",
        "- 1️⃣**[ ]2️⃣** x",
        "- 1️⃣`[ ]2️⃣` x", "- 1️⃣［ ］2️⃣ x", "- 1️⃣<input2️⃣ type=\"checkbox\"> x", "text\n1️⃣-[ ]2️⃣ x", "- 1️⃣[\u{200B}]2️⃣ x",
    ])
    func aNearBoxIsAnError(marked: String) {
        expectOnly("manual/box", marked)
    }

    /// Lists that Markdown does not see, what stands before a box, and states of other tools.
    @Test(arguments: [
        "text\n1️⃣2. [ ]2️⃣ x", "1️⃣a. [ ]2️⃣ x", "1️⃣1.1 [ ]2️⃣ x", "1️⃣1.1. [ ]2️⃣ x", "1️⃣• [ ]2️⃣ x", "1️⃣– [ ]2️⃣ x",
        "1️⃣iv. [ ]2️⃣ x", "- 1️⃣<a name=\"x\"></a> [ ]2️⃣ x", "1️⃣☐2️⃣ Stop.", "- 1️⃣[?]2️⃣ x", "- 1️⃣[!]2️⃣ x",
        "- 1️⃣[>]2️⃣ x", "- 1️⃣[~]2️⃣ x", "- 1️⃣[\u{445}]2️⃣ x",
    ])
    func aLikelySpellingIsAnError(marked: String) {
        expectOnly("manual/box", marked)
    }

    @Test(arguments: [
        "text\n2. [x] y", "The list [ ] is empty.", "Result: [ ]", "e.g. [ ] is a list", "- <b>x</b> [ ] y", "a [ ] b",
        "- <kbd>Enter</kbd> and [ ] y", "> [!NOTE]\n> x", "1.1 [1] x", "• [x] y",
    ])
    func otherTextIsNoBox(text: String) {
        #expect(parse(text).diagnostics.filter { $0.severity != .hint } == [], "\(text)")
    }

    @Test(arguments: [
        "> - 1️⃣[ ] x2️⃣", "-     1️⃣[ ] x2️⃣", "text\n\n    - 1️⃣[ ] x2️⃣", "> - 1️⃣[]2️⃣ x", "> - 1️⃣[ ]2️⃣x",
        ">     - 1️⃣[ ] x2️⃣", "> - > 1. 1️⃣[ ] x2️⃣",
    ])
    func aBoxThatIsNotSeenIsToldOf(marked: String) {
        expectOnly("manual/box", marked)
        // A person who is not asked is worse to lose than a check.
        let found = RunbookParser.parse(MarkedText(declaration + "\n" + marked).source).diagnostics
        #expect(found.map(\.preventsRun) == [true] && found.map(\.severity) == [.warning])
    }

    @Test(arguments: ["- [] x", "-     [ ] x"])
    func aBoxThatFindsCausesIsToldOf(text: String) {
        let section = "## Do\n\n```console run id=a\nGET /\n```\n\n## Causes\n\n<!-- runbook: troubleshoot a -->\n\n"
        let found = parse(section + text).diagnostics
        #expect(found.map(\.code) == ["manual/box"] && found.map(\.severity) == [.warning])
        #expect(found.map(\.preventsRun) == [false])
    }

    @Test(arguments: [
        ("manual/ticked", "- 1️⃣[x]2️⃣ done"), ("manual/ticked", "3. 1️⃣[X]2️⃣ done"),
        ("manual/run-inside", "- [ ] x\n\n  1️⃣```console run2️⃣\n  GET /\n  ```\n\n  ```json expect\n  {}\n  ```"),
        ("manual/run-inside", "- [ ] x\n  - y\n\n    1️⃣~~~console run timeout=5 id=A2️⃣\n    GET /\n    ~~~"),
        ("expect/detached", "- [ ] x\n\n  1️⃣```json expect2️⃣\n  {}\n  ```"),
    ])
    func saysWhatIsWrongAndWhere(code: String, marked: String) {
        expectOnly(code, marked)
    }

    @Test func aSectionCanBeOneStep() throws {
        let book = try runbook(
            """
            # Title
            <!-- runbook: on=a -->

            ## By hand
            <!-- runbook: manual id=hand when=.x -->

            Do ${this}:

            1. [ ] first

               ```console run nonsense=
               GET /
               ```

            ### Below

            ```json expect
            nonsense
            ```

            ## After

            ```console run
            GET /
            ```
            """)
        #expect(book.steps.map(\.role) == [.manual, .run])
        #expect(book.steps.map(\.title.source) == ["By hand", "After"])
        #expect(book.steps[0].id?.value == "hand")
        #expect(book.steps[0].on == ["a"])
        #expect(book.steps[0].keys.conditions.map(\.text) == [".x"])
        #expect(book.steps[1].keys.conditions.isEmpty)
        #expect(book.steps[0].span.start.line == 8)
        #expect(book.steps[0].section == 1)
        #expect(
            book.steps[0].prose.source == """
                Do ${this}:

                1. [ ] first

                   ```console run nonsense=
                   GET /
                   ```

                ### Below

                ```json expect
                nonsense
                ```
                """)
        #expect(book.steps[0].prose.holes.count == 1)
    }

    @Test func anItemCanBeOneStep() throws {
        let book = try runbook(
            """
            2. In the console: <!-- runbook: manual -->
               - click
               - [ ] click again

               ```console verify
               GET /
               ```
            3. Next

               ```console run
               GET /
               ```
            """)
        #expect(book.steps.map(\.role) == [.manual, .run])
        #expect(book.steps.map(\.number) == ["2", "3"])
        #expect(
            book.steps[0].prose.source
                == "In the console:\n- click\n- [ ] click again\n\n```console verify\nGET /\n```")
    }

    @Test func theWholeDocumentCanBeOneStep() throws {
        let book = try runbook("# Foreign\n<!-- runbook: manual -->\n\ntext\n\n## More\n\n- [ ] a\n")
        #expect(book.steps.map(\.prose.source) == ["text\n\n## More\n\n- [ ] a"])
    }
}
