package import OrderedJSON
import RunbookModel
package import RunbookRun

/// The list of runs, newest first.
package struct RunListing: Sendable {
    /// One run in a list.
    package struct Row: Sendable, Hashable {
        /// The run's identity.
        package let run: String
        /// The file of its runbook as it was named.
        package let runbook: String
        /// The name of its environment.
        package let environment: String
        /// Where it is.
        package let state: RunPhase
        /// When it began.
        package let started: Timestamp
        /// The person who began it.
        package let user: String
        /// How long it took, up to its last event.
        package let took: Duration
        /// The steps that wait for a person, or are in doubt.
        package let waiting: [String]
        /// How long it has waited for a person; nil when it does not wait.
        package let waits: Duration?
        /// Where it is, for people.
        package let standing: String
        /// The steps of its undo that were skipped.
        package let skippedByUndo: [String]

        /// Makes a row.
        package init(
            run: String, runbook: String, environment: String, state: RunPhase, started: Timestamp, user: String = "",
            took: Duration = .zero, waiting: [String] = [], standing: String? = nil, skippedByUndo: [String] = [],
            waits: Duration? = nil
        ) {
            self.waits = waits
            self.standing = standing ?? state.words
            self.skippedByUndo = skippedByUndo
            self.user = user
            self.took = took
            self.waiting = waiting
            self.run = run
            self.runbook = runbook
            self.environment = environment
            self.state = state
            self.started = started
        }
    }

    private let rows: [Row]

    /// Makes a list of runs in any order.
    package init(_ rows: [Row]) {
        self.rows = rows.sorted { ($1.started, $1.run) < ($0.started, $0.run) }
    }

    /// The list for programs: an array of objects with stable names.
    package var json: JSON {
        .array(
            rows.map { row in
                [
                    "run": .string(row.run), "runbook": .string(row.runbook),
                    "environment": .string(row.environment), "state": .string(row.state.rawValue),
                    "started": .string(row.started.iso8601), "user": .string(row.user),
                    "took_ms": .number(JSONNumber(row.took.inMilliseconds)),
                    "waiting": .array(row.waiting.map(JSON.string)),
                    "waiting_ms": row.waits.map { .number(JSONNumber($0.inMilliseconds)) } ?? .null,
                    "skipped_by_undo": .array(row.skippedByUndo.map(JSON.string)),
                ]
            })
    }

    /// The list for people: a table with a line of headings; a sentence when there is no run.
    package var text: String { text(columns: nil) }

    /// The list for people at a terminal: where a table has no room, a block for each run.
    ///
    /// - Parameter columns: The columns of the terminal; nil where nothing is cut.
    package func text(columns: Int?) -> String {
        if rows.isEmpty { return "no runs yet\n" }
        let heading = ["RUN", "STARTED", "BY", "TOOK", "STATE", "ENVIRONMENT", "RUNBOOK"]
        let cells =
            [heading]
            + rows.map { row in
                [
                    row.run, MomentText.full(row.started), row.user, ElapsedText.text(row.took),
                    row.standing + (row.waiting.isEmpty ? "" : ": " + row.waiting.joined(separator: ", "))
                        + (row.waits.map { " (\(ElapsedText.text($0)))" } ?? ""),
                    row.environment, row.runbook,
                ].map { VisibleText.oneLine($0) }
            }
        let widths = heading.indices.map { column in cells.map { ColumnWidth.of($0[column]) }.max() ?? 0 }
        if let columns, widths.reduce(0, { $0 + $1 + 2 }) - 2 > columns {
            return cells.dropFirst().map { row in
                let facts = zip(heading, row).dropFirst().filter { !$1.isEmpty }
                return row[0] + "\n" + facts.map { "  \(FittedText.grown($0.lowercased(), to: 13))\($1)\n" }.joined()
            }.joined(separator: "\n")
        }
        return cells.map { row in
            // The last column is not padded: no line ends in blanks.
            let padded = zip(row, widths).dropLast().map { FittedText.grown($0, to: $1 + 2) }
            return padded.joined() + (row.last ?? "") + "\n"
        }.joined()
    }
}

extension ReportedRun {
    /// The run as one row of a list.
    ///
    /// - Parameter now: This moment, for how long it has waited.
    package func row(now: Timestamp) -> RunListing.Row {
        let started = state.started ?? Timestamp(milliseconds: 0)
        let asked = isGone ? [] : attended.filter { $0.state == .waiting }.compactMap(\.record.asked)
        return RunListing.Row(
            run: run, runbook: start.document.file, environment: start.environment.name, state: phase,
            started: started, user: start.user, took: (state.updated ?? started).since(started),
            waiting: isGone
                ? [] : attended.filter { $0.state == .waiting || $0.state == .inDoubt }.map(\.outline.id),
            standing: standing, skippedByUndo: phase == .undone ? leftByUndo.map(\.outline.id) : [],
            waits: asked.min { $0.milliseconds < $1.milliseconds }.map { now.since($0) })
    }
}
