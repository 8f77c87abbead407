extension CodeCatalogue {
    /// The folder that keeps the runs.
    static let store: [CodeEntry] = [
        CodeEntry(
            "store/unknown-run", "The store has no run with this name.",
            .situation("`runbook report 7f3d` when the run is `2026-11-21-7f3c`."),
            fix: "List the runs: `runbook runs`. To use another store, add `--store DIR`."),
        CodeEntry(
            "store/ambiguous-run", "The part of a name that you gave matches several runs.",
            .situation("`runbook report 7` with the runs `2026-11-20-7` and `2026-11-21-7`."),
            fix: "Give the whole name of the run."),
        CodeEntry(
            "store/run-held", "Another process is executing the run.",
            .situation("`runbook resume 7f3c` while `exec` still waits in another terminal."),
            fix: "Continue in that process, or stop it and resume the run."),
        CodeEntry(
            "store/environment-held", "Another run of this document uses the same targets.",
            .situation("two people start the same runbook against staging at the same time."),
            fix: "Wait until the other run ends. `--wait-for-lock` waits for you."),
        CodeEntry(
            "store/newer-format", "The store was written by a newer release of runbook.",
            .situation("a machine with two releases of runbook."),
            fix: "Use the newer release, or another store: `--store DIR`."),
        CodeEntry(
            "store/network", "The store is on a network file system. Locks are not reliable there.",
            .situation("a home folder on NFS."), fix: "Use a local folder: `--store DIR`, or `RUNBOOK_STORE`."),
        CodeEntry(
            "store/open",
            "Other users of this machine have access to the store's folder. It contains responses of your systems.",
            .situation("a folder that was created by hand, with the usual permissions."),
            fix:
                "Use another folder, or run `chmod 700` on this one. In a folder with nothing but a store, "
                + "runbook does that itself."
        ),
        CodeEntry(
            "store/owner",
            "The store belongs to another user, who can change its runs and answer their questions. It is an error, and a "
                + "warning for root.",
            .situation("`--store` with the folder of a colleague, or one that is mounted into a container."),
            fix: "Use a store of your own: `--store DIR`, or `RUNBOOK_STORE`."),
        CodeEntry(
            "store/foreign", "Another program made the file `runs.db` in the folder of the store.",
            .situation("`--store` with a folder of another program that has a file of this name."),
            fix: "Use another folder: `--store DIR`, or `RUNBOOK_STORE`. Nothing of the file was changed."),
        CodeEntry(
            "store/file",
            "Something that is not an ordinary file has the name of a file of the store: a folder, a link or a pipe.",
            .situation("a link from `runs.db` to a file on another disk."),
            fix: "Move it away. To have the store on another disk, use `--store DIR` or `RUNBOOK_STORE`."),
        CodeEntry(
            "store/key",
            "The file `random.key` of the store does not have the length of a key. Random secrets are made from it.",
            .situation("a copy of the store that was cut short."),
            fix: "Restore it from a backup, or remove it: a run with a random secret cannot be resumed then."),
        CodeEntry(
            "store/full",
            "The disk of the store is full. The run stopped before it sent a request that it could not record.",
            .situation("a full `/home`."), fix: "Free some space, then `runbook resume RUN`."),
        CodeEntry(
            "store/read-only", "The store is not writable.", .situation("a store of another user."),
            fix: "Make it writable, or use another store: `--store DIR`, or `RUNBOOK_STORE`."),
        CodeEntry(
            "store/not-owner", "Another process took over the run, so this process can no longer record events.",
            .situation("a process that was stopped for hours and continues after the run was resumed elsewhere."),
            fix: "Look at what the other process did: `runbook report RUN`."),
        CodeEntry(
            "store/damaged",
            "The store is damaged: pages or events are missing or were changed.",
            .situation("a disk with errors, a copy that was cut short, a log that somebody removed."),
            fix: "Run `runbook runs repair`. It saves what can be read, and keeps the damaged files beside the store."),
        CodeEntry(
            "store/incomplete-run", "The store was repaired, and the last events of this run are lost.",
            .situation("`runbook resume 7f3c` after `runbook runs repair` saved only a part of the run."),
            fix: "Check the targets: it is not known what was sent after the last saved event. Then start a new run."),
        CodeEntry(
            "store/in-use", "Other processes use the store, so it cannot be repaired.",
            .situation("`runbook runs repair` while a run waits at another terminal."),
            fix: "Wait until they end, or stop them. Then try again."),
        CodeEntry(
            "store/failure", "The store cannot be read or written, for the reason in the message.",
            .situation("a disk that fails, or a file of another program in its place."),
            fix: "Fix the cause, or use another store: `--store DIR`, or `RUNBOOK_STORE`."),
    ]
}
