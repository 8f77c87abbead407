extension CodeCatalogue {
    /// The keys of blocks and directives.
    static let keys: [CodeEntry] = [
        CodeEntry(
            "key/unknown", "A block or directive has a key that neither the format nor the block's handler knows.",
            .document(
                """
                ```console verify withn=60s
                GET /
                ```
                """),
            fix: "Take the key that the message suggests, or remove it."),
        CodeEntry(
            "key/duplicate", "A key is given twice in one place.",
            .document(
                """
                ```console run again=yes again=no
                PUT /books
                ```
                """),
            fix: "Keep one of them."),
        CodeEntry(
            "key/misplaced", "A key stands where it has no meaning, such as one of a `run` on a `verify`.",
            .document(
                """
                ```console verify retry=3
                GET /
                ```
                """),
            fix: "Move it to the block that the message names."),
        CodeEntry(
            "key/no-value", "A key that needs a value has none.",
            .document(
                """
                ```console verify within=
                GET /
                ```
                """),
            fix: "Write the value behind `=` without a blank, such as `within=60s`."),
        CodeEntry(
            "key/bad-value", "The value of a key is none that it can have.",
            .document(
                """
                ```console run again=maybe
                PUT /books
                ```
                """),
            fix: "Write a value of the form that the message shows."),
        CodeEntry(
            "key/bad-duration", "A duration has no unit, or is none.",
            .document(
                """
                ```console verify within=60
                GET /
                ```
                """),
            fix: "Write a whole number and one of `ms`, `s`, `m` and `h`: `within=60s`."),
        CodeEntry(
            "key/malformed",
            "The words of a block or directive cannot be told apart: a quote is not closed, or a name is missing.",
            .document(
                """
                ```console run again=yes confirm="Sure?
                PUT /books
                ```
                """),
            fix: "Close quotes, put a blank between words and none around `=`."),
        CodeEntry(
            "effect/lowered",
            "`effect=` says less than what the request is known to do. It may do so only for a path that is not known.",
            .document(
                """
                ```console run effect=read again=yes
                DELETE /books
                ```
                """),
            fix: "Remove `effect=`."),
        CodeEntry(
            "within/not-waiting", "`within` bounds a wait, and the block does not wait.",
            .document(
                """
                ```console run within=60s again=yes
                PUT /books
                ```
                """),
            fix: "Use `timeout=` for the time that its requests may take, or wait in a `verify` behind it."),
        CodeEntry(
            "every/not-waiting", "`every` is the pause of a wait, and the block does not wait.",
            .document(
                """
                ```console run every=5s again=yes
                PUT /books
                ```
                """),
            fix: "Remove it, or wait in a `verify` behind the block."),
        CodeEntry(
            "for/not-waiting", "`for` says how long something must hold, and the block does not wait.",
            .situation("a handler that does not wait gets a block with `for=30s`."),
            fix: "Remove it, or wait in a `verify` behind the block."),
        CodeEntry(
            "same/one-target", "`same` compares the answers of several targets, and the step has one.",
            .document(
                """
                ```console verify same=.hits.total
                GET /books/_search
                ```
                """),
            fix: "Name the targets: `on=leader,follower`."),
        CodeEntry(
            "status/malformed", "`status=` names something that is not a status of HTTP.",
            .document(
                """
                ```console verify status=ok
                GET /books
                ```
                """),
            fix: "Write statuses and classes of them: `status=404`, `status=2xx,404`."),
    ]
}
