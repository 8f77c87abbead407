extension CodeCatalogue {
    /// Plans in files, and why a run refuses one.
    static let plans: [CodeEntry] = [
        CodeEntry(
            "plan/unreadable", "The file is not a plan, or was made by another version of runbook.",
            .situation("`runbook exec copy.md --plan copy.md`."),
            fix: "Use a file that this version wrote with `runbook plan FILE -o plan.json`."),
        CodeEntry(
            "plan/edited", "The plan was edited after it was made: its content and its hash differ.",
            .situation("a request in `plan.json` was changed by hand."),
            fix: "Change the runbook, make a new plan, and have it reviewed."),
        CodeEntry(
            "plan/differs",
            "The run would differ from the plan. The message lists each difference. Nothing was sent.",
            .situation("the document, the environment, a parameter or a handler changed after the plan was made."),
            fix: "Undo the change, or make a new plan and have it reviewed."),
        CodeEntry(
            "plan/stale",
            "The plan is out of date: its reads now give another result. Nothing but these reads was sent.",
            .situation("the plan says that an index does not exist, and somebody created it afterwards."),
            fix: "Look at what changed, then make a new plan and have it reviewed."),
        CodeEntry(
            "plan/used", "A run of this store already used the plan. A plan can be used for one run only.",
            .situation("`runbook exec copy.md --plan plan.json` for the second time."),
            fix: "Resume that run: `runbook resume RUN`. Or make a new plan."),
    ]
}
