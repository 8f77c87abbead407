extension CodeCatalogue {
    /// The values that requests and checks use.
    static let values: [CodeEntry] = [
        CodeEntry(
            "value/unknown", "There is no value with this name: no parameter, capture, id or target.",
            .document(
                """
                ```console verify
                GET /${indx}/_count
                ```
                """),
            fix: "Use the name that the message suggests, or declare it."),
        CodeEntry(
            "value/malformed", "`${` is not followed by a valid name.",
            .document(
                """
                ```console verify
                GET /${my index}/_count
                ```
                """),
            fix: "Write `${name}`, `${name.member}` or `${name[0]}`; for the text `${` itself write `$${`."),
        CodeEntry(
            "value/later", "A step uses a value that comes from a later step, or from itself.",
            .document(
                """
                ```console verify
                GET /${health.cluster_name}
                ```

                ```console verify id=health
                GET /_cluster/health
                ```
                """),
            fix: "Move the step after the step that gives the value."),
        CodeEntry(
            "value/may-be-unset", "A value exists only in some alternatives, but is also used in others.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                parameters:
                  source: { enum: [health, nodes] }
                ```

                ```console verify id=health if=source:health
                GET /_cluster/health
                ```

                ```console verify id=nodes if=source:nodes
                GET /_nodes
                ```

                ```console verify
                GET /${health.cluster_name}
                ```
                """),
            fix: "Capture it with the same name in every alternative, or use it only where it exists."),
        CodeEntry(
            "value/unset-when-satisfied",
            "A step gives a value, but its `unless` may skip the step. Then the value would be "
                + "missing.",
            .document(
                """
                ```console run unless=exists
                PUT /books
                ```

                ```jq capture
                name = .index
                ```

                ```console verify id=exists
                GET /books
                ```

                ```console verify
                GET /${name}/_count
                ```
                """),
            fix: "Capture the same name in the `verify` that `unless` refers to."),
        CodeEntry(
            "value/unfit",
            "A value cannot be used in this place. In a path, an empty text or list, `.` and `..` would make it "
                + "another path. Nothing was sent.",
            .situation("`DELETE /${prefix}*` with an empty `prefix`, which would delete every index."),
            fix: "Set the parameter to another value. To refuse an empty text, declare it with `minLength: 1`."),
        CodeEntry(
            "value/unset", "A request or expectation needs a value that this run does not have.",
            .situation("`${nodes[2]}` when the cluster has two nodes."),
            fix: "Check the step that gives the value: its response does not contain that part."),
        CodeEntry(
            "secret/not-recoverable",
            "A step that acts captures a secret. Secrets are not stored, and the step cannot be sent "
                + "again to read the secret again.",
            .document(
                """
                ```console run again=yes
                POST /_security/api_key
                { "name": "copy" }
                ```

                ```jq capture
                key! = .api_key
                ```
                """),
            fix: "Capture it from a read, if possible. Otherwise, after an interruption you must start a new run."),
    ]
}
