internal import OrderedJSON
internal import RunbookRun
internal import SQLite

/// The answers of people as rows of `answers`: the first to a question counts, and each is kept.
///
/// A question is a step, the event that asked and the digest of what was shown; a doubt, and a failure behind a change,
/// ask by the attempt that began. So the same question may be put, and answered, again.
enum AnswerRow {
    /// Adds an answer, as one that counts or as one that came too late.
    ///
    /// - Returns: The answer that was there before; nil when this one counts.
    static func add(
        _ answer: DeliveredAnswer, to run: String, _ connection: inout Connection
    ) throws -> DeliveredAnswer? {
        let asked = try asked(answer, of: run, &connection)
        let first = try first(before: answer, asked: asked, of: run, &connection)
        try insert(answer, to: run, asked: asked, isLate: first != nil, &connection)
        return first
    }

    /// Adds an answer to something that was settled before.
    static func addLate(_ answer: DeliveredAnswer, to run: String, _ connection: inout Connection) throws {
        let asked = try asked(answer, of: run, &connection)
        try insert(answer, to: run, asked: asked, isLate: true, &connection)
    }

    /// The answers that no event tells of yet, oldest first: those that count, or those that came too late.
    static func pending(of run: String, areLate: Bool, _ connection: inout Connection) throws -> [DeliveredAnswer] {
        try connection.rows(
            """
            SELECT step, digest, answer, by, via, at FROM answers
            WHERE run = ? AND taken IS NULL AND (refused IS NOT NULL) = ? ORDER BY id
            """, .text(run), .int(areLate ? 1 : 0), transform: answer
        ).compactMap(\.self)
    }

    private static func insert(
        _ answer: DeliveredAnswer, to run: String, asked: Int?, isLate: Bool, _ connection: inout Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO answers (run, step, digest, answer, by, via, at, asked, refused)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, .text(run), .text(answer.step), .text(answer.digest), .text(answer.answer.stored(with: answer.remark)),
            .text(answer.by),
            .text(answer.via), .int(answer.at.milliseconds), asked.map(Value.int) ?? .null, isLate ? "late" : .null)
    }

    /// The number of the event that the answer is to.
    private static func asked(
        _ answer: DeliveredAnswer, of run: String, _ connection: inout Connection
    ) throws -> Int? {
        let kind = answer.isAboutAttempt ? "attempt-started" : "step-asked"
        return try connection.first(
            """
            SELECT seq FROM events
            WHERE run = ? AND kind = ? AND json_valid(data) AND json_extract(data, '$.step') = ? ORDER BY seq DESC LIMIT 1
            """, .text(run), .text(kind), .text(answer.step)
        ) { try $0.int(0) }
    }

    private static func first(
        before answer: DeliveredAnswer, asked: Int?, of run: String, _ connection: inout Connection
    ) throws -> DeliveredAnswer? {
        let row = try connection.first(
            """
            SELECT step, digest, answer, by, via, at FROM answers
            WHERE run = ? AND step = ? AND digest = ? AND refused IS NULL
                AND (asked IS ? OR (asked IS NULL AND taken IS NULL))
            ORDER BY id LIMIT 1
            """, .text(run), .text(answer.step), .text(answer.digest), asked.map(Value.int) ?? .null,
            transform: self.answer)
        if let row = row ?? nil { return row }
        // Who sat at the terminal of an earlier version, or said `--yes`, left no row.
        guard let asked else { return nil }
        let event = try connection.first(
            """
            SELECT data, at FROM events
            WHERE run = ? AND seq > ? AND kind = 'step-answered' AND json_valid(data)
                AND json_extract(data, '$.step') = ? AND json_extract(data, '$.digest') = ?
            ORDER BY seq LIMIT 1
            """, .text(run), .int(asked), .text(answer.step), .text(answer.digest)
        ) { row -> DeliveredAnswer? in
            guard let given = StepAnswered(try JSON(parsing: row.text(0))) else { return nil }
            return DeliveredAnswer(
                step: answer.step, digest: given.digest, answer: given.answer, by: given.by, via: given.via,
                at: Timestamp(milliseconds: try row.int(1)))
        }
        return event ?? nil
    }

    /// An answer that this version does not know is ignored.
    private static func answer(_ row: borrowing Row) throws -> DeliveredAnswer? {
        try PersonAnswer(stored: row.text(2)).map { answer in
            DeliveredAnswer(
                step: try row.text(0), digest: try row.text(1), answer: answer, by: try row.text(3),
                via: try row.optionalText(4) ?? "confirm", at: Timestamp(milliseconds: try row.int(5)),
                remark: (try? JSON(parsing: row.text(2)))?["remark"].flatMap(Remark.init))
        }
    }
}

extension PersonAnswer {
    /// The answer as the store keeps it.
    func stored(with remark: Remark?) -> String {
        var object = JSONObject([("answer", .string(name))])
        if let reason { object.append("reason", .string(reason)) }
        if let remark { object.append("remark", remark.json) }
        return JSON.object(object).text(.recorded)
    }

    fileprivate init?(stored: String) {
        guard let json = try? JSON(parsing: stored), let name = json["answer"]?.string else { return nil }
        self.init(name: name, reason: json["reason"]?.string ?? "")
    }
}
