extension CodeCatalogue {
    /// Whether a step is taken, and whether it is needed.
    static let conditions: [CodeEntry] = [
        CodeEntry(
            "if/unknown-parameter", "`if=` refers to a parameter that is not declared.",
            .document(
                """
                ```console verify if=mode:new
                GET /
                ```
                """),
            fix: "Use the name that the message suggests, or declare the parameter with an `enum`."),
        CodeEntry(
            "if/not-a-choice", "`if=` refers to a parameter that is neither an `enum` nor a boolean.",
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
            "if/unknown-value", "`if=` compares with a value that the parameter cannot have.",
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
            fix: "Use the value that the message suggests."),
        CodeEntry(
            "if/not-idle", "There are steps for a value of a parameter that is declared to do nothing.",
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
            "if/uncovered", "There are steps for some values of a parameter, but no step for one of its values.",
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
            fix:
                "Add the missing alternative, or remove the value. If nothing is to be done for the value, "
                + "declare that: "
                + "`does_nothing: existing`."),
        CodeEntry(
            "when/not-a-test", "The result of `when=` is neither `true` nor `false`.",
            .situation("`when=.count` when `count` is a number."), fix: "Write a comparison: `when='$count > 0'`."),
        CodeEntry(
            "when/error", "The filter of `when=` failed.",
            .situation("`when='$nodes + 1 > 2'` when `nodes` is an object."),
            fix: "Check the values that the filter uses: `runbook report` shows them."),
        CodeEntry(
            "unless/no-verify",
            "`unless` without a value needs a `verify` after it in the section, before another `run`.",
            .document(
                """
                ```console run unless
                PUT /books
                ```
                """),
            fix: "Add a `verify` that passes when the work is done, or refer to one: `unless=ID`."),
        CodeEntry(
            "unless/waits", "The check of `unless` waits for something that does not exist before the step.",
            .document(
                """
                ```console run unless
                PUT /books
                ```

                ```console verify
                GET /_cluster/health/books
                ```
                """),
            fix: "Write a short time into the request, such as `?timeout=1s`, or ask for the thing itself."),
        CodeEntry(
            "unless/unknown",
            "`unless=` refers to a step that does not exist; or, in a run, the check could not be evaluated.",
            .document(
                """
                ```console run unless=exists
                PUT /books
                ```
                """),
            fix:
                "Write the id of a `verify`. In a run, fix the failure in the message, then resume. The step is "
                + "not sent "
                + "while it is unknown whether it is needed."
        ),
        CodeEntry(
            "unless/not-verify", "`unless=` refers to a step that is not a `verify`.",
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
            fix: "Write the id of a `verify` block."),
        CodeEntry(
            "unless/not-run", "`unless` is only for steps that change something, and this step changes nothing.",
            .situation("`unless` in the directive of a task item."), fix: "Remove it."),
        CodeEntry(
            "unless/own-value", "The check of `unless` runs before its step, but uses a value that the step gives.",
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
            fix: "Write a check with a value that is known before the step, such as a name."),
        CodeEntry(
            "unless/sees-late",
            "The check of `unless` searches, so it may miss what the step has just written. If the response is lost, "
                + "nobody can tell whether to send the request again.",
            .document(
                """
                ```console run unless
                POST /books/_doc
                { "title": "x" }
                ```

                ```console verify
                GET /books/_count?q=title:x
                ```

                ```jq assert
                .count >= 1
                ```
                """),
            fix: "Read the document by its id. Or refresh before the search: `POST /books/_refresh` as the first "
                + "request of the check, or `refresh=true` in the request of the step."),
        CodeEntry(
            "repeat/not-idempotent", "A second run would send a request again that changes something.",
            .document(
                """
                ```console run
                POST /books/_doc
                { "title": "x" }
                ```
                """),
            fix:
                "Add `unless` and a `verify` that passes when the work is done. If every run must send it, "
                + "write `again=yes`."
        ),
        CodeEntry(
            "timeout/no-effect",
            "A step of a handler that waits has a `timeout` that is shorter than its `within`. The longer limit counts.",
            .situation("`yaml run timeout=10s within=5m` with `uses: alicloud/vpc.VSwitch`."),
            fix: "Keep one of the two keys."),
        CodeEntry(
            "timeout/open-ended",
            "A request waits for the end of its work, or allows its server more time than the step has.",
            .document(
                """
                ```console run again=yes
                POST /_snapshot/backup/daily/_restore?wait_for_completion=true
                ```
                """),
            fix: "Write `timeout=` with the time that it may take, or ask for the end in a `verify`."),
        CodeEntry(
            "verify/not-read", "A `verify` would change something. It may only read, because it is sent many times.",
            .document(
                """
                ```console verify
                DELETE /books
                ```
                """),
            fix: "Make it a `run`, or use a request that only reads. If the path does not belong to a known API, "
                + "write `effect=read` to say that it only reads."),
        CodeEntry(
            "verify/unmet", "A `verify` did not pass within its time.",
            .situation("a shard is still moving after `within=60s`."),
            fix: "Look at the last response. If the work only needs more time, increase `within=`."),
        CodeEntry(
            "for/holding", "A `verify` with `for=` passed, but not for long enough before its time was over.",
            .situation("`for=30s within=60s`, and the check passed for the first time after 45 seconds."),
            fix: "Increase `within=`: it must cover the wait and the time of `for=`."),
    ]
}
