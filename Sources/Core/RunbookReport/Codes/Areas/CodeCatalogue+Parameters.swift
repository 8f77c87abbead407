extension CodeCatalogue {
    /// Parameters, as they are declared and as they are given.
    static let parameters: [CodeEntry] = [
        CodeEntry(
            "parameter/no-type",
            "A parameter says neither its `type` nor an `enum`, so its value cannot be read or checked.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  index: { description: the index to copy }
                ```
                """),
            fix: "Add `type: string`, or the type that it has."),
        CodeEntry(
            "parameter/unknown-type", "A parameter's `type` is none of JSON Schema's.",
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
            "parameter/idle-value", "`does_nothing` names what is not one of the parameter's values.",
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
            fix: "Take a value of `enum`, or `true` or `false` of a boolean."),
        CodeEntry(
            "parameter/bad-choice", "A value of `enum` is given twice, or is not of the parameter's `type`.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  mode: { enum: [new, existing, new] }
                ```
                """),
            fix: "Name each value once, all of one type."),
        CodeEntry(
            "parameter/bad-default", "The default of a parameter breaks the parameter's own rules.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  bandwidth: { type: integer, minimum: 2, default: 1 }
                ```
                """),
            fix: "Change the default, or the rule."),
        CodeEntry(
            "parameter/bad-example", "One of a parameter's `examples` breaks the parameter's own rules.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  count: { type: integer, examples: [many] }
                ```
                """),
            fix: "Change the example: `runbook test` runs with it."),
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
            fix: "Mend it. In double quotes YAML reads a backslash itself; single quotes keep it."),
        CodeEntry(
            "parameter/empty-range", "No value can be right, because the least is more than the most.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  count: { type: integer, minimum: 10, maximum: 1 }
                ```
                """),
            fix: "Exchange the two bounds."),
        CodeEntry(
            "parameter/secret-default",
            "A secret parameter has a default, which everybody who reads the document sees.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  password: { type: string, secret: true, default: changeme }
                ```
                """),
            fix: "Leave the default out: the value is asked for, or comes from the environment."),
        CodeEntry(
            "parameter/unused", "A parameter is declared and nothing uses it.",
            .document(
                """
                ```yaml runbook
                version: 1
                parameters:
                  index: { type: string }
                ```
                """),
            fix: "Use it as `${index}`, in a filter as `$index` or in `if=`; else remove it."),
        CodeEntry(
            "parameter/unfit",
            "The value that a parameter was given breaks the rules of its declaration, or no value was given.",
            .situation("`-p bandwidth=fast` where `bandwidth` is an integer."),
            fix: "Give another value where the message says that this one came from."),
    ]
}
