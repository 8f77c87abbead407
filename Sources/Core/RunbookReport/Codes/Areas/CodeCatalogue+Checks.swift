extension CodeCatalogue {
    /// What is asked of answers.
    static let checks: [CodeEntry] = [
        CodeEntry(
            "check/unknown-step", "`of=` refers to a block that is not above the check.",
            .document(
                """
                ```console verify id=health
                GET /_cluster/health
                ```

                ```json expect of=helth
                { "timed_out": false }
                ```
                """),
            fix:
                "Write the id of a `run` or `verify` block above the check. Without `of=` the check belongs to "
                + "the nearest one."
        ),
        CodeEntry(
            "expect/detached",
            "An expectation has no step before it in the same list item or section.",
            .document(
                """
                ```json expect
                { "acknowledged": true }
                ```
                """),
            fix: "Move it after the block that it checks, with the same indentation."),
        CodeEntry(
            "assert/detached",
            "An assertion has no step before it in the same list item or section.",
            .document(
                """
                ```jq assert
                .acknowledged
                ```
                """),
            fix: "Move it after the block that it checks, with the same indentation."),
        CodeEntry(
            "capture/detached", "A capture has no step before it in the same list item or section.",
            .document(
                """
                ```jq capture
                name = .index
                ```
                """),
            fix: "Move it after the block that it checks, with the same indentation."),
        CodeEntry(
            "expect/unmet", "The response differs from what the step expects.",
            .situation("`{ \"status\": \"green\" }` is expected, but the cluster is yellow."),
            fix:
                "Compare the values that the message lists. An object may have more members than expected. A "
                + "list may not, unless it ends in `\"...\"`."
        ),
        CodeEntry(
            "expect/invalid", "An expectation is not valid JSON after its values were inserted.",
            .situation("a value in a place where only the name of a member is allowed."),
            fix: "Use the value as a whole JSON value, or inside a string."),
        CodeEntry(
            "expect/empty", "A block of expectations is empty, and would check nothing.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```text expect
                ```
                """),
            fix: "Write what the response must contain, or remove the block."),
        CodeEntry(
            "assert/empty", "A block of assertions is empty.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq assert
                # nothing yet
                ```
                """),
            fix: "Write one filter on each line, or remove the block."),
        CodeEntry(
            "assert/unmet", "An assertion is false, or has no result.",
            .situation("`.hits.total.value > 0` when the search found nothing."),
            fix: "Look at the response. The message shows the result of the filter."),
        CodeEntry(
            "assert/not-a-test", "The result of an assertion is neither `true` nor `false`.",
            .situation("`.hits.total.value`, whose result is a number."),
            fix: "Write a comparison: `.hits.total.value == 1`."),
        CodeEntry(
            "assert/error", "The filter of an assertion failed on the response.",
            .situation("`.nodes[0]` when `nodes` is an object."),
            fix: "Try the filter on the response in the report."),
        CodeEntry(
            "capture/empty", "In a run, the response does not contain the value to capture.",
            .situation("`name = .hits.hits[0]._id` when the search found nothing."),
            fix: "Look at the response. A value that may be missing needs a default: `.x // \"none\"`."),
        CodeEntry(
            "capture/no-lines", "A block of captures is empty.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq capture
                ```
                """),
            fix: "Write `name = filter`, one on each line."),
        CodeEntry(
            "capture/malformed", "A line in a block of captures does not have the form `name = filter`.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq capture
                .cluster_name
                ```
                """),
            fix:
                "Write `cluster = .cluster_name`, and `name! = ...` for a secret. Indent a line that continues "
                + "the line before."
        ),
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
            fix: "Remove the capture. You can also keep it: its value is shown in the report."),
        CodeEntry(
            "capture/many", "The filter of a capture has several results.",
            .situation("`.nodes[].name` in a cluster of three nodes."),
            fix: "Select one result, or collect them in a list: `[.nodes[].name]`."),
        CodeEntry(
            "capture/too-large", "A captured value is larger than 1 MiB.",
            .situation("`all = .` on a response with thousands of documents."),
            fix: "Capture only the values that you use."),
        CodeEntry(
            "capture/error", "The filter of a capture failed on the response.",
            .situation("`.nodes[0].name` when `nodes` is an object."),
            fix: "Try the filter on the response in the report."),
        CodeEntry(
            "same/unmet", "`same=` gives different results for the targets of the step.",
            .situation("a follower has fewer documents than its leader."),
            fix: "Wait longer with `within=`, or find out why the second target is behind."),
        CodeEntry(
            "same/empty",
            "The filter of `same=` gives nothing, or only `null`, on every target, so nothing is compared.",
            .situation("`same=.cuont` on the responses of `GET /books/_count`."),
            fix: "Correct the filter. To check that something is missing, write an assertion for each target."),
        CodeEntry(
            "same/error", "The filter of `same=` failed on the response of a target.",
            .situation("`same=.hits.total.value` when one target responds with a number in `hits.total`."),
            fix: "Write a filter that works on the responses of all targets."),
    ]

    /// Filters themselves.
    static let filters: [CodeEntry] = [
        CodeEntry(
            "filter/inexact-number",
            "A filter contains a number that jq rounds: above 2^53, or with more digits than a double has. "
                + "Other numbers "
                + "would be equal to it. If the result of the filter depends on that, the filter fails.",
            .situation(
                "`._source.n == 1688275058533285125` in an `assert`: for jq, 1688275058533285124 is the same number."),
            fix: "Compare it in `json expect`, which is exact, or let the target return it as a string."),
        CodeEntry(
            "filter/syntax", "A filter is not a valid jq program.",
            .document(
                """
                ```console verify
                GET /
                ```

                ```jq assert
                .status == green"
                ```
                """),
            fix: "Fix the filter at the marked place. In an info string, put quotes around a filter with spaces."),
        CodeEntry(
            "filter/unavailable", "The helper process that evaluates filters failed.",
            .situation("the machine has no memory left for another process."),
            fix: "Check the free memory and the limit of processes. Check that the `runbook` program file still exists."
        ),
    ]
}
