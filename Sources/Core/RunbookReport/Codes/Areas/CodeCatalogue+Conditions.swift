extension CodeCatalogue {
    /// Whether a step is taken, and whether it is needed.
    static let conditions: [CodeEntry] = [
        CodeEntry(
            "if/unknown-parameter", "`if=` names a parameter that is not declared.",
            .document(
                """
                ```console verify if=mode:new
                GET /
                ```
                """),
            fix: "Take the name that the message suggests, or declare the parameter with an `enum`."),
        CodeEntry(
            "if/not-a-choice", "`if=` chooses by a parameter that is neither an `enum` nor a boolean.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                parameters:
                  index: { type: string }
                ```

                ```console verify if=index:books
                GET /
                ```
                """),
            fix: "Use `when=` with a filter, or give the parameter an `enum`."),
        CodeEntry(
            "if/unknown-value", "`if=` names a value that the parameter cannot have.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                parameters:
                  mode: { enum: [new, existing] }
                ```

                ```console verify if=mode:newer
                GET /
                ```
                """),
            fix: "Take the value that the message suggests."),
        CodeEntry(
            "if/not-idle", "Steps belong to a value of a parameter that is declared to do nothing.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                parameters:
                  rollback: { enum: [none, all], does_nothing: none }
                ```

                ```console verify if=rollback:none,all
                GET /
                ```
                """),
            fix: "Remove the value from `does_nothing`, or from the `if` of those steps."),
        CodeEntry(
            "if/uncovered", "Steps belong to some values of a parameter, and to one of its values none does.",
            .document(
                """
                ```yaml runbook
                version: 1
                targets:
                  current: { kind: elasticsearch }
                parameters:
                  mode: { enum: [new, existing] }
                ```

                ```console verify if=mode:new
                GET /
                ```
                """),
            fix: "Add the missing alternative, or remove the value; where nothing is to be done then, declare it: "
                + "`does_nothing: existing`."),
        CodeEntry(
            "when/not-a-test", "The filter of `when=` gave something else than `true` or `false`.",
            .situation("`when=.count` where `count` is a number."), fix: "Compare: `when='$count > 0'`."),
        CodeEntry(
            "when/error", "The filter of `when=` could not be evaluated.",
            .situation("`when='$nodes + 1 > 2'` where `nodes` is an object."),
            fix: "Look at the values that it uses; `runbook report` shows them."),
        CodeEntry(
            "unless/no-verify",
            "`unless` alone means the next `verify` of the section before another `run`, and there is none.",
            .document(
                """
                ```console run unless
                PUT /books
                ```
                """),
            fix: "Add a `verify` that holds when the work is done, or name one: `unless=ID`."),
        CodeEntry(
            "unless/unknown",
            "`unless=` names a step that is not there; in a run: whether its check holds could not be told.",
            .document(
                """
                ```console run unless=exists
                PUT /books
                ```
                """),
            fix:
                "Name the id of a `verify`. In a run look at the failure that the message tells; not to know is "
                + "no reason to act."
        ),
        CodeEntry(
            "unless/not-verify", "`unless=` names a step that is no `verify`.",
            .document(
                """
                ```console run id=create again=yes
                PUT /books
                ```

                ```console run unless=create
                PUT /books/_doc/1
                { "title": "x" }
                ```
                """),
            fix: "Name the id of a `verify` block."),
        CodeEntry(
            "unless/not-run", "`unless` says when a step need not act, and this step does not act.",
            .situation("`unless` on a task item's own directive."), fix: "Remove it."),
        CodeEntry(
            "unless/own-value", "A check is tried before its step, and uses a value that the step gives.",
            .document(
                """
                ```console run id=task unless
                POST /_reindex?wait_for_completion=false
                { "source": { "index": "a" }, "dest": { "index": "b" } }
                ```

                ```console verify
                GET /_tasks/${task.task}
                ```
                """),
            fix: "Check by something that is known before, such as a name."),
        CodeEntry(
            "repeat/not-idempotent", "A second run would send a request once more that changes something.",
            .document(
                """
                ```console run
                POST /books/_doc
                { "title": "x" }
                ```
                """),
            fix: "Add `unless` and a `verify` that holds when it is done; `again=yes` if every run must send it."),
        CodeEntry(
            "verify/not-read", "A `verify` is tried many times, and this one would change something.",
            .document(
                """
                ```console verify
                DELETE /books
                ```
                """),
            fix: "Make it a `run`, or ask with a request that only reads. Where the path is not one of a known API, "
                + "`effect=read` says that it does."),
        CodeEntry(
            "verify/unmet", "A `verify` did not come true within its time.",
            .situation("a shard is still being moved when `within=60s` is over."),
            fix: "Look at the last answer; when it only takes longer, raise `within=`."),
        CodeEntry(
            "for/holding", "A `verify` with `for=` held when its time was over, but not yet for as long as it must.",
            .situation("`for=30s within=60s` where it came true after 45 seconds."),
            fix: "Raise `within=` so that it leaves room for the wait and for `for=`."),
    ]
}
