extension CodeCatalogue {
    /// Files that cannot be read, and text that is not what it should be.
    static let files: [CodeEntry] = [
        CodeEntry(
            "file/unreadable", "A file that you named cannot be opened or read.",
            .situation("`runbook check plan.md` where there is no `plan.md`, or where it belongs to somebody else."),
            fix: "Look at the path, which begins at the working directory, and at the file's permissions."),
        CodeEntry(
            "file/unwritable", "A report or a result cannot be written to the file that you named.",
            .situation("`runbook report 7f3c --output /etc/report.md` without the right to write there."),
            fix: "Name a file in a folder that exists and that you may write."),
        CodeEntry(
            "file/too-large", "A document is larger than 64 MiB, which nobody reads as a procedure.",
            .situation("`runbook check access.log`."),
            fix: "See whether it is the file you mean; else split it into several runbooks."),
        CodeEntry(
            "source/not-utf8", "The file holds bytes that are no UTF-8, so its text cannot be told for sure.",
            .situation("A document that an editor saved as Latin-1 or UTF-16."),
            fix: "Save it as UTF-8. The message names the offset of the first byte that does not belong."),
        CodeEntry(
            "source/nul", "The file holds a NUL byte, which no text has.",
            .situation("`runbook check runbook.md.gz`."), fix: "See whether it is the file you mean."),
        CodeEntry(
            "json/invalid", "A block that must be JSON is not.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```json expect
                { "version": { "number": 7.0.0 } }
                ```
                """),
            fix:
                "Mend it at the marked place. Comments and a comma before `}` are not JSON; a value goes in as "
                + "`${name}`."
        ),
        CodeEntry(
            "yaml/invalid",
            "A block that must be YAML is not, or uses a part of YAML that is refused: anchors, aliases and tags.",
            .situation("a list whose items are indented by different amounts."),
            fix: "Mend it at the marked place, and write repeated parts out."),
        CodeEntry(
            "yaml/unquoted",
            "A value stands without quotes in a list or mapping in brackets, where its `{` would begin a mapping.",
            .situation("`zones: [${zone}]` in a YAML block."),
            fix: "Quote it: `zones: [\"${zone}\"]`. A quoted scalar that is one value keeps the value's type."),
        CodeEntry(
            "params/invalid", "The file of `--params` is not a mapping of names to values in YAML or JSON.",
            .situation("`--params values.yaml` where the file holds a list."),
            fix: "Write a name and a value a line: `bandwidth: 20`."),
    ]
}
