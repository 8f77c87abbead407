package import RunbookEngine
import RunbookModel
package import RunbookRun

/// How a document differs from the one that a run began with, as far as it counts for continuing (semantics, "Edits").
package struct DocumentEdit: Sendable, Hashable {
    /// What became of a step.
    package enum Change: Sendable, Hashable {
        /// It is done, and is only judged, timed or chosen otherwise: it is kept.
        case judgement
        /// It is done, and would send something else: it is kept, or done again.
        case request
        /// It is new and is before one that is done: it is done now, or left out.
        case added
        /// It is done, and not in the document any more: it stays in the record.
        case removed
        /// It is not done: what it is now counts only with the new text.
        case open(String)
    }

    /// One step that differs.
    package struct Row: Sendable, Hashable {
        /// Its identity.
        package let step: String
        /// Where it is now; nil when it is gone.
        package let line: Int?
        /// What became of it.
        package let change: Change
        /// Where and what the recorded text sends, a line each; empty for what is new.
        package var recorded: [String] = []
        /// The same of the text as it is now; empty for what is gone.
        package var edited: [String] = []
    }

    /// The steps that differ, in the order of the new text, then those that are gone.
    package let rows: [Row]
    /// The identities of steps that were only moved, or are called otherwise, as they were, by what they are now.
    package let moved: [String: String]
    /// Steps that a person must decide about before another text can be taken over.
    package let unsettled: [String]

    /// Compares two texts of a document.
    ///
    /// - Parameters:
    ///   - old: The steps that the run began with.
    ///   - new: The steps as they are now.
    ///   - state: What was done.
    package init(from old: Binding, to new: Binding, _ state: RunState) {
        let (undosBefore, undosNow) = (DocumentEdit.undos(of: old), DocumentEdit.undos(of: new))
        let (old, new) = (old.all.flatMap(\.steps), new.all.flatMap(\.steps))
        let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.map(\.id))
        let moved = DocumentEdit.moves(from: old, to: new, state)
        let movedAway = Set(moved.values)
        let lastDone = new.lastIndex { state.step(moved[$0.id] ?? $0.id).state.isDone } ?? -1
        var rows: [Row] = []
        for (position, step) in new.enumerated() {
            let identity = moved[step.id] ?? step.id
            let record = state.step(identity)
            let change: Change
            if let was = before[identity] {
                let isSent = was.fingerprint == step.fingerprint
                let isUndoneAlike = undosBefore[was.id] == undosNow[step.id]
                if isSent, isUndoneAlike, was.judgement == step.judgement { continue }
                if !record.state.isDone {
                    change = .open("changed")
                } else {
                    // What was left out sent nothing.
                    change = isSent || record.state == .skipped ? .judgement : .request
                }
            } else {
                change = position < lastDone ? .added : .open("new")
            }
            rows.append(
                Row(
                    step: step.id, line: step.step.span.start.line, change: change,
                    recorded: before[identity]?.sentLines ?? [], edited: step.sentLines))
        }
        for step in old where !after.contains(step.id) && !movedAway.contains(step.id) {
            let isDone = state.step(step.id).state.isDone
            rows.append(Row(step: step.id, line: nil, change: isDone ? .removed : .open("removed")))
        }
        self.rows = rows
        self.moved = moved
        unsettled = old.map(\.id).filter { id in
            let record = state.step(id)
            return record.asksAboutFailure || !record.unanswered.isEmpty
        }
    }

    /// What takes steps back, by their identities.
    private static func undos(of document: Binding) -> [String: [String]] {
        var undos: [String: [String]] = [:]
        for binding in document.all {
            for undo in binding.undos {
                for position in undo.positions where binding.steps.indices.contains(position) {
                    undos[binding.steps[position].id, default: []] += [undo.bound.fingerprint, undo.bound.judgement]
                }
            }
        }
        return undos
    }

    /// What was begun and is elsewhere now: under another heading, or with another id.
    ///
    /// A step that sends the same is the same step: to take it for a new one would send it twice.
    private static func moves(from old: [BoundStep], to new: [BoundStep], _ state: RunState) -> [String: String] {
        let (before, after) = (Set(old.map(\.id)), Set(new.map(\.id)))
        var gone = old.filter { step in
            !after.contains(step.id) && !step.fingerprint.isEmpty && state.step(step.id).state != .pending
        }
        var moved: [String: String] = [:]
        for step in new where !before.contains(step.id) {
            guard let place = gone.firstIndex(where: { $0.fingerprint == step.fingerprint }) else { continue }
            moved[step.id] = gone.remove(at: place).id
        }
        return moved
    }

    /// Whether what is left to do is the same in both texts.
    package var leavesTheRestAsItIs: Bool { rows.allSatisfy { $0.change == .judgement || $0.change == .removed } }

    /// The steps about which somebody must say what becomes of them.
    package var questions: [Row] { rows.filter { $0.change == .request || $0.change == .added } }

    /// The files that were edited, as the beginning of a sentence.
    package static func words(_ files: [String]) -> String {
        files.map { "`\(VisibleText.visible($0))`" }.joined(separator: ", ") + (files.count == 1 ? " was" : " were")
    }

    /// The steps that differ, a line each.
    package var lines: [String] {
        rows.map { row in
            let place = row.line.map { " (line \($0))" } ?? ""
            return "`\(row.step)`\(place): \(row.change.words)"
        }
    }
}

extension DocumentEdit.Change {
    /// What became of a step, in words.
    fileprivate var words: String {
        switch self {
        case .judgement: "finished, and its requests did not change; it is kept"
        case .request: "finished, but its requests changed"
        case .added: "new, before a finished step"
        case .removed: "finished, and removed from the document; it stays in the report"
        case .open(let what): "not finished, \(what)"
        }
    }
}
