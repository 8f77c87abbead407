extension CodeCatalogue {
    /// The keys of blocks and directives.
    static let keys: [CodeEntry] = [
        CodeEntry(
            "key/unknown", "A block or directive has an unknown key.",
            .document(
                """
                ```console verify withn=60s
                GET /
                ```
                """),
            fix: "Use the key that the message suggests, or remove it."),
        CodeEntry(
            "key/duplicate", "A block or directive has the same key twice.",
            .document(
                """
                ```console run again=yes again=no
                PUT /books
                ```
                """),
            fix: "Keep one of them."),
        CodeEntry(
            "key/misplaced", "A key is not allowed here, for example a key of `run` on a `verify`.",
            .document(
                """
                ```console verify retry=3
                GET /
                ```
                """),
            fix: "Move the key to the block that the message names."),
        CodeEntry(
            "key/no-value", "A key has no value, and needs one.",
            .document(
                """
                ```console verify within=
                GET /
                ```
                """),
            fix: "Write the value after `=`, without a space: `within=60s`."),
        CodeEntry(
            "key/bad-value", "The value of a key is not allowed.",
            .document(
                """
                ```console run again=maybe
                PUT /books
                ```
                """),
            fix: "Write a value of the form that the message describes."),
        CodeEntry(
            "key/bad-duration", "A duration has no unit, or is not a duration.",
            .document(
                """
                ```console verify within=60
                GET /
                ```
                """),
            fix: "Write a whole number and one of `ms`, `s`, `m` and `h`: `within=60s`."),
        CodeEntry(
            "key/malformed",
            "The keys of a block or directive cannot be read: a quote is not closed, or a name is missing.",
            .document(
                """
                ```console run again=yes confirm="Sure?
                PUT /books
                ```
                """),
            fix: "Close the quotes. Put a space between keys, and no space around `=`."),
        CodeEntry(
            "effect/lowered",
            "`effect=` says less than what the request is known to do. That is allowed only for an unknown path.",
            .document(
                """
                ```console run effect=read again=yes
                DELETE /books
                ```
                """),
            fix: "Remove `effect=`."),
        CodeEntry(
            "effect/doubtful", "`effect=read` is written for commands that change something.",
            .situation("`kubectl delete pod` in a block with `effect=read`: nobody is asked, and every run sends it."),
            fix: "Remove `effect=read`."),
        CodeEntry(
            "within/not-waiting", "`within` limits a wait, but the block does not wait.",
            .document(
                """
                ```console run within=60s again=yes
                PUT /books
                ```
                """),
            fix: "To limit the time of its requests, use `timeout=`. To wait, add a `verify` after the block."),
        CodeEntry(
            "every/not-waiting", "`every` is the pause of a wait, but the block does not wait.",
            .document(
                """
                ```console run every=5s again=yes
                PUT /books
                ```
                """),
            fix: "Remove it. To wait, add a `verify` after the block."),
        CodeEntry(
            "for/not-waiting", "`for` says how long a check must pass, but the block does not wait.",
            .situation("a block with `for=30s` whose handler does not wait."),
            fix: "Remove it. To wait, add a `verify` after the block."),
        CodeEntry(
            "same/one-target", "`same` compares the responses of several targets, but the step has one target.",
            .document(
                """
                ```console verify same=.hits.total
                GET /books/_search
                ```
                """),
            fix: "Write the targets: `on=leader,follower`."),
        CodeEntry(
            "status/malformed", "`status=` contains something that is not an HTTP status.",
            .document(
                """
                ```console verify status=ok
                GET /books
                ```
                """),
            fix: "Write statuses or classes of statuses: `status=404`, `status=2xx,404`."),
    ]
}
