extension CodeCatalogue {
    /// Documents that run others.
    static let includes: [CodeEntry] = [
        CodeEntry(
            "include/misplaced", "The directive `include` stands elsewhere than in a list item without a box.",
            .document("# T\n\n1. [ ] Do [this](other.md). <!-- runbook: include -->"),
            fix: "Give the include a list item of its own, without a box."),
        CodeEntry(
            "include/no-link", "The item of an include has no link to a Markdown file of the same repository.",
            .document("# T\n\n1. Do it. <!-- runbook: include -->"),
            fix: "Link to the document, or to a section of it: `[what is done](other.md#section)`."),
        CodeEntry(
            "include/passing",
            "A word of an include passes nothing: it has no value, or names nothing that the included "
                + "document declares.",
            .document("# T\n\n1. Do [this](other.md). <!-- runbook: include cluster -->"),
            fix: "Write `THEIRS=OURS`: a target or parameter of the included document, and what it is here."),
        CodeEntry(
            "include/target", "A target of the included document is none of this one, or one of another kind.",
            .situation("`other.md` acts on `cluster`, and this document declares only `store`."),
            fix: "Say which target it is here: `include cluster=store`."),
        CodeEntry(
            "include/parameter",
            "A parameter of the included document gets no value, or one that its words do not allow.",
            .situation("`other.md` declares `{ size: { type: integer } }`, and this document has no `size`."),
            fix: "Declare a parameter of the same name, or say what it is here: `include size=count`."),
        CodeEntry(
            "include/empty", "What is included holds no step.",
            .situation("`other.md#links` is a section without a block that is executed."),
            fix: "Link to a section that has a step."),
        CodeEntry(
            "include/unusable",
            "The included document is not a runbook, has errors, or its section uses what the rest of the document gives.",
            .situation("the section `#search` of `other.md` uses a value that a step of `#prepare` captures."),
            fix: "Mend the document as `runbook check` of it says, or link to a section that holds all that it needs."),
        CodeEntry(
            "include/unreadable",
            "The included document is not there, is no regular file, or lies outside of the repository.",
            .situation("a link to `../../other/part.md`, and the repository begins in the folder above."),
            fix: "Name it by its path from the document that includes it, inside of the same repository."),
        CodeEntry(
            "include/no-section", "The included document has no heading with this anchor.",
            .situation("a link to `other.md#prepare`, and the heading there is `Preparations`."),
            fix: "Write the anchor as hosts of Markdown make it: lower case, blanks as `-`, punctuation dropped."),
        CodeEntry(
            "include/cycle", "A document includes itself, perhaps by way of others.",
            .situation("`a.md` includes `b.md`, and `b.md` includes `a.md`."),
            fix: "Move what both need into a document of its own."),
        CodeEntry(
            "include/depth", "More than 8 documents include each other, or more than 200 are included in all.",
            .situation("`1.md` includes `2.md`, and so on up to `10.md`."),
            fix: "Link to the document that is meant."),
    ]
}
