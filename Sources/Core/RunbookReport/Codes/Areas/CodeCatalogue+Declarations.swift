extension CodeCatalogue {
    /// The fence that makes a document a runbook.
    static let declarations: [CodeEntry] = [
        CodeEntry(
            "declaration/missing",
            "The document has blocks with roles, but no fence `yaml runbook`. It is not a runbook, and nothing in "
                + "it is executed.",
            .situation("a document with a block `console run` and no declaration."),
            fix: "Add a fence with the info string `yaml runbook`, whose first line is `version: 1`."),
        CodeEntry(
            "declaration/misspelled",
            "The info string of a YAML fence has a word that is almost `runbook`, so the fence declares nothing.",
            .situation("a fence with the info string `yaml runbok`."), fix: "Write `yaml runbook`."),
        CodeEntry(
            "declaration/duplicate", "A document has more than one fence `yaml runbook`.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                ```

                ```yaml runbook
                version: 1
                ```
                """),
            fix: "Move all declarations into the first fence."),
        CodeEntry(
            "declaration/malformed",
            "A part of the declaration has the wrong form, for example a string instead of a mapping.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets: [current]
                ```
                """),
            fix: "Write targets and parameters as mappings, such as `targets: { current: { kind: elasticsearch } }`."),
        CodeEntry(
            "declaration/unknown-key", "The declaration, a target or a parameter has an unknown key.",
            .document(
                """
                ```yaml runbook
                version: 1
                target:
                  current: { kind: elasticsearch }
                ```
                """),
            fix: "Use the key that the message suggests, or remove it."),
        CodeEntry(
            "declaration/version",
            "The declaration has no `version`, or this release does not support that version of the format.",
            .document(
                """
                ```yaml runbook
                version: 2
                ```
                """),
            fix: "Write `version: 1`. For a later version of the format use a newer release of runbook."),
        CodeEntry(
            "document/no-runbook",
            "The file is not a runbook, but it contains fences that look executable.",
            .situation("`runbook check` of an ordinary Markdown page with blocks of console requests."),
            fix:
                "If it is only documentation, ignore the message. Otherwise add a fence `yaml runbook`, and "
                + "roles to the blocks."
        ),
        CodeEntry(
            "fixture/unusable",
            "The file of `fixture` does not exist, is not a runbook, has errors, or is outside the repository.",
            .situation("`fixture: fixtures/data.md`, and that file does not exist beside the document."),
            fix: "Write its path relative to the document, and run `runbook check` on that file."),
        CodeEntry(
            "fixture/target", "The fixture uses a target that its runbook does not declare.",
            .situation("the fixture declares `store`, but its runbook declares only `source` and `destination`."),
            fix: "In the fixture, use only targets of the runbook, with the same names and kinds."),
        CodeEntry(
            "fixture/nested", "The fixture has a fixture of its own.",
            .situation("the file of `fixture` also has the key `fixture`."),
            fix: "Move the steps of the second fixture into the first."),
        CodeEntry(
            "fixture/parameter",
            "A parameter of the fixture has no default, and the runbook has no parameter of that name.",
            .situation("the fixture declares `{ size: { type: integer } }`, but its runbook has no `size`."),
            fix: "Add a `default`, or give it the name of a parameter of the runbook."),
    ]
}
