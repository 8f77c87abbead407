package import RunbookModel
package import RunbookRun

/// Why the store does not do what it was asked to.
package enum StoreFailure: Error, Sendable, Hashable {
    /// It cannot be read or written.
    case journal(JournalFailure)
    /// Another process carries the run on; nil when it has not said who it is.
    case runHeld(String, by: Owner?)
    /// Another run works on the same targets with the same document; nil when it has not said who it is.
    case environmentHeld(by: Owner?)
    /// What it holds is not what was written to it; why that is known, as a phrase.
    case damaged(folder: String, why: String)
    /// A run's journal was lost from this event on, in a store that was repaired since.
    case incompleteRun(String, event: Int)
    /// Other processes have it open.
    case inUse
    /// No run has this name, suffix or beginning.
    case unknownRun(String)
    /// Several runs have this beginning or suffix; at most ten of them, newest first.
    case ambiguousRun(String, [String])
    /// A newer version of the tool made it.
    case newerFormat(folder: String, found: Int, known: Int)
    /// Another program made the database.
    case foreign(folder: String)
    /// Something else than an ordinary file has the name of one of its files; what it is, such as `a folder`.
    case notAFile(path: String, kind: String)
    /// The file from which random secrets are made does not have the length of a key.
    case notAKey(path: String, length: Int)
    /// Others may enter its folder, and it cannot be closed to them.
    case openFolder(String)
    /// It belongs to another user.
    case otherOwner(path: String, user: String)
    /// It is on a network file system, whose locks cannot be trusted.
    case networkFileSystem(folder: String, name: String)

    /// The message for people.
    package var diagnostic: Diagnostic {
        switch self {
        case .journal(let failure):
            Diagnostic(
                "store/\(failure.reason.code)",
                (failure.reason == .damaged ? "the store is damaged: " : "") + failure.message, at: nil,
                help: failure.reason.help(of: failure.run))
        case .runHeld(let run, let owner):
            Diagnostic(
                "store/run-held", "the run `\(run)` is executed by \(owner?.description ?? "another process")", at: nil,
                help: "wait until that process ends, or stop it: `runbook stop \(run)`; then try again")
        case .environmentHeld(let owner):
            Diagnostic(
                "store/environment-held",
                "another run of this document uses the same targets: \(owner?.description ?? "owner unknown")",
                at: nil, help: "wait until it ends, or add `--wait-for-lock`")
        case .damaged(let folder, let why):
            Diagnostic(
                "store/damaged", "the store `\(folder)` is damaged: \(why)", at: nil,
                help: JournalFailure.Reason.damaged.help(of: nil))
        case .incompleteRun(let run, let event):
            Diagnostic(
                "store/incomplete-run",
                "the journal of run `\(run)` is incomplete: event \(event) and all later events are lost", at: nil,
                help: "check its targets: it is not known what was sent after that",
                "`runbook report \(run)` shows the saved events; then start a new run")
        case .inUse:
            Diagnostic(
                "store/in-use", "other processes use the store", at: nil,
                help: "wait until they end, or stop them; then try again")
        case .unknownRun(let text):
            Diagnostic(
                "store/unknown-run", "there is no run `\(text)`", at: nil, help: "to list the runs: `runbook runs`")
        case .ambiguousRun(let text, let runs):
            Diagnostic(
                "store/ambiguous-run", "`\(text)` matches several runs", at: nil,
                help: "use one of these names: \(runs.map { "`\($0)`" }.joined(separator: ", "))")
        case .newerFormat(let folder, let found, let known):
            Diagnostic(
                "store/newer-format",
                "the store `\(folder)` has format \(found), but this version of runbook supports only formats "
                    + "up to \(known)",
                at: nil, help: "use the newer version of runbook that made it, or another store: `--store DIR`")
        case .foreign(let folder):
            Diagnostic(
                "store/foreign", "the file `\(folder)/runs.db` belongs to another program", at: nil,
                help: "use another store with `--store DIR` or `RUNBOOK_STORE`", "or move that file away")
        case .notAFile(let path, let kind):
            Diagnostic(
                "store/file", "`\(path)` is \(kind); a store has an ordinary file there", at: nil,
                help: "move it away, or use another store with `--store DIR` or `RUNBOOK_STORE`")
        case .notAKey(let path, let length):
            Diagnostic(
                "store/key",
                "random secrets are made from the key in `\(path)`, but the file has only "
                    + "\(length == 1 ? "1 byte" : "\(length) bytes") of 32", at: nil,
                help: "restore the file from a backup",
                "or remove it, so that a new key is made: a run with a random secret cannot be resumed then")
        case .openFolder(let folder):
            Diagnostic(
                "store/open",
                "other users of this machine have access to the folder `\(folder)`, and it contains other files "
                    + "than a store",
                at: nil, help: "use a folder of its own with `--store DIR` or `RUNBOOK_STORE`",
                "or remove their access to this one: `chmod 700 \(folder)`")
        case .otherOwner(let path, let user):
            Diagnostic(
                "store/owner", "`\(path)` belongs to the user \(user), who could change the runs in it", at: nil,
                help: "use a store of your own with `--store DIR` or `RUNBOOK_STORE`, or run this as \(user)")
        case .networkFileSystem(let folder, let name):
            Diagnostic(
                "store/network", "the store `\(folder)` is on a network file system (\(name))", at: nil,
                help: "locks are not reliable there: use a local folder with `--store DIR` or `RUNBOOK_STORE`")
        }
    }
}

extension JournalFailure.Reason {
    var code: String {
        switch self {
        case .full: "full"
        case .readOnly: "read-only"
        case .notOwner: "not-owner"
        case .damaged: "damaged"
        case .store: "failure"
        }
    }

    /// What to do.
    ///
    /// - Parameter run: The run that is concerned, where one is.
    func help(of run: String?) -> String {
        switch self {
        case .full: "free some space on that disk; nothing was sent after the last stored event"
        case .readOnly:
            "let this user read and write the store, or use another one with `--store DIR` or `RUNBOOK_STORE`"
        case .notOwner: "to see what the other process does: `runbook report \(run ?? "RUN")`"
        case .damaged:
            "run `runbook runs repair`: it saves what can be read, and keeps the damaged files; until then no "
                + "runbook can run here"
        case .store: "use another store with `--store DIR` or `RUNBOOK_STORE`, or fix the cause"
        }
    }
}
