extension CodeCatalogue {
    /// What is asked of answers.
    static let checks: [CodeEntry] = [
        CodeEntry(
            "check/unknown-step", "A check names by `of=` a block that does not stand above it.",
            .document(
                """
                ```console verify id=health
                GET /_cluster/health
                ```

                ```json expect of=helth
                { "timed_out": false }
                ```
                """),
            fix: "Write the id of a `run` or `verify` block above, or leave `of=` out to mean the nearest one."),
        CodeEntry(
            "expect/detached",
            "An expectation belongs to no step: none stands before it in the same list item or section.",
            .document(
                """
                ```json expect
                { "acknowledged": true }
                ```
                """),
            fix: "Put it behind its block, indented like that one."),
        CodeEntry(
            "assert/detached",
            "An assertion belongs to no step: none stands before it in the same list item or section.",
            .document(
                """
                ```jq assert
                .acknowledged
                ```
                """),
            fix: "Put it behind its block, indented like that one."),
        CodeEntry(
            "capture/detached", "A capture belongs to no step: none stands before it in the same list item or section.",
            .document(
                """
                ```jq capture
                name = .index
                ```
                """),
            fix: "Put it behind its block, indented like that one."),
        CodeEntry(
            "expect/unmet", "An answer is not what the step expects.",
            .situation("`{ \"status\": \"green\" }` is expected, and the cluster is yellow."),
            fix:
                "Compare the places that the message lists. An object may have more members than expected; a "
                + "list may not, unless it ends in `\"...\"`."
        ),
        CodeEntry(
            "expect/invalid", "An expectation is no JSON once its values are filled in.",
            .situation("a value that stands where only a member's name can be."),
            fix: "Put the value where a JSON value or the inside of a string is."),
        CodeEntry(
            "assert/empty", "A block of assertions has no filter.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq assert
                # nothing yet
                ```
                """),
            fix: "Write a filter a line, or remove the block."),
        CodeEntry(
            "assert/unmet", "An assertion gave `false`, or nothing.",
            .situation("`.hits.total.value > 0` where nothing was found."),
            fix: "Look at the answer: the message shows what the filter gave."),
        CodeEntry(
            "assert/not-a-test", "The filter of an assertion gave something else than `true` or `false`.",
            .situation("`.hits.total.value`, which gives a number."), fix: "Compare: `.hits.total.value == 1`."),
        CodeEntry(
            "assert/error", "The filter of an assertion could not be evaluated on the answer.",
            .situation("`.nodes[0]` where `nodes` is an object."),
            fix: "Try the filter on the answer that the report shows."),
        CodeEntry(
            "capture/empty", "A block of captures has no line; in a run: what was to be captured is not in the answer.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq capture
                ```
                """),
            fix:
                "Write `name = filter`. In a run look at the answer; a value that may be missing needs a "
                + "default: `.x // \"none\"`."
        ),
        CodeEntry(
            "capture/malformed", "A line of captures is not `name = filter`.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq capture
                .cluster_name
                ```
                """),
            fix: "Write `cluster = .cluster_name`, and `name! = ...` for a secret. A line that goes on is indented."),
        CodeEntry(
            "capture/unused", "Nothing uses a captured value.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq capture
                cluster = .cluster_name
                ```
                """),
            fix: "Remove it, or leave it as a note in the report."),
        CodeEntry(
            "capture/many", "A capture's filter gave several values.",
            .situation("`.nodes[].name` in a cluster of three nodes."),
            fix: "Take one of them, or collect them: `[.nodes[].name]`."),
        CodeEntry(
            "capture/too-large", "A captured value is larger than 1 MiB.",
            .situation("`all = .` on an answer with thousands of documents."), fix: "Capture only what is used."),
        CodeEntry(
            "capture/error", "A capture's filter could not be evaluated on the answer.",
            .situation("`.nodes[0].name` where `nodes` is an object."),
            fix: "Try the filter on the answer that the report shows."),
        CodeEntry(
            "same/unmet", "The targets of a step give different values for its `same=`.",
            .situation("a follower has fewer documents than its leader."),
            fix: "Wait longer with `within=`, or look at why the second target lags."),
        CodeEntry(
            "same/error", "The filter of `same=` could not be evaluated on one of the answers.",
            .situation("`same=.hits.total.value` where one target answers with a number in `hits.total`."),
            fix: "Write a filter that fits the answers of all targets."),
    ]

    /// Filters themselves.
    static let filters: [CodeEntry] = [
        CodeEntry(
            "filter/inexact-number",
            "A filter has a number that jq rounds: beyond 2^53, or with more digits than a double holds. Other numbers "
                + "would be equal to it; where that decides what a filter gives, the filter fails.",
            .situation(
                "`._source.n == 1688275058533285125` in an `assert`: jq takes 1688275058533285124 for the same."),
            fix: "Compare it in `json expect`, which is exact, or let the target give it as a text."),
        CodeEntry(
            "filter/syntax", "A filter is not jq.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq assert
                .status == green"
                ```
                """),
            fix: "Mend it at the marked place. In info strings a filter with blanks stands in quotes."),
        CodeEntry(
            "filter/unavailable", "The helper that evaluates filters could not be used.",
            .situation("the machine has no memory left for another process."),
            fix: "See whether memory and processes are left, and that the program was not removed while it ran."),
    ]
}
