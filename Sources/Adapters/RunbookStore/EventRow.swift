internal import OrderedJSON
internal import RunbookRun
internal import SQLite

/// An event as a row of `events`, with what it changes in the other tables.
struct EventRow {
    let run: String
    let sequence: Int
    let epoch: Int
    let at: Timestamp
    let event: RunEvent
    let previous: String
    private let data: String

    init(run: String, sequence: Int, epoch: Int, at: Timestamp, event: RunEvent, previous: String) {
        self.run = run
        self.sequence = sequence
        self.epoch = epoch
        self.at = at
        self.event = event
        self.previous = previous
        data = event.data.text(.recorded)
    }

    var digest: String {
        EventChain.digest(
            previous: previous, run: run, sequence: sequence, epoch: epoch, at: at.milliseconds, kind: event.kind,
            data: data)
    }

    func insert(into connection: inout Connection) throws(SQLiteError) {
        try connection.run(
            "INSERT INTO events (run, seq, epoch, at, kind, data, previous) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .text(run), .int(sequence), .int(epoch), .int(at.milliseconds), .text(event.kind), .text(data),
            .text(previous))
        // Something in the database may refuse a row without an error.
        guard connection.changes == 1 else {
            throw SQLiteError.damaged("the database does not keep the events that are added")
        }
    }

    /// Keeps the list of runs and the answers from elsewhere in step with the event.
    func update(_ connection: inout Connection) throws(SQLiteError) {
        switch event {
        case .run(let start as RunStart):
            try connection.run(
                "UPDATE runs SET title = ?, file = ?, environment = ?, sandbox = ?, started = ? WHERE run = ?",
                .text(start.outline.title), .text(start.document.file), .text(start.environment.name),
                .int(start.environment.isSandbox ? 1 : 0), .int(at.milliseconds), .text(run))
        case .run(is RunResumed): try setPhase(.running, &connection)
        case .run(let end as RunFinished): try setPhase(end.phase, &connection)
        case .step(let step, let answered as StepAnswered):
            if answered.answer == .abort { try setPhase(.aborted, &connection) }
            // Whoever answered, the question is settled: what else came for it needs no event.
            let words = answered.answer.stored(with: answered.remark)
            try take(step: step, digest: answered.digest, as: words, &connection)
        case .step(let step, let void as AnswerVoid): try take(step: step, digest: void.digest, as: nil, &connection)
        case .step(let step, let late as AnswerLate):
            try connection.run(
                """
                UPDATE answers SET taken = ?, answer = ?
                WHERE run = ? AND step = ? AND digest = ? AND by = ? AND at = ? AND refused IS NOT NULL AND taken IS NULL
                """, .int(sequence), .text(late.answer.answer.stored(with: late.answer.remark)), .text(run),
                .text(step), .text(late.digest), .text(late.answer.by),
                .int(late.answer.at.milliseconds))
        case .step(let step, is DoubtSettled):
            try connection.run(
                """
                UPDATE answers SET taken = ?, answer = json_object('answer', json_extract(answer, '$.answer'))
                WHERE run = ? AND step = ? AND taken IS NULL AND refused IS NULL
                """,
                .int(sequence), .text(run), .text(step))
        default: break
        }
    }

    private func setPhase(_ phase: RunPhase, _ connection: inout Connection) throws(SQLiteError) {
        try connection.run("UPDATE runs SET phase = ? WHERE run = ?", .text(phase.rawValue), .text(run))
    }

    /// Marks the answer that the event is about as taken.
    ///
    /// A person's words may hold a secret, which only the owner of the run knows: from now on the row has them as the
    /// event has them, masked.
    ///
    /// - Parameter words: The answer with its words; nil where the event has none of them.
    private func take(
        step: String, digest: String, as words: String?, _ connection: inout Connection
    ) throws(SQLiteError) {
        try connection.run(
            """
            UPDATE answers
            SET taken = ?, answer = coalesce(?, json_object('answer', json_extract(answer, '$.answer')))
            WHERE run = ? AND step = ? AND digest = ? AND taken IS NULL AND refused IS NULL
            """,
            .int(sequence), words.map(Value.text) ?? .null, .text(run), .text(step), .text(digest))
    }
}
