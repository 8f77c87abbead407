extension CodeCatalogue {
    /// Parameters that get their values on the way.
    static let inputs: [CodeEntry] = [
        CodeEntry(
            "input/misplaced", "The directive `input` stands elsewhere than in a task item.",
            .document("# T\n\n- Look it up. <!-- runbook: input region -->"),
            fix: "Put a box before the item: `- [ ] ...`."),
        CodeEntry(
            "input/no-name", "The directive `input` names no parameter, or says more.",
            .document("# T\n\n- [ ] Look it up. <!-- runbook: input -->"),
            fix: "Write `input PARAMETER`, and other keys in a directive of their own."),
        CodeEntry(
            "input/unknown-parameter", "The directive `input` names a parameter that is not declared.",
            .document("# T\n\n- [ ] Look it up. <!-- runbook: input region -->"),
            fix: "Declare the parameter in the fence `yaml runbook`."),
        CodeEntry(
            "input/secret", "The directive `input` names a secret, which would have to be kept.",
            .document(
                "```yaml runbook\nversion: 1\ntargets: { a: { kind: elasticsearch } }\n"
                    + "parameters: { word: { type: string, secret: true } }\n```\n\n- [ ] x <!-- runbook: input word -->"
            ),
            fix: "Remove `input`: secrets are asked for before a run."),
        CodeEntry(
            "capture/unfit",
            "A capture has the name of a parameter, and its value is not allowed by the parameter's words.",
            .situation("a capture `count` gives `many`, and the parameter `count` is an integer."),
            fix: "Correct the filter, or the words of the parameter."),
    ]
}
