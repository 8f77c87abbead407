extension CodeCatalogue {
    /// The values that requests and checks use.
    static let values: [CodeEntry] = [
        CodeEntry(
            "value/unknown", "Nothing gives a value of this name: no parameter, capture, id or target.",
            .document(
                """
                ```console verify
                GET /${indx}/_count
                ```
                """),
            fix: "Take the name that the message suggests, or declare it."),
        CodeEntry(
            "value/malformed", "`${` begins a value, and what follows is none.",
            .document(
                """
                ```console verify
                GET /${my index}/_count
                ```
                """),
            fix: "Write `${name}`, `${name.member}` or `${name[0]}`; for the characters themselves write `$${`."),
        CodeEntry(
            "value/later", "A step uses a value that a later step gives, or its own.",
            .document(
                """
                ```console verify
                GET /${health.cluster_name}
                ```

                ```console verify id=health
                GET /_cluster/health
                ```
                """),
            fix: "Move the step behind the one that gives the value."),
        CodeEntry(
            "value/may-be-unset", "A value is given only in some alternatives, and used in others, too.",
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
            fix: "Capture it under one name in every alternative, or use it only where it is set."),
        CodeEntry(
            "value/unset-when-satisfied",
            "A step gives a value, and its `unless` may find that it need not be sent; then the value would be "
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
            fix: "Capture the same name in the `verify` that stands for the step."),
        CodeEntry(
            "value/unfit",
            "A value cannot stand where a step puts it: in a path an empty text or list, `.` and `..`, which would make it "
                + "the path of something else. Nothing was sent.",
            .situation("`DELETE /${prefix}*` with an empty `prefix`, which would delete every index."),
            fix: "Give the parameter another value; `minLength: 1` in its declaration refuses an empty text."),
        CodeEntry(
            "value/unset", "A request or expectation needs a value that this run does not have.",
            .situation("`${nodes[2]}` where the cluster has two nodes."),
            fix: "Look at the step that gives the value: its answer lacks that part."),
        CodeEntry(
            "secret/not-recoverable",
            "A secret is captured from a step that acts. Secrets are not stored, and the step cannot be sent "
                + "again to get it back.",
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
            fix: "Take it from a read if there is one; else a run that is interrupted must be started over."),
    ]
}
