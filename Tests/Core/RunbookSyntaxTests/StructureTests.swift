import RunbookModel
import Testing

@testable import RunbookSyntax

struct StructureTests {
    @Test func readsSectionsAndTheirAnchors() throws {
        let book = try runbook(
            """
            # Connect `two` Clusters!

            Setext *title*
            --------------

            ### Step 1: a_b - c

            ## FAQ

            ## FAQ

            - # in an item

            > # in a quotation
            """)
        #expect(book.title == "Connect two Clusters!")
        #expect(
            book.sections.map(\.title) == ["Connect two Clusters!", "Setext title", "Step 1: a_b - c", "FAQ", "FAQ"])
        #expect(
            book.sections.map(\.slug) == ["connect-two-clusters", "setext-title", "step-1-a_b---c", "faq", "faq-1"])
        #expect(book.sections.map(\.path) == [[0], [0, 1], [0, 1, 2], [0, 3], [0, 4]])
        #expect(book.sections.map(\.level) == [1, 2, 3, 2, 2])
        #expect(book.sections[1].span.start.line == 7)
    }

    @Test(arguments: [
        ("---\ntitle: Front\n---\n", "x/book.md", "Front"), ("---\ntitle: 'a: b'\ntags: [x]\n...\n", "book.md", "a: b"),
        ("", "x/my book.md", "my book"), ("+++\ntitle = 1\n+++\n", "book", "book"),
        ("---\ntitle: Front\n---\n# Heading\n", "book.md", "Heading"),
        ("---\nanchor: &x 1\ntitle: y\n---\n", "book.md", "book"),
        ("\u{FEFF}---\ntitle: Front\n---\n", "book.md", "Front"), ("---\n---\n", "book.md", "book"),
    ])
    func findsTheTitle(head: String, file: String, title: String) throws {
        let result = RunbookParser.parse(SourceText(file: file, text: head + "\n" + declaration))
        #expect(result.runbook?.title == title)
        #expect(result.diagnostics == [])
        #expect(result.runbook?.sections.count == (title == "Heading" ? 1 : 0))
    }

    @Test(arguments: ["---\nsome prose\n---\n", "---\ntitle: x\n", "----\ntitle: x\n----\n", "\n---\ntitle: x\n---\n"])
    func leavesThematicBreaksAlone(head: String) {
        let source = SourceText(file: "book.md", text: head + "\n" + declaration)
        #expect(FrontMatter(of: source) == nil)
    }

    @Test func frontMatterKeepsTheLines() throws {
        let text = MarkedText("---\r\ntitle: é\r\n---\r\n" + declaration + "\n```console run 1️⃣id2️⃣\nGET /\n```")
        #expect(RunbookParser.parse(text.source).diagnostics.first?.span == text.span("1️⃣", "2️⃣"))
    }

    @Test func numbersAreTheAuthors() throws {
        let book = try runbook(
            """
            ```console run
            GET /0
            ```

            3. one

               ```console run
               GET /3a
               ```

               - nested

                 ```console verify
                 GET /3b
                 ```

            4. [ ] two

            1. three

               2. inner

                  ```console run
                  GET /5.2
                  ```

            - bullet

              ```console run
              GET /x
              ```
            """)
        #expect(book.steps.map(\.number) == [nil, "3a", "3b", "4", "5.2", nil])
    }

    @Test func manyStepsInOneItemGetTwoLetters() throws {
        let text = "1. x\n" + String(repeating: "\n   ```console run\n   GET /\n   ```\n", count: 28)
        #expect(try runbook(text).steps.map(\.number).suffix(3) == ["1z", "1aa", "1ab"])
    }

    @Test func titlesAreTheFirstSentenceOfTheNearestParagraph() throws {
        let book = try runbook(
            """
            ## Section

            ```console run
            GET /heading
            ```

            Introduction to ${x.y} and **all** `code` e.g. this. More.

            ```console run
            GET /paragraph
            ```

            1. Is it done? Yes: <!-- runbook: on=a -->

               - ```console run
                 GET /item
                 ```

               \(String(repeating: "long ", count: 100))

               ```console run
               GET /long
               ```

            2. ```console run
               GET /heading
               ```
            """)
        #expect(
            book.steps.map(\.title.source) == [
                "Section", "Introduction to ${x.y} and all code e.g. this", "Is it done?",
                String(String(repeating: "long ", count: 100).prefix(399)) + "…", "GET /heading",
            ])
        #expect(book.steps[1].title.holes.map(\.span.description) == ["book.md:11:17"])
    }

    @Test func proseLeadsToTheStep() throws {
        let book = try runbook(
            """
            Section *one*,
            two lines with `${UPPER}` and ${x}.

            1. Item, <!-- note --> more <!-- runbook: on=a -->
               and a second line:

               ```console run
               GET /1
               ```

               After.

               ```console verify
               GET /2
               ```

            - Plain item that leads nowhere.

            Last.

            ```console run
            GET /3
            ```
            """)
        #expect(
            book.steps.map(\.prose.source) == [
                "Section *one*,\ntwo lines with `${UPPER}` and ${x}.\n\nItem, <!-- note --> more\nand a second line:",
                "After.",
                "Last.",
            ])
        #expect(book.steps[0].prose.holes.map(\.span.description) == ["book.md:6:31"])
    }

    @Test func alternativesShareWhatLeadsToThem() throws {
        let book = try runbook(
            """
            1. Choose:

               - one <!-- runbook: if=p:a -->

                 ```console run
                 GET /1
                 ```

               - two <!-- runbook: if=p:b -->

                 ```console run
                 GET /2
                 ```

                 ```console verify
                 GET /3
                 ```
            """)
        #expect(book.steps.map(\.prose.source) == ["Choose:\n\none", "Choose:\n\ntwo", ""])
    }

    @Test func containersAreItemsAndSections() throws {
        let block = "```console run\nGET /\n```\n"
        let item = "- a\n\n  ```console run\n  GET /\n  ```\n"
        let book = try runbook("\(block)\n\(item)\n\(block)\n## x\n\n\(block)")
        let containers = book.steps.map(\.container)
        #expect(containers[0] == containers[2])
        #expect(Set(containers).count == 3)
        #expect(book.steps.map(\.section) == [nil, nil, nil, 0])
    }

    /// What is not a sentence about the step leads to nothing.
    @Test(arguments: [
        ("Create it:\n\n{% include copy.html %}\n\n", "Create it"),
        ("Create it:\n\n**Warning:** Be careful.\n\n", "Create it"),
        ("Create it:\n\n::::{warning}\nNever.\n::::\n\n", "Create it"), ("Create it:\n\n!!! note\n\n", "Create it"),
        ("### Example request\n\n", "Section"), ("### Example request\n\nCreate it:\n\n", "Create it"),
        ("Create it:\n\n![shot](x.png)\n\n", "Create it"), ("Create it:\n\n![a shot](my shot.png)\n\n", "Create it"),
        ("Create it:\n\n<Callout type=\"warn\">x</Callout>\n\n", "Create it"),
        ("Note: this matters.\nCreate the index:\n\n", "Create the index"), ("> [!TIP]\n> x\n\n", "Section"),
        ("See [the page](my page.md) of `a[0](b c)`:\n\n", "See the page of a[0](b c)"),
        ("Example request:\n\n", "Section"), ("Note that it takes long.\n\n", "Note that it takes long"),
    ])
    func labelsAreNoTitles(text: String, title: String) throws {
        let book = try runbook("## Section\n\n" + text + "```console run\nGET /\n```")
        #expect(book.steps.map(\.title.source) == [title])
    }

    /// What leads to nothing gives no name, and a link to a file with blanks in its name is a link.
    @Test func titlesAreWithoutLabelsAndLinks() throws {
        let book = try runbook(
            """
            ## Create a policy {#policy .task}

            **Signature**

            ```console run
            PUT /a
            ```

            See [the guide](/intl.en/Quick Start/Getting started.md) first. {: .note }

            ```console run
            PUT /b
            ```
            """)
        #expect(book.steps.map(\.title.source) == ["Create a policy", "See the guide first"])
    }

    /// Two blocks of a section never have one title: the second has its request line, a comment, or a number.
    @Test func noTwoBlocksHaveOneTitle() throws {
        let book = try runbook(
            """
            ## Section

            Create it:

            ```console run
            PUT /a
            ```

            ```console verify
            GET /a
            ```

            **Warning:** Only once.

            ```console run
            PUT /${x}
            ```

            ```sh run
            #!/bin/sh
            # Look at it
            curl x
            ```

            ```sh run
            curl -u a:b x
            ```

            ## Other

            Create it:

            ```console run
            PUT /b
            ```
            """)
        #expect(
            book.steps.map(\.title.source) == [
                "Create it", "Create it", "PUT /${x}", "Look at it", "Create it (4)", "Create it",
            ])
        #expect(book.steps[2].title.holes.map(\.span.description) == ["book.md:20:6"])
    }

    /// A block that Markdown takes out of its item, because it is not indented, has the item's title and number.
    @Test func anItemLeadsToTheBlockBelowIt() throws {
        let book = try runbook(
            """
            ## Mitigation

            1. Free some space.
            2. Restart the pod by deleting it:
            ```sh run
            kubectl delete pod x
            ```
            3. Look again
            ```sh run
            kubectl get pods
            ```
            """)
        #expect(book.steps.map(\.title.source) == ["Restart the pod by deleting it", "Mitigation"])
        #expect(book.steps.map(\.number) == ["2", nil])
    }

    /// A directive on a line of its own is no line of the text.
    @Test func directivesLeaveNoEmptyLines() throws {
        let book = try runbook(
            """
            1. [ ] Ask the owner
               <!-- runbook: id=ask -->
               <!-- runbook: confirm="Ready?" -->
               whether it may stop.
            """)
        #expect(book.steps.first?.prose.source == "Ask the owner\nwhether it may stop.")
    }

    /// Headings that say nothing give their steps the title above them, to one of them; the others say what they send.
    @Test func noTwoStepsHaveTheTitleThatIsAboveTheirSections() throws {
        var text = "# My runbook\n\n```yaml runbook\nversion: 1\ntargets:\n  es: { kind: elasticsearch }\n```\n"
        for (index, heading) in ["Example request", "Request", "Example request", "1. Tip"].enumerated() {
            text += "\n## \(heading)\n\n```console run again=yes\nPUT /x\(index)\n```\n"
        }
        text +=
            "\n## Verify\n\n```console run again=yes\nPUT /a\n```\n\n## Verify\n\n```console run again=yes\nPUT /b\n```\n"
        text += "\nFor example:\n\n```console run again=yes\nPUT /c\n```\n"
        let book = try #require(RunbookParser.parse(SourceText(file: "book.md", text: text)).runbook)
        #expect(
            book.steps.map(\.title.source) == [
                "My runbook", "PUT /x1", "PUT /x2", "PUT /x3", "Verify", "Verify", "PUT /c",
            ])
    }
}
