extension CodeCatalogue {
    /// Names, identities and the order of steps.
    static let names: [CodeEntry] = [
        CodeEntry(
            "name/invalid", "A name is not valid.",
            .document(
                """
                ```console verify id=Is-Green
                GET /
                ```
                """),
            fix: "Start with a letter from `a` to `z`; letters, digits and `_` may follow."),
        CodeEntry(
            "name/reserved",
            "A name has another meaning in filters: it is a keyword of jq, or a value that every response has.",
            .document(
                """
                ```console verify id=status
                GET /
                ```
                """),
            fix: "Choose another name."),
        CodeEntry(
            "name/duplicate",
            "Two things have the same name. Targets, parameters, captures and ids share one name space.",
            .document(
                """
                ```console verify id=current
                GET /
                ```
                """),
            fix: "Rename one of them. A capture may have the same name in two alternatives of one parameter."),
        CodeEntry(
            "id/duplicate", "Two steps have the same id.",
            .document(
                """
                ```console verify id=green
                GET /_cluster/health
                ```

                ```console verify id=green
                GET /_cat/health
                ```
                """),
            fix: "Give one of them another id."),
        CodeEntry(
            "id/ambiguous",
            "Two steps of one section send the same request and have no id. A resumed run distinguishes them only "
                + "by their order.",
            .document(
                """
                ```console run again=yes
                POST /books/_refresh
                ```

                ```console run again=yes
                POST /books/_refresh
                ```
                """),
            fix: "Give both an `id=`."),
        CodeEntry(
            "needs/unknown", "`needs=` refers to a step that does not exist.",
            .document(
                """
                ```console verify id=green
                GET /_cluster/health
                ```

                ```console verify needs=grene
                GET /
                ```
                """),
            fix: "Write the id of a step of this document."),
        CodeEntry(
            "graph/cycle", "Steps wait for each other, so none of them can start.",
            .document(
                """
                ```console verify id=one needs=two
                GET /_cat/health
                ```

                ```console verify id=two
                GET /_cat/nodes
                ```
                """),
            fix: "Remove one of the marked `needs`. A step without `needs` waits for all earlier steps."),
    ]
}
