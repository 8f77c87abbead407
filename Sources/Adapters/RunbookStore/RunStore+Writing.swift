package import RunbookRun
internal import SQLite

extension RunStore {
    /// Makes a new run, held by this process until its journal is closed or the process ends.
    package func begin(_ session: Session) throws(StoreFailure) -> RunJournal {
        var digits = 4
        while true {
            let run = RunName.make(at: session.now(), digits: digits)
            do {
                try connection.run("INSERT INTO runs (run, epoch, phase) VALUES (?, 0, 'running')", .text(run))
                return try takeOn(run, session)
            } catch let error as SQLiteError where error.isDuplicate && digits < 16 {
                digits += 1
            } catch {
                throw StoreFailure(error, in: folder)
            }
        }
    }

    /// Takes a run on that another process began, and raises its epoch: what that process still writes is refused.
    ///
    /// - Parameter run: The whole name, as `find` gives it.
    /// - Throws: ``StoreFailure/runHeld(_:by:)`` while another process holds it: a living owner is never pushed aside.
    package func takeOn(_ run: String, _ session: Session) throws(StoreFailure) -> RunJournal {
        let folder = folder
        return try StoreFailure.of(folder) {
            let lost = try connection.first("SELECT lost FROM runs WHERE run = ?", .text(run)) { $0.value(0) }
            guard let lost else { throw StoreFailure.unknownRun(run) }
            if case .integer(let event) = lost { throw StoreFailure.incompleteRun(run, event: Int(event)) }
            switch try FileLock.take(folder.lock(ofRun: run), owner: session.owner) {
            case .held(let owner): throw StoreFailure.runHeld(run, by: owner)
            case .taken(let lock): return try RunJournal(run: run, folder: folder, lock: lock, now: session.now)
            }
        }
    }

    /// Leaves an answer for the process that carries a run on, or for the next one that does.
    ///
    /// It is kept in any case, and counts when it is the first to its question.
    ///
    /// - Parameter run: The whole name, as `find` gives it.
    /// - Returns: The answer that came before; nil when this one counts.
    @discardableResult
    package func deliver(_ answer: DeliveredAnswer, to run: String) throws(StoreFailure) -> DeliveredAnswer? {
        try StoreFailure.of(folder) {
            try connection.transaction { connection in try AnswerRow.add(answer, to: run, &connection) }
        }
    }

    /// Keeps a file that was attached to an answer, by its hash and beside the database: its owner's eyes only.
    ///
    /// - Parameter sha256: The SHA-256 of the bytes.
    /// - Returns: The path of the copy.
    package func keep(attachment bytes: [UInt8], sha256: String) throws(StoreFailure) -> String {
        let folder = folder
        return try StoreFailure.of(folder) { try folder.keep(attachment: bytes, sha256: sha256) }
    }

    /// Keeps an answer to something that an event has settled before.
    ///
    /// - Parameter run: The whole name, as `find` gives it.
    package func keepLate(_ answer: DeliveredAnswer, to run: String) throws(StoreFailure) {
        try StoreFailure.of(folder) {
            try connection.transaction { connection in try AnswerRow.addLate(answer, to: run, &connection) }
        }
    }

    /// Claims an environment for this process, so that no second run of the same document works on the same targets.
    ///
    /// - Parameter subject: What is claimed: the targets' addresses and the document's real path, in any order.
    /// - Returns: The claim, which lasts until it is released or the process ends.
    /// - Throws: ``StoreFailure/environmentHeld(by:)`` while another process holds it.
    package func claim(_ subject: [String], _ session: Session) throws(StoreFailure) -> EnvironmentClaim {
        let path = folder.lock(ofEnvironment: EnvironmentClaim.hash(of: subject))
        return try StoreFailure.of(folder) {
            switch try FileLock.take(path, owner: session.owner) {
            case .held(let owner): throw StoreFailure.environmentHeld(by: owner)
            case .taken(let lock): EnvironmentClaim(lock, at: path)
            }
        }
    }
}
