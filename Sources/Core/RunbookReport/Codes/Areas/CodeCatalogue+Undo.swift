extension CodeCatalogue {
    /// What takes steps back, and what finds causes.
    static let outside: [CodeEntry] = [
        CodeEntry(
            "undo/no-step", "A block or task item that takes steps back does not say which.",
            .document("# T\n\n<!-- runbook: undo -->\n\n```console undo\nDELETE /orders\n```"),
            fix: "Write `undo of=STEP`; without `of` a block belongs to the `run` block before it in its item."),
        CodeEntry(
            "undo/unknown-step", "`undo of=` names a step that does not exist.",
            .document("# T\n\n```console undo of=create\nDELETE /orders\n```"),
            fix: "Give the step that is taken back an `id`, and name it."),
        CodeEntry(
            "undo/only-reads", "`undo of=` names a step that changes nothing.",
            .document(
                "# T\n\n```console run id=look\nGET /\n```\n\n```console undo of=look\nDELETE /orders\n```"),
            fix: "Name the step that changes something."),
        CodeEntry(
            "undo/not-undo", "A section that takes steps back holds a block that runs or waits.",
            .document("# T\n\n<!-- runbook: undo -->\n\n```console run\nDELETE /orders\n```"),
            fix: "Give the block the role `undo`, or `text` when it is only shown."),
        CodeEntry(
            "troubleshoot/no-step", "A section that finds causes does not say whose failure it is about.",
            .document("# T\n\n<!-- runbook: troubleshoot -->\n\n- Is it on?"),
            fix: "Name steps by their ids: `troubleshoot STEP, STEP`."),
        CodeEntry(
            "troubleshoot/unknown-step", "A section that finds causes names a step that does not exist.",
            .document("# T\n\n<!-- runbook: troubleshoot connected -->\n\n- Is it on?"),
            fix: "Give the step an `id`, and name it."),
        CodeEntry(
            "troubleshoot/acts", "A section that finds causes holds a block that would change something.",
            .document("# T\n\n<!-- runbook: troubleshoot x -->\n\n```console run\nDELETE /orders\n```"),
            fix: "Ask with a `verify`; what changes something is for a person, who decides."),
    ]
}
