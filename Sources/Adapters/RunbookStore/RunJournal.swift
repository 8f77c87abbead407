internal import OrderedJSON
package import RunbookRun
internal import SQLite

/// The journal of one run, held by this process: nobody else writes events of this run.
///
/// It has a queue of its own, so that waiting for the disk holds up no thread of the common pool.
package actor RunJournal: Journal {
    package nonisolated let run: String
    /// Which ownership of the run this is, from 1.
    package nonisolated let epoch: Int

    var connection: Connection
    private let folder: StoreFolder
    private var lock: FileLock?
    private let now: @Sendable () -> Timestamp
    private var lastSequence: Int
    private var lastDigest: String
    /// When the list of runs was last told that the run continues; not with each event, for that is another page to write.
    private var lastDated = Timestamp(milliseconds: 0)
    package nonisolated let executor = QueueExecutor(label: "runbook.run")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Raises the run's epoch and finds the end of its journal.
    init(run: String, folder: StoreFolder, lock: FileLock, now: @escaping @Sendable () -> Timestamp) throws {
        self.run = run
        self.folder = folder
        self.lock = lock
        self.now = now
        connection = try RunStore.openForWriting(folder)
        let start = try connection.transaction { connection in
            try connection.run("UPDATE runs SET epoch = epoch + 1 WHERE run = ?", .text(run))
            let epoch = try connection.first("SELECT epoch FROM runs WHERE run = ?", .text(run)) { try $0.int(0) }
            let end = try connection.first(
                """
                SELECT seq, epoch, at, kind, data, previous FROM events WHERE run = ? ORDER BY seq DESC LIMIT 1
                """, .text(run)
            ) { row in
                let sequence = try row.int(0)
                let digest = EventChain.digest(
                    previous: try row.text(5), run: run, sequence: sequence, epoch: try row.int(1),
                    at: try row.int(2), kind: try row.text(3), data: try row.text(4))
                return (sequence: sequence, digest: digest)
            }
            return (epoch: epoch ?? 0, sequence: end?.sequence ?? 0, digest: end?.digest ?? "")
        }
        // The number is counted up from here on.
        guard (0..<Int.max / 2).contains(start.sequence) else {
            throw JournalFailure(.damaged, "the last event of run `\(run)` has the number \(start.sequence)")
        }
        if let kept = lock.kept, let missing = kept.missing(in: start.sequence, start.digest) {
            throw JournalFailure.missing(missing, of: run)
        }
        epoch = start.epoch
        lastSequence = start.sequence
        lastDigest = start.digest
    }

    /// Appends events, see `Journal`.
    ///
    /// Events that need not be durable are seen by readers at once, too, and survive the death of this process.
    package func append(_ events: [RunEvent], isDurable: Bool) throws(JournalFailure) {
        guard lock != nil else { throw JournalFailure(.notOwner, "the journal of run `\(run)` is closed", run: run) }
        guard !events.isEmpty || isDurable else { return }
        let (run, epoch, at) = (run, epoch, now())
        var (sequence, digest) = (lastSequence, lastDigest)
        // It changes a row even without events: an empty commit would not wait for the disk, and leave relaxed ones
        // before it behind.
        let isDated =
            events.isEmpty || at.milliseconds / 1000 != lastDated.milliseconds / 1000
            || events.contains { if case .run = $0 { true } else { false } }
        try JournalFailure.of {
            try connection.transaction(isDurable: isDurable) { connection in
                let newest = try connection.first("SELECT epoch FROM runs WHERE run = ?", .text(run)) { try $0.int(0) }
                guard newest == epoch else {
                    throw JournalFailure(.notOwner, "another process took over the run `\(run)`", run: run)
                }
                if isDated {
                    try connection.run(
                        "UPDATE runs SET updated = ? WHERE run = ?", .int(at.milliseconds), .text(run))
                }
                for event in events {
                    sequence += 1
                    let row = EventRow(
                        run: run, sequence: sequence, epoch: epoch, at: at, event: event, previous: digest)
                    try row.insert(into: &connection)
                    try row.update(&connection)
                    digest = row.digest
                }
            }
        }
        (lastSequence, lastDigest) = (sequence, digest)
        if isDated { lastDated = at }
        if isDurable, sequence > 0 { lock?.write(KeptEvents(sequence: sequence, digest: digest)) }
    }

    package func keep(_ text: String, sha256: String) throws(JournalFailure) {
        try JournalFailure.of {
            try connection.transaction(isDurable: false) { connection in
                try connection.run(
                    "INSERT INTO blobs (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", .text(sha256),
                    .blob(Array(text.utf8)))
            }
        }
    }

    package func pendingAnswers() throws(JournalFailure) -> [DeliveredAnswer] {
        let run = run
        return try JournalFailure.of { try AnswerRow.pending(of: run, areLate: false, &connection) }
    }

    package func lateAnswers() throws(JournalFailure) -> [DeliveredAnswer] {
        let run = run
        return try JournalFailure.of { try AnswerRow.pending(of: run, areLate: true, &connection) }
    }

    package func first(_ answer: DeliveredAnswer) throws(JournalFailure) -> DeliveredAnswer {
        let run = run
        return try JournalFailure.of {
            try connection.transaction(isDurable: false) { connection in
                // What came from elsewhere has its row already.
                let pending = try AnswerRow.pending(of: run, areLate: false, &connection)
                if pending.contains(where: { $0.isThat(answer) }) { return answer }
                return try AnswerRow.add(answer, to: run, &connection) ?? answer
            }
        }
    }

    /// Something now, and after each commit of any process to the store: the moments to ask for `pendingAnswers` again.
    ///
    /// It ends at once where the system cannot tell.
    package nonisolated func commits() -> AsyncStream<Void> { StoreWatch.commits(to: folder) }

    /// Makes all events durable and gives the run free; nothing can be appended after it.
    package func close() throws(JournalFailure) {
        guard lock != nil else { return }
        try append([], isDurable: true)
        lock = nil
    }
}

extension DeliveredAnswer {
    /// Whether it is the same person's same answer, whenever it was written down.
    fileprivate func isThat(_ other: DeliveredAnswer) -> Bool {
        step == other.step && digest == other.digest && answer == other.answer && by == other.by && via == other.via
    }
}
