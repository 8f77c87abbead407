extension CodeCatalogue {
    /// The folder that keeps the runs.
    static let store: [CodeEntry] = [
        CodeEntry(
            "store/unknown-run", "No run of the store is called so.",
            .situation("`runbook report 7f3d` where the run is `2026-11-21-7f3c`."),
            fix: "`runbook runs` lists them; `--store` names another store."),
        CodeEntry(
            "store/ambiguous-run", "Several runs end in the part of a name that you gave.",
            .situation("`runbook report 7` with the runs `2026-11-20-7` and `2026-11-21-7`."),
            fix: "Give the whole name."),
        CodeEntry(
            "store/run-held", "Another process carries the run on.",
            .situation("`runbook resume 7f3c` while `exec` still waits in another terminal."),
            fix: "Use that process, or end it; then resume."),
        CodeEntry(
            "store/environment-held", "Another run of this document acts on the same targets.",
            .situation("two colleagues start one runbook against staging at once."),
            fix: "Wait for the other run: `--wait-for-lock` does."),
        CodeEntry(
            "store/newer-format", "A newer release wrote the store in a form that this one does not know.",
            .situation("a machine with two releases of this program."),
            fix: "Use the newer release, or another store: `--store DIR`."),
        CodeEntry(
            "store/network", "The store is on a network file system, where locks do not hold.",
            .situation("a home folder on NFS."), fix: "Name a local folder: `--store DIR`, or `RUNBOOK_STORE`."),
        CodeEntry(
            "store/open", "Others on this machine may enter the store's folder, which holds answers of your systems.",
            .situation("a folder that was made by hand, with the rights of any other."),
            fix: "Name another folder, or `chmod 700` this one. A folder that holds only a store is closed by itself."),
        CodeEntry(
            "store/full",
            "The disk of the store is full. The run stopped before it sent anything that it could not record.",
            .situation("a full `/home`."), fix: "Make room, then `runbook resume RUN`."),
        CodeEntry(
            "store/read-only", "The store may not be written.", .situation("a store of another user."),
            fix: "Make it writable, or name another: `--store DIR`, or `RUNBOOK_STORE`."),
        CodeEntry(
            "store/not-owner", "Another process took the run over, so this one may not record anything more.",
            .situation("a process that was stopped for hours and goes on after the run was resumed elsewhere."),
            fix: "Look at the other process: `runbook report RUN` shows what it did."),
        CodeEntry(
            "store/damaged",
            "What the store holds is not what was written to it: pages or events are missing, or are others.",
            .situation("a disk with errors, a copy that was cut short, a log that somebody removed."),
            fix: "`runbook runs repair` saves what can be read and keeps the damaged files beside it."),
        CodeEntry(
            "store/incomplete-run", "The end of the run's journal was lost in a store that was repaired since.",
            .situation("`runbook resume 7f3c` after `runbook runs repair` could save only a part of it."),
            fix: "Look at its targets, for nobody knows what was sent after that; then start a new run."),
        CodeEntry(
            "store/in-use", "Other processes have the store open, so it cannot be repaired.",
            .situation("`runbook runs repair` while a run waits at another terminal."),
            fix: "Wait until they end, or end them; then try again."),
        CodeEntry(
            "store/failure", "The store cannot be read or written for another reason, which the message tells.",
            .situation("a disk that fails, a file of another program in its place."),
            fix: "Remove the cause, or name another store: `--store DIR`, or `RUNBOOK_STORE`."),
    ]
}
