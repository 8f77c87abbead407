extension CodeCatalogue {
    /// The fence that makes a document a runbook.
    static let declarations: [CodeEntry] = [
        CodeEntry(
            "declaration/missing",
            "The document has blocks with roles, but no fence `yaml runbook`; it is not a runbook, and nothing in "
                + "it is executed.",
            .situation("a document with a block `console run` and no declaration."),
            fix: "Declare it in a visible fence: its info string is `yaml runbook`, its first line `version: 1`."),
        CodeEntry(
            "declaration/misspelled", "A YAML fence has a word that is nearly `runbook`, so it declares nothing.",
            .situation("a fence with the info string `yaml runbok`."), fix: "Write `yaml runbook`."),
        CodeEntry(
            "declaration/duplicate", "A document declares itself a runbook more than once.",
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
            fix: "Join the declarations in the first one."),
        CodeEntry(
            "declaration/malformed",
            "A part of the declaration has another form than it must: a text where a mapping belongs, or the like.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets: [current]
                ```
                """),
            fix: "Write targets and parameters as mappings, such as `targets: { current: { kind: elasticsearch } }`."),
        CodeEntry(
            "declaration/unknown-key", "The declaration, a target or a parameter has a key that does not exist.",
            .document(
                """
                ```yaml runbook
                version: 1
                target:
                  current: { kind: elasticsearch }
                ```
                """),
            fix: "Take the key that the message suggests, or remove it."),
        CodeEntry(
            "declaration/version",
            "The declaration names no version of the format, or one that this release does not know.",
            .document(
                """
                ```yaml runbook
                version: 2
                ```
                """),
            fix: "Write `version: 1`; for a later version use a newer release."),
        CodeEntry(
            "document/no-runbook",
            "The file declares no runbook, and holds fences that look as if they were meant to be executed.",
            .situation("`runbook check` of an ordinary Markdown page with blocks of console requests."),
            fix: "Leave it, when it is only text; else add a fence `yaml runbook` and give the blocks roles."),
        CodeEntry(
            "format/not-built-yet", "The document uses a part of the format that this release does not carry out.",
            .document(
                """
                1. [ ] Look up the region. <!-- runbook: input region -->
                """),
            fix: "Use a newer release, or write the part as a step by hand."),
        CodeEntry(
            "fixture/unusable",
            "The runbook that `fixture` names is not there, is not a runbook, has errors, or lies outside of the repository.",
            .situation("`fixture: fixtures/data.md`, and there is no such file beside the document."),
            fix: "Name it by its path from the document, and see `runbook check` of that file."),
        CodeEntry(
            "fixture/target", "A fixture acts on a target that the runbook which it prepares has not.",
            .situation("a fixture declares `store`, and its runbook only `source` and `destination`."),
            fix: "Give the fixture targets of the runbook, by the same names and of the same kinds."),
        CodeEntry(
            "fixture/nested", "A fixture names a fixture of its own.",
            .situation("the document that `fixture` names has the key `fixture`, too."),
            fix: "Move the steps of the second one into the first."),
        CodeEntry(
            "fixture/parameter",
            "A parameter of a fixture has no default, and the runbook has none of its name to take the value from.",
            .situation("a fixture declares `{ size: { type: integer } }`, and its runbook has no `size`."),
            fix: "Give it a `default`, or the name of a parameter of the runbook."),
    ]
}
