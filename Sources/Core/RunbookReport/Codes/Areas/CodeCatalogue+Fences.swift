extension CodeCatalogue {
    /// Blocks and the words behind their opening line.
    static let fences: [CodeEntry] = [
        CodeEntry(
            "fence/unknown-role",
            "The second word of a fence is nearly the name of a role: its case, a brace or a comma is too much.",
            .document(
                """
                ```console verfy
                GET /
                ```
                """),
            fix: "Write the role as the message suggests it."),
        CodeEntry(
            "fence/no-role", "A block has keys of a step, but does not say whether it is a `run` or a `verify`.",
            .document(
                """
                ```console on=current
                GET /
                ```
                """),
            fix: "Put the role before the keys: `console run on=current`."),
        CodeEntry(
            "fence/no-language", "The role stands where the language belongs.",
            .document(
                """
                ```verify
                GET /
                ```
                """),
            fix: "Write the language first: `console verify`."),
        CodeEntry(
            "fence/language",
            "No handler takes a block of this language for such a target, or a check is written in a language "
                + "that it cannot have.",
            .document(
                """
                ```python run
                print(1)
                ```
                """),
            fix: "Use one of the languages that the message names."),
        CodeEntry(
            "fence/looks-executable", "A block of a language that runbooks execute has no role; it is only shown.",
            .document(
                """
                ```console
                GET /_cat/nodes
                ```
                """),
            fix: "Add `run` or `verify` to execute it, or `text` to say that it is meant to be read."),
        CodeEntry(
            "fence/quoted",
            "A block with a role stands in a quotation; what is quoted is never executed. `exec` refuses the document.",
            .document(
                """
                > ```console run
                > PUT /books
                > ```
                """),
            fix: "Take it out of the quotation, or call it `text`."),
        CodeEntry(
            "fence/swallowed",
            "A line looks like the beginning of a block with a role, and Markdown reads it as a part of something else: "
                + "HTML, a block or comment that is not closed, indented code, a paragraph. It would silently not be "
                + "executed, so `exec` refuses the document.",
            .document(
                """
                <details>
                <summary>Create it</summary>
                ```console run again=yes
                PUT /books
                ```
                </details>
                """),
            fix: "Do what the message says, or give the block the role `text` when it is only shown."),
        CodeEntry(
            "fence/hidden",
            "A comment above a block is not closed: a browser hides the block from its readers, and it would be "
                + "executed all the same. `exec` refuses the document.",
            .document(
                """
                <details>
                <!-- not needed any more

                ```console run again=yes
                PUT /books
                ```

                -->
                </details>
                """),
            fix: "Close the comment. To take a block out, begin the comment on a line of its own behind an empty line."),
        CodeEntry(
            "fence/unclosed", "A block has no closing line, so that everything below it belongs to it.",
            .document(
                """
                ```console run again=yes
                PUT /books
                """),
            fix: "Close it by a line of the same characters, at least as many, indented like the first."),
        CodeEntry(
            "handler/unknown", "A YAML block asks by `uses:` for a handler that is not there.",
            .document(
                """
                ```yaml run
                uses: acme/balancer.Group
                Name: web
                ```
                """),
            fix: "See whether the name is right and the plugin is installed."),
        CodeEntry(
            "handler/unknown-operation",
            "A handler that a YAML block names by `uses:` does not know what is asked for.",
            .situation("`uses: shelf/books.Bok` where the handler of `shelf` knows `books.Book`."),
            fix: "Take the name that the message suggests."),
        CodeEntry(
            "handler/wrong-kind", "What a YAML block asks for by `uses:` acts on targets of another kind.",
            .situation("`uses: shelf/books.Book` with `on=` the name of a cluster."),
            fix: "Name a target of the kind that the message names: `on=NAME`."),
    ]

    /// Comments that steer a run, and steps of people.
    static let directives: [CodeEntry] = [
        CodeEntry(
            "directive/unknown", "A comment begins with `runbook:` and is not a directive.",
            .document(
                """
                ## Clean up
                <!-- runbook: manaul -->

                Remove the old machines.
                """),
            fix: "Write one of the directives or keys that the message names."),
        CodeEntry(
            "directive/misplaced",
            "A directive stands where it describes nothing: it belongs into a list item, or first below a heading.",
            .document(
                """
                ## Create

                Some text.

                <!-- runbook: on=current -->
                """),
            fix: "Move it to the end of the item's first paragraph, or to the line below the heading."),
        CodeEntry(
            "directive/no-step",
            "A directive stands in an item or below a heading with nothing that it could apply to: its condition or "
                + "target would silently not count.",
            .document(
                """
                10. Only by its endpoint: <!-- runbook: on=current -->

                   ```console run again=yes
                   PUT /books
                   ```
                """),
            fix: "Indent the block as far as the text of the item, or remove the directive."),
        CodeEntry(
            "directive/outside",
            "A block follows an item with a directive, looks like a part of the item, and stands outside of it.",
            .document(
                """
                10. [ ] Ask the owner. <!-- runbook: id=ask -->

                   ```console run again=yes
                   PUT /books
                   ```
                """),
            fix: "Indent the block as far as the text of the item, or begin it where the list begins."),
        CodeEntry(
            "manual/run-inside", "A block that acts stands in a task item, which a person does.",
            .document(
                """
                - [ ] Create the index:

                  ```console run
                  PUT /books
                  ```
                """),
            fix: "Put the box on an item before it; to be asked before a block acts, use `confirm=`."),
        CodeEntry(
            "manual/ticked", "A box is ticked in the document. It is open in every run all the same.",
            .document("- [x] Announce the work."), fix: "Write `[ ]`."),
    ]
}
