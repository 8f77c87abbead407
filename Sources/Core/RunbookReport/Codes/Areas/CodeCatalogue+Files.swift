extension CodeCatalogue {
    /// Files that cannot be read, and text that is not what it should be.
    static let files: [CodeEntry] = [
        CodeEntry(
            "file/url", "A URL was given instead of a file.",
            .situation("`runbook exec https://example.com/runbook.md`."),
            fix: "Download the runbook, read it, and run the file."),
        CodeEntry(
            "file/unreadable", "A file on the command line cannot be opened or read.",
            .situation("`runbook check plan.md` when `plan.md` does not exist, or you may not read it."),
            fix: "Check the path and the permissions of the file. A relative path starts at the working directory."),
        CodeEntry(
            "file/unwritable", "A report or a result cannot be written to its file.",
            .situation("`runbook report 7f3c --output /etc/report.md` without permission to write there."),
            fix: "Choose a file in a folder that exists and that you may write."),
        CodeEntry(
            "file/too-large", "A document is larger than 64 MiB.",
            .situation("`runbook check access.log`."),
            fix: "Check that it is the right file. If it is, split it into several runbooks."),
        CodeEntry(
            "source/not-utf8", "The file is not valid UTF-8.",
            .situation("A document that an editor saved as Latin-1 or UTF-16."),
            fix: "Save the file as UTF-8. The message gives the offset of the first invalid byte."),
        CodeEntry(
            "source/nul", "The file contains a NUL byte. It is not a text file.",
            .situation("`runbook check runbook.md.gz`."), fix: "Check that it is the right file."),
        CodeEntry(
            "json/invalid", "A block is not valid JSON.",
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
                "Fix the file at the marked place. Comments and a comma before `}` are not JSON; a value goes in as "
                + "`${name}`."
        ),
        CodeEntry(
            "yaml/invalid",
            "A block is not valid YAML, or uses a feature of YAML that is not supported: anchors, aliases, tags.",
            .situation("a list whose items are indented by different amounts."),
            fix: "Fix the YAML at the marked place. Write repeated parts in full."),
        CodeEntry(
            "yaml/unquoted",
            "A value has no quotes in a list or mapping in brackets. There, YAML reads its `{` as the start of "
                + "a mapping.",
            .situation("`zones: [${zone}]` in a YAML block."),
            fix: "Put quotes around it: `zones: [\"${zone}\"]`. The type of the value does not change."),
        CodeEntry(
            "yaml/placeholder",
            "A value in a YAML block is a placeholder, such as `<your-vpc-id>`, `{vpc_id}`, `vpc-xxxxxxxx` or `***`, that "
                + "the reader must replace. `{{x}}` is not one.",
            .situation("`VpcId: <your-vpc-id>` in a block with `uses:`."),
            fix: "Declare a parameter and use it: `VpcId: ${vpc_id}`."),
        CodeEntry(
            "params/invalid", "The file of `--params` is not a list of names and values in YAML or JSON.",
            .situation("`--params values.yaml` when the file contains only a list of values."),
            fix: "Write one name and value on each line: `bandwidth: 20`."),
    ]
}
