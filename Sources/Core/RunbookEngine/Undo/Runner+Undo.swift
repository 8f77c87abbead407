import OrderedJSON
import RunbookModel
package import RunbookRun

/// Taking a run back (semantics, "Undo"): each undo is a step like any other, attempted by the same loop.
extension Runner {
    /// Begins to take back what the run did, or continues to do so.
    ///
    /// - Parameters:
    ///   - omitted: What a person leaves out, by the identity of the undo or of the step.
    ///   - reason: What the person said.
    ///   - adopted: What a person takes over of an edited environment: events that are kept first.
    package func undo(
        user: String, host: String, without omitted: [String] = [], because reason: String = "",
        adopting adopted: [RunEvent] = []
    ) async -> RunEnding {
        take(over: user)
        recallAll()
        return await run(first: state.undo == nil ? nil : .resumed(user: user, host: host)) {
            runner throws(Breakdown) in
            // Somebody may have looked, and said what became of what is in doubt.
            for step in runner.steps where runner.state.step(step.id).state == .inDoubt {
                _ = try await runner.settleByWord(step)
            }
            let list = runner.undoList
            if runner.state.undo == nil {
                try await runner.record(runner.beginning(user: user, host: host, of: list), isDurable: true)
            }
            try await runner.record(adopted, isDurable: true)
            // What a process that died had sent is in doubt from now on.
            let open = runner.steps.filter { runner.state.step($0.id).state == .running }
            try await runner.setBack(open)
            try await runner.setBack(list.entries.map(\.step))
            for entry in list.entries where omitted.contains(entry.step.id) || omitted.contains(entry.undone.id) {
                guard runner.state.step(entry.step.id).isOpen else { continue }
                try await runner.record(.skipped(step: entry.step.id, reason: .person, detail: reason), isDurable: true)
            }
            return nil
        }
    }

    /// What would be done, told before it is.
    package func undoPreview(user: String, host: String) -> RunEvent {
        recallAll()
        return beginning(user: user, host: host, of: undoList)
    }

    /// Makes all values known that were kept, also those of steps that did not pass.
    private func recallAll() {
        for scope in scopes + replaced.map(\.scope) {
            recall(scope)
            for step in scope.allSteps {
                for capture in state.step(step.id).values.captures
                where values(of: step.scope).value(capture.name) == nil {
                    change(step.scope) { $0.set(capture.name, to: capture.value) }
                }
            }
        }
    }

    private var undoList: UndoList { UndoList(scopes, replaced: replaced, state) { rendering($0) } }

    /// The first event.
    private func beginning(user: String, host: String, of list: UndoList) -> RunEvent {
        .undoStarted(
            user: user, host: host,
            entries: list.entries.map { entry in
                var outline = entry.step.scope.outline(entry.step.bound)
                // What will be sent, with the values that are known.
                let requests = entry.step.bound.step.role == .manual ? [] : entry.step.requests
                let shown = requests.map { rendering(entry.step).shown($0).title }
                if !shown.isEmpty { outline.template = shown.joined(separator: "\n") }
                return UndoRecord.Entry(undone: entry.undone.id, outline: rendering(entry.step).masked(outline))
            }, left: list.left)
    }

    /// Takes the steps back that are not taken back yet.
    func takeBack() async throws(Breakdown) -> RunEnding {
        let list = undoList
        let entries = Dictionary(list.entries.map { ($0.step.id, $0) }) { first, _ in first }
        let order = state.undo?.entries.compactMap { entries[$0.outline.id] } ?? []
        if let first = order.first, let ending = try await askAbout(order, asking: first.step.scope) { return ending }
        for entry in order where !state.step(entry.step.id).state.isDone {
            if ports.interruption.level > .none { return try await end(.interrupted, .stopped(signal: signal)) }
            if let ending = try await end(at: entry.step.id, try await takeBackOrDecide(entry)) { return ending }
        }
        return try await end(.undone, .passed)
    }

    /// Takes a step back; where that fails, a person at the terminal says what becomes of it.
    private func takeBackOrDecide(_ entry: UndoList.Entry) async throws(Breakdown) -> StepEnding {
        while true {
            let ending = try await takeBack(entry)
            guard ending == .failed else { return ending }
            switch try await decide(about: entry.step) {
            case .again, .startOver: continue
            case .done: return .done
            case .left: return ending
            }
        }
    }

    private func takeBack(_ entry: UndoList.Entry) async throws(Breakdown) -> StepEnding {
        // A look before changes nothing.
        let acts = entry.step.bound.effect > .read || entry.step.bound.step.role == .manual
        if entry.isUncertain, acts, state.step(entry.step.id).attempts == 0 {
            let record = state.step(entry.undone.id)
            let what =
                switch record.state {
                case .inDoubt: "is in doubt"
                case .failed: "failed, and may have changed something"
                case .skipped: "was skipped after it had sent something"
                default: "did not finish, and may have changed something"
                }
            let question = question(
                [.uncertain], "the step `\(entry.undone.id)` \(what); take it back?", lines: lines(of: entry),
                typed: nil, identities: identities(of: entry.step))
            if state.step(entry.step.id).agreed != question.digest {
                if record.state == .inDoubt { try await endProcesses(of: entry.undone) }
                switch try await ask(question, of: entry.step) {
                case .goOn, .goOnAfterWait: break
                case .ended(let ending): return ending
                }
            }
        }
        return try await evaluate(entry.step)
    }

    // MARK: The question about all of it

    /// Asks once for the whole list; nil when it is to be done.
    private func askAbout(_ entries: [UndoList.Entry], asking scope: Scope) async throws(Breakdown) -> RunEnding? {
        let dear = entries.filter { $0.step.bound.effect >= .destroy }
        var places: [String] = []
        for place in dear.flatMap(\.step.bound.places) where !places.contains(place) { places.append(place) }
        let count = entries.count == 1 ? "1 step" : "\(entries.count) steps"
        let question = question(
            dear.isEmpty ? [.confirm, .undo] : [.destroy, .undo], "take back \(count), the last one first?",
            lines: entries.flatMap { lines(of: $0) }, typed: places.isEmpty ? nil : places.joined(separator: ","),
            identities: entries.flatMap { identities(of: $0.step) })
        let step = listStep(in: scope)
        if state.step(step.id).agreed == question.digest { return nil }
        switch try await ask(question, of: step) {
        case .goOn, .goOnAfterWait: return nil
        case .ended(.waiting): return try await end(.waiting, .waiting(step: step.id))
        case .ended(.stopped): return try await end(.interrupted, .stopped(signal: signal))
        case .ended: return try await end(state.undo?.before ?? .aborted, .aborted(step: step.id))
        }
    }

    /// The list as a step that only asks.
    private func listStep(in scope: Scope) -> ScopedStep {
        let step = Step(
            role: .undo, title: Template(literal: ""), prose: Template(literal: ""), number: nil, section: nil,
            container: 0, span: scope.binding.runbook.declaration.span, block: nil, keys: StepKeys())
        return ScopedStep(
            scope: scope,
            bound: BoundStep(
                id: UndoRecord.question, index: scope.binding.steps.count, step: step, handler: nil, targets: [],
                actions: [], statuses: [], effect: .read))
    }

    /// What an entry sends, a line each.
    private func lines(of entry: UndoList.Entry) -> [String] {
        let rendering = rendering(entry.step)
        if entry.step.bound.step.role == .manual { return ["by hand: " + rendering.shown(entry.step.bound.step.title)] }
        return entry.step.requests.map { request in
            let shown = rendering.shown(request)
            return shown.target.map { "\($0): \(shown.title)" } ?? shown.title
        }
    }

    private func question(
        _ kinds: [Question.Kind], _ text: String, lines: [String], typed: String?, identities: [String]
    ) -> Question {
        let parts = [text] + lines + identities
        return Question(
            kinds: kinds, text: text, actions: lines, typed: typed,
            digest: StepIdentity.hash(parts))
    }
}
