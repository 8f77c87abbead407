extension CodeCatalogue {
    /// Blocks and the words behind their opening line.
    static let fences: [CodeEntry] = [
        CodeEntry(
            "fence/unknown-role",
            "The second word of a fence is almost a role, for example with another case, a brace or a comma.",
            .document(
                """
                ```console verfy
                GET /
                ```
                """),
            fix: "Write the role as the message suggests."),
        CodeEntry(
            "fence/no-role", "A block has keys of a step, but does not say whether it is a `run` or a `verify`.",
            .document(
                """
                ```console on=current
                GET /
                ```
                """),
            fix: "Write the role before the keys: `console run on=current`."),
        CodeEntry(
            "fence/no-language", "The info string of a fence starts with a role instead of a language.",
            .document(
                """
                ```verify
                GET /
                ```
                """),
            fix: "Write the language first: `console verify`."),
        CodeEntry(
            "fence/language",
            "No handler supports blocks of this language for this target, or a check is written in a language "
                + "that is not allowed for it.",
            .document(
                """
                ```python run
                print(1)
                ```
                """),
            fix: "Use one of the languages that the message lists."),
        CodeEntry(
            "fence/looks-executable", "A block has a language that can be executed, but no role. It is only shown.",
            .document(
                """
                ```console
                GET /_cat/nodes
                ```
                """),
            fix: "To execute the block, add `run` or `verify`. If it is only for readers, add `text`."),
        CodeEntry(
            "fence/quoted",
            "A block with a role is inside a quotation. Quoted blocks are never executed, so `exec` refuses the "
                + "document.",
            .document(
                """
                > ```console run
                > PUT /books
                > ```
                """),
            fix: "Move the block out of the quotation, or give it the role `text`."),
        CodeEntry(
            "fence/swallowed",
            "A line looks like the start of a block with a role, but Markdown reads it as a part of something else: "
                + "HTML, a block or comment that is not closed, indented code, a paragraph. The block would not be "
                + "executed, without a message, so `exec` refuses the document.",
            .document(
                """
                <details>
                <summary>Create it</summary>
                ```console run again=yes
                PUT /books
                ```
                </details>
                """),
            fix: "Follow the message. If the block is only for readers, give it the role `text`."),
        CodeEntry(
            "fence/hidden",
            "A comment above a block is not closed. A browser hides the block from readers, but the block would be "
                + "executed, so `exec` refuses the document.",
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
            fix: "Close the comment. To disable a block, start the comment on a line of its own after an empty line."),
        CodeEntry(
            "fence/unclosed", "A block has no closing line, so everything below it belongs to the block.",
            .document(
                """
                ```console run again=yes
                PUT /books
                """),
            fix:
                "Close it with a line of the same characters, at least as many, with the same indentation as "
                + "the first line."
        ),
        CodeEntry(
            "handler/unknown", "`uses:` of a YAML block refers to a handler that does not exist.",
            .document(
                """
                ```yaml run
                uses: acme/balancer.Group
                Name: web
                ```
                """),
            fix: "Check the name, and that the plugin is installed: `runbook plugin list`."),
        CodeEntry(
            "handler/unknown-operation",
            "The handler in `uses:` of a YAML block does not know the operation.",
            .situation("`uses: shelf/books.Bok` when the handler of `shelf` knows `books.Book`."),
            fix: "Use the name that the message suggests."),
        CodeEntry(
            "handler/wrong-kind", "The operation in `uses:` of a YAML block is for targets of another kind.",
            .situation("`uses: shelf/books.Book` when `on=` is the name of a cluster."),
            fix: "Choose a target of the kind in the message: `on=NAME`."),
    ]

    /// Comments that steer a run, and steps of people.
    static let directives: [CodeEntry] = [
        CodeEntry(
            "directive/unknown", "A comment starts with `runbook:`, but is not a directive.",
            .document(
                """
                ## Clean up
                <!-- runbook: manaul -->

                Remove the old machines.
                """),
            fix: "Write one of the directives or keys that the message lists."),
        CodeEntry(
            "directive/misspelled",
            "Text that is almost a directive: the word `runbook:` is misspelled, missing, or not at the start of a "
                + "comment. Its keys, such as a condition, would be ignored without a message.",
            .document(
                """
                - Only by its endpoint <!-- Runbook: on=current -->

                  ```console run again=yes
                  PUT /books
                  ```
                """),
            fix: "Write the directive that the message names. Where it is only shown, write it between backticks."),
        CodeEntry(
            "directive/misplaced",
            "A directive is in a place where it has no effect. It belongs in a list item, or directly below a heading.",
            .document(
                """
                ## Create

                Some text.

                <!-- runbook: on=current -->
                """),
            fix: "Move it to the end of the item's first paragraph, or to the line below the heading."),
        CodeEntry(
            "directive/no-step",
            "A directive is in an item or below a heading that has no block: its condition or "
                + "target would have no effect.",
            .document(
                """
                10. Only by its endpoint: <!-- runbook: on=current -->

                   ```console run again=yes
                   PUT /books
                   ```
                """),
            fix: "Indent the block like the text of the item, or remove the directive."),
        CodeEntry(
            "directive/outside",
            "A block looks like a part of the item with a directive above it, but is outside the item.",
            .document(
                """
                10. [ ] Ask the owner. <!-- runbook: id=ask -->

                   ```console run again=yes
                   PUT /books
                   ```
                """),
            fix: "Indent the block like the text of the item, or start it in the column of the list."),
        CodeEntry(
            "manual/run-inside", "A block that acts is inside a task item, and a task item is done by a person.",
            .document(
                """
                - [ ] Create the index:

                  ```console run
                  PUT /books
                  ```
                """),
            fix:
                "Move the box to an item of its own before the block. To ask a person before a block acts, use "
                + "`confirm=`."
        ),
        CodeEntry(
            "manual/box",
            "A text is almost the box of a task item, or a task item is in a quotation or indented too far. It is only "
                + "text, so the run asks no person there.",
            .document("- [] Announce the work."),
            fix: "Write `- [ ] TEXT` for a step that a person does. If it is only text, write `\\[`, or no box."),
        CodeEntry(
            "manual/ticked", "A box is ticked in the document. In every run it is open anyway.",
            .document("- [x] Announce the work."), fix: "Write `[ ]`."),
    ]
}
