extension CodeCatalogue {
    /// Plans in files, and why a run refuses one.
    static let plans: [CodeEntry] = [
        CodeEntry(
            "plan/unreadable", "The file is not a plan, or one of another version of this program.",
            .situation("`runbook exec copy.md --plan copy.md`."),
            fix: "Name a file that `runbook plan FILE -o plan.json` wrote with this version."),
        CodeEntry(
            "plan/edited", "The plan is not what was written: its content and its hash differ.",
            .situation("a request of `plan.json` was mended by hand."),
            fix: "Change the runbook, make a new plan, and have it reviewed."),
        CodeEntry(
            "plan/differs",
            "What would be done now is not what the plan says; each thing that differs is listed. Nothing was sent.",
            .situation("the document, the environment, a parameter or a handler was changed since the plan was made."),
            fix: "Take the change back, or make a new plan and have it reviewed."),
        CodeEntry(
            "plan/stale",
            "The reads of a plan with `--probe` say something else now than when it was made. Nothing else was sent.",
            .situation("the plan says that an index is not there, and somebody has made it since."),
            fix: "Look at what has changed, make a new plan and have it reviewed."),
        CodeEntry(
            "plan/used", "A run of this store has used the plan; a plan is good for one run.",
            .situation("`runbook exec copy.md --plan plan.json` for the second time."),
            fix: "Go on with that run: `runbook resume RUN`; or make a new plan."),
    ]
}
