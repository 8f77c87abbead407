extension CodeCatalogue {
    /// Parameters, as they are declared and as they are given.
    static let parameters: [CodeEntry] = [
        CodeEntry(
            "parameter/no-type",
            "A parameter has neither a `type` nor an `enum`, so its value cannot be checked.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  index: { description: the index to copy }
                ```
                """),
            fix: "Add `type: string`, or another type."),
        CodeEntry(
            "parameter/unknown-type", "The `type` of a parameter is not a type of JSON Schema.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  count: { type: int }
                ```
                """),
            fix: "Choose `string`, `integer`, `number`, `boolean`, `array` or `object`."),
        CodeEntry(
            "parameter/idle-value", "`does_nothing` contains something that is not a value of the parameter.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                parameters:
                  rollback: { enum: [none, all], does_nothing: nothing }
                ```

                ```console verify if=rollback:all
                GET /
                ```
                """),
            fix: "Write a value of `enum`; for a boolean write `true` or `false`."),
        CodeEntry(
            "parameter/bad-choice", "A value of `enum` is repeated, or does not have the parameter's `type`.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  mode: { enum: [new, existing, new] }
                ```
                """),
            fix: "Write each value once. All values must have the same type."),
        CodeEntry(
            "parameter/bad-default", "The default of a parameter does not match its declaration.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  bandwidth: { type: integer, minimum: 2, default: 1 }
                ```
                """),
            fix: "Change the default, or the rule that the message names."),
        CodeEntry(
            "parameter/bad-example", "An example of a parameter does not match its declaration.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  count: { type: integer, examples: [many] }
                ```
                """),
            fix: "Change the example. `runbook test` uses it as a value."),
        CodeEntry(
            "parameter/bad-pattern", "The `pattern` of a parameter is not a regular expression.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  index: { type: string, pattern: "[a-z" }
                ```
                """),
            fix: "Fix the expression. Use single quotes: in double quotes YAML interprets the backslash."),
        CodeEntry(
            "parameter/empty-range", "No value is valid, because the minimum is larger than the maximum.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  count: { type: integer, minimum: 10, maximum: 1 }
                ```
                """),
            fix: "Exchange the two limits."),
        CodeEntry(
            "parameter/secret-default",
            "A secret parameter has a default, which every reader of the document can see.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  password: { type: string, secret: true, default: changeme }
                ```
                """),
            fix: "Remove the default. The value comes from the environment, or runbook asks for it."),
        CodeEntry(
            "parameter/unused", "A parameter is declared, but not used.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  index: { type: string }
                ```
                """),
            fix: "Use it as `${index}`, in a filter as `$index`, or in `if=`. Otherwise remove it."),
        CodeEntry(
            "parameter/unfit",
            "A parameter has no value, or its value does not match the declaration.",
            .situation("`-p bandwidth=fast` where `bandwidth` is an integer."),
            fix: "Set another value. The message says where this value comes from."),
    ]
}
