extension CodeCatalogue {
    /// Documents that run others.
    static let includes: [CodeEntry] = [
        CodeEntry(
            "include/misplaced", "The directive `include` is not in a list item without a box.",
            .document("# T\n\n1. [ ] Do [this](other.md). <!-- runbook: include -->"),
            fix: "Write the include in a list item of its own, without a box."),
        CodeEntry(
            "include/no-link", "The item of an include has no link to a Markdown file of the same repository.",
            .document("# T\n\n1. Do it. <!-- runbook: include -->"),
            fix: "Link to the document, or to a section of it: `[what is done](other.md#section)`."),
        CodeEntry(
            "include/passing",
            "A word of an include has no value, or is not the name of a target or parameter that the included "
                + "document declares.",
            .document("# T\n\n1. Do [this](other.md). <!-- runbook: include cluster -->"),
            fix: "Write `THEIRS=OURS`: the name in the included document, and the name in this document."),
        CodeEntry(
            "include/target",
            "This document has no target for a target of the included document, or it has another kind.",
            .situation("`other.md` uses `cluster`, but this document declares only `store`."),
            fix: "Write the name of the target in this document: `include cluster=store`."),
        CodeEntry(
            "include/parameter",
            "A parameter of the included document has no value, or its value does not match its declaration.",
            .situation("`other.md` declares `{ size: { type: integer } }`, but this document has no `size`."),
            fix: "Declare a parameter with the same name, or write its name in this document: `include size=count`."),
        CodeEntry(
            "include/empty", "The included document or section has no step.",
            .situation("`other.md#links` is a section without a block that is executed."),
            fix: "Link to a section that has a step."),
        CodeEntry(
            "include/unusable",
            "The included document is not a runbook, has errors, or its section uses values of the rest of the "
                + "document.",
            .situation("the section `#search` of `other.md` uses a value that a step of `#prepare` captures."),
            fix:
                "Fix the problems that `runbook check` reports for the document, or link to a section that "
                + "needs no other values."
        ),
        CodeEntry(
            "include/unreadable",
            "The included document does not exist, is not a regular file, or is outside the repository.",
            .situation("a link to `../../other/part.md` that leads out of the repository."),
            fix: "Write its path relative to the document that includes it, inside the same repository."),
        CodeEntry(
            "include/no-section", "The included document has no heading with this anchor.",
            .situation("a link to `other.md#prepare` when the heading is `Preparations`."),
            fix: "Write the anchor like GitHub: lower case, `-` for spaces, without punctuation."),
        CodeEntry(
            "include/cycle", "A document includes itself, directly or through other documents.",
            .situation("`a.md` includes `b.md`, and `b.md` includes `a.md`."),
            fix: "Move the common steps to a document of their own."),
        CodeEntry(
            "include/depth",
            "Documents include each other more than 8 levels deep, or more than 200 documents are included.",
            .situation("`1.md` includes `2.md`, and so on up to `10.md`."),
            fix: "Include the document that you need directly."),
    ]
}
