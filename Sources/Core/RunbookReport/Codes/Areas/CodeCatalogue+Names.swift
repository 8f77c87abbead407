extension CodeCatalogue {
    /// Names, identities and the order of steps.
    static let names: [CodeEntry] = [
        CodeEntry(
            "name/invalid", "A name has a form that names cannot have.",
            .document(
                """
                ```console verify id=Is-Green
                GET /
                ```
                """),
            fix: "Begin with a letter from `a` to `z`; letters, digits and `_` may follow."),
        CodeEntry(
            "name/reserved",
            "A name means something else in filters: a keyword of jq, or a value that every answer has.",
            .document(
                """
                ```console verify id=status
                GET /
                ```
                """),
            fix: "Choose another name."),
        CodeEntry(
            "name/duplicate", "Two things have one name: targets, parameters, captures and ids share one name space.",
            .document(
                """
                ```console verify id=current
                GET /
                ```
                """),
            fix: "Rename one. A capture may have the same name in two alternatives of one parameter."),
        CodeEntry(
            "id/duplicate", "Two steps have one id.",
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
            "Two steps of one section send the same and have no id, so that a resumed run tells them apart only "
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
            "needs/unknown", "`needs=` names a step that is not there.",
            .document(
                """
                ```console verify id=green
                GET /_cluster/health
                ```

                ```console verify needs=grene
                GET /
                ```
                """),
            fix: "Name the id of a step of this document."),
        CodeEntry(
            "graph/cycle", "Steps wait for each other, so that none of them can begin.",
            .document(
                """
                ```console verify id=one needs=two
                GET /_cat/health
                ```

                ```console verify id=two
                GET /_cat/nodes
                ```
                """),
            fix: "Take one of the marked `needs` out. A step without `needs` waits for all earlier ones."),
    ]
}
