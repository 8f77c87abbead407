extension CodeCatalogue {
    /// What is looked at before the first step.
    static let preflight: [CodeEntry] = [
        CodeEntry(
            "preflight/same-target", "Two targets with different addresses are the same system.",
            .situation("`source` and `destination` lead to one cluster through two load balancers."),
            fix:
                "Check both addresses in the environment file. Nothing was changed: only the identity of the "
                + "targets was read."
        )
    ]

    /// The emulated targets.
    static let sandbox: [CodeEntry] = [
        CodeEntry(
            "sandbox/kind", "The sandbox cannot emulate targets of this kind.",
            .situation("`runbook exec` without `--env` for a runbook with a target of a plugin's kind."),
            fix:
                "Write the target in an environment file, `--env NAME`. Clusters that are not in the file stay "
                + "on the sandbox."
        ),
        CodeEntry(
            "sandbox/version", "No profile of the sandbox meets the requirements of a target.",
            .situation("`version: \">=9\"` when the sandbox emulates 7.0."),
            fix: "Run it in an environment: `--env NAME`; the message lists the profiles."),
        CodeEntry(
            "sandbox/cluster", "`--cluster` names something that the sandbox does not emulate for this runbook.",
            .situation("`--cluster leadr=7.10`, where the target is called `leader`."),
            fix:
                "Write the name of a target; the message lists them. With `--env` the clusters of the environment are used."
        ),
        CodeEntry(
            "sandbox/access-key", "The file of `--access-key-file` is not a key pair.",
            .situation("a file with `{ \"access_key_id\": \"LTAI5tEXAMPLE\" }` only."),
            fix:
                "Write `{ \"access_key_id\": \"ID\", \"access_key_secret\": \"SECRET\" }` in the file, as the sandbox "
                + "prints its own key pair."
        ),
        CodeEntry(
            "sandbox/start", "The sandbox did not start.", .situation("no loopback port or no memory is available."),
            fix: "For more information start it alone: `runbook sandbox --cluster x=7.0`."),
        CodeEntry(
            "sandbox/not-emulated", "The sandbox does not emulate a request, or a part of it.",
            .situation("`POST /_sql` on the sandbox, also if the step accepts every status."),
            fix: "This says nothing about the runbook. Try the step in an environment with real clusters, "
                + "`--env NAME`."),
    ]

    /// Requests to which no answer came, and steps that ended before them.
    static let actions: [CodeEntry] = [
        CodeEntry(
            "action/refused",
            "A request was not executed: there was no connection, or the target said that it is too busy.",
            .situation("the cluster is stopped in the middle of a run."),
            fix: "Fix what the message names, then `runbook resume RUN`. It sends the step again."),
        CodeEntry(
            "action/unknown", "A read was sent, but no complete response came in time.",
            .situation("a proxy responds with 504, or the connection is reset."),
            fix: "Check whether the target is overloaded. To give a request more time, use `timeout=`."),
        CodeEntry(
            "step/out-of-time", "The time of a step was over before its next request was sent.",
            .situation("a block of three requests whose second one takes longer than `timeout=`."),
            fix: "Increase `timeout=`, or write one step for each request."),
        CodeEntry(
            "resume/answer-incomplete",
            "A resumed step needs an earlier response that was too large to be stored in full.",
            .situation("a run is stopped between two requests of one block, and the response to the first was 1 MiB."),
            fix: "Check on the target whether the step did its work, then start a new run."),
        CodeEntry(
            "journal/transition", "The journal of a run contains an event that cannot follow the events before it.",
            .situation("a bug in runbook, or a journal that another program wrote."),
            fix: "Report the bug, with the output of `runbook report RUN`."),
    ]

    /// Answers that are not a success.
    static let answers: [CodeEntry] = [
        CodeEntry(
            "status/missing", "The target responded that something does not exist (404).",
            .situation("`GET /books` before the index exists."),
            fix: "Check the name. If 404 is the expected result, write `status=404`."),
        CodeEntry(
            "status/denied", "The target responded that the user may not do this (401, 403).",
            .situation("`PUT /_cluster/settings` by a user who may only read."),
            fix: "Give the user the privilege, or use another user in the environment file."),
        CodeEntry(
            "status/rejected", "The target did not accept the request (another status from 300 to 499).",
            .situation("`PUT /books` when the index already exists: 400."),
            fix: "Read the reason in the response. If the work was already done, add `unless` to the step."),
        CodeEntry(
            "status/broken", "The target could not process the request (a status of 500 or higher).",
            .situation("a search whose shards are not assigned: 503."),
            fix: "Read the reason in the response, and in the log of the target."),
        CodeEntry(
            "status/success", "The request succeeded, but the step requires another status.",
            .situation("`status=404` for an index that still exists."),
            fix: "Find out why the request succeeded, or change `status=`."),
        CodeEntry(
            "answer/complaint", "The status says success, but the body of the response reports a failure.",
            .situation("a `_bulk` with status 200 and `\"errors\": true`; a search with `\"timed_out\": true`."),
            fix:
                "Read the field that the message names. If its value is acceptable, `expect` that field: then "
                + "only your "
                + "expectation counts."
        ),
    ]
}
