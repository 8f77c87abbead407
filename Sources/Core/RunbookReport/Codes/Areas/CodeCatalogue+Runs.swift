extension CodeCatalogue {
    /// What is looked at before the first step.
    static let preflight: [CodeEntry] = [
        CodeEntry(
            "preflight/same-target", "Two targets of different addresses are one and the same system.",
            .situation("`source` and `destination` lead to one cluster through two load balancers."),
            fix: "Look at both addresses in the environment file. Nothing was sent yet but the question who they are.")
    ]

    /// The emulated targets.
    static let sandbox: [CodeEntry] = [
        CodeEntry(
            "sandbox/kind", "The sandbox emulates no targets of this kind.",
            .situation("`runbook exec` without `--env` of a runbook that has a target of a plugin's kind."),
            fix: "Name it in an environment, `--env NAME`; clusters that the file leaves out stay on the sandbox."),
        CodeEntry(
            "sandbox/version", "No profile of the sandbox fulfils what a target demands.",
            .situation("`version: \">=9\"` where the sandbox emulates 7.0."),
            fix: "Run it in an environment: `--env NAME`; the message lists the profiles."),
        CodeEntry(
            "sandbox/start", "The sandbox did not start.", .situation("no loopback port or no memory is left."),
            fix: "Try it by itself: `runbook sandbox --cluster x=7.0` tells more."),
        CodeEntry(
            "sandbox/not-emulated", "The sandbox does not emulate a request, or a part of it.",
            .situation("`POST /_sql` on the sandbox, also where the step accepts every status."),
            fix: "It says nothing about the runbook: try this step in an environment with real clusters, "
                + "`--env NAME`."),
    ]

    /// Requests to which no answer came, and steps that ended before them.
    static let actions: [CodeEntry] = [
        CodeEntry(
            "action/refused",
            "A request was certainly not carried out: no connection, or the target said that it is too busy.",
            .situation("the cluster is stopped in the middle of a run."),
            fix: "Mend what the message names, then `runbook resume RUN`: the step is sent again."),
        CodeEntry(
            "action/unknown", "A read was sent and no whole answer came in its time.",
            .situation("a proxy answers with 504, or the connection is reset."),
            fix: "See whether the target is overloaded; `timeout=` gives a request more time."),
        CodeEntry(
            "step/out-of-time", "The time of a step was over before its next request was sent.",
            .situation("a block of three requests whose second one takes longer than `timeout=`."),
            fix: "Raise `timeout=`, or make a step of each request."),
        CodeEntry(
            "resume/answer-incomplete",
            "A resumed step is to be judged by an answer that was too large to be kept in full.",
            .situation("a run is stopped between two requests of one block, the first of which answered with 1 MiB."),
            fix: "See by hand whether the step did its work, then start a new run."),
        CodeEntry(
            "journal/transition", "The journal of a run holds an event that cannot follow the ones before it.",
            .situation("a defect of this program, or a journal that another program wrote."),
            fix: "Report it, with the output of `runbook report RUN`."),
    ]

    /// Answers that are no success.
    static let answers: [CodeEntry] = [
        CodeEntry(
            "status/missing", "The target answered that something is not there (404).",
            .situation("`GET /books` before the index exists."),
            fix: "Look at the name; where 404 is right, say so: `status=404`."),
        CodeEntry(
            "status/denied", "The target answered that the user may not do this (401, 403).",
            .situation("`PUT /_cluster/settings` by a user who may only read."),
            fix: "Give the user the privilege, or use another user in the environment file."),
        CodeEntry(
            "status/rejected", "The target did not accept the request (another status from 300 to 499).",
            .situation("`PUT /books` where the index exists already: 400."),
            fix: "Read the reason in the answer. When it was done before, the step wants an `unless`."),
        CodeEntry(
            "status/broken", "The target failed at the request (a status from 500).",
            .situation("a search whose shards are not assigned: 503."),
            fix: "Read the reason in the answer and in the target's own log."),
        CodeEntry(
            "status/success", "The request succeeded, and the step demands another status.",
            .situation("`status=404` for an index that is still there."),
            fix: "Look at why it succeeded; else change `status=`."),
        CodeEntry(
            "answer/complaint", "The status says success, and the answer itself tells of a failure.",
            .situation("a `_bulk` with status 200 and `\"errors\": true`; a search with `\"timed_out\": true`."),
            fix:
                "Read the field that the message names. Where it is right, `expect` that field: then only your "
                + "expectation counts."
        ),
    ]
}
