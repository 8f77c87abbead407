import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun

/// What takes a run back: steps in reverse order of their finishing, and what is left.
struct UndoList {
    /// One thing that is done.
    struct Entry {
        let step: ScopedStep
        /// The step that it takes back.
        let undone: ScopedStep
        /// Whether it is not known what the step changed, so that a person is asked.
        let isUncertain: Bool
    }

    private(set) var entries: [Entry] = []
    private(set) var left: [UndoRecord.Left] = []

    /// Makes the list of a run.
    ///
    /// - Parameters:
    ///   - scopes: Its documents; what prepared the environment is not taken back.
    ///   - replaced: Documents that an edited one has replaced, newest first.
    ///   - rendering: A step with the values that are known.
    init(
        _ scopes: [Scope], replaced: [ReplacedScope] = [], _ state: RunState, rendering: (ScopedStep) -> StepRendering
    ) {
        let preparation = scopes.filter { UndoList.isPreparation($0, state) }.flatMap(UndoList.inOrder)
        let current = scopes.filter { !UndoList.isPreparation($0, state) }.flatMap(UndoList.inOrder)
        let steps = UndoList.asTheyRan(current, replaced, besides: Set(preparation.map(\.id)), state)
        let changed = steps.enumerated().filter { UndoList.isChanged($0.element, state.step($0.element.id)) }
        let finished = changed.sorted { one, other in
            let (left, right) = (state.step(one.element.id).finished, state.step(other.element.id).finished)
            // One without an end was the last that the run tried.
            if left != right { return (left?.milliseconds ?? .max) > (right?.milliseconds ?? .max) }
            return one.offset > other.offset
        }
        for (_, step) in finished { add(step, state.step(step.id), rendering) }
    }

    /// The steps by the texts that they ran with.
    ///
    /// One that finished before its document was replaced is taken back by the old text, where only that has the step,
    /// or the new text would send something else.
    private static func asTheyRan(
        _ current: [ScopedStep], _ replaced: [ReplacedScope], besides others: Set<String>, _ state: RunState
    ) -> [ScopedStep] {
        var steps = current
        var places = Dictionary(current.enumerated().map { ($1.id, $0) }) { first, _ in first }
        // Newest first: of the texts that a step may have run with, the one that was replaced first after it is the last.
        for old in replaced {
            for step in inOrder(old.scope) where !others.contains(step.id) {
                guard let place = places[step.id] else {
                    places[step.id] = steps.count
                    steps.append(step)
                    continue
                }
                guard let finished = state.step(step.id).finished, finished <= old.until,
                    steps[place].bound.fingerprint != step.bound.fingerprint
                else { continue }
                steps[place] = step
            }
        }
        return steps
    }

    private static func isPreparation(_ scope: Scope, _ state: RunState) -> Bool {
        guard let start = state.start, start.documents.indices.contains(scope.document.position) else { return false }
        return start.documents[scope.document.position].role == .fixture
    }

    private static func inOrder(_ scope: Scope) -> [ScopedStep] {
        scope.binding.order.flatMap { index in
            (scope.includes[index].map(inOrder) ?? []) + [scope.step(index)]
        }
    }

    /// Whether this run changed something by a step, or may have.
    private static func isChanged(_ step: ScopedStep, _ record: StepRecord) -> Bool {
        switch record.state {
        case .passed: step.bound.effect > .read || step.bound.step.role == .manual || !step.undos.isEmpty
        case .failed: record.applied != .no || !record.begun.isEmpty
        case .inDoubt: true
        // A process that died has left it so.
        case .running: !record.unanswered.isEmpty || !record.begun.isEmpty
        case .waiting: record.asksAboutFailure || !record.begun.isEmpty
        case .pending, .cancelled: !record.begun.isEmpty
        // A person may leave out what had been done before, in whole or in part.
        case .skipped:
            !record.begun.isEmpty || record.exchanges.contains { $0.action.effect > .read && $0.applied != .no }
        case .satisfied: false
        }
    }

    private mutating func add(_ step: ScopedStep, _ record: StepRecord, _ rendering: (ScopedStep) -> StepRendering) {
        let isUncertain = record.state != .passed
        var undos = step.undos
        var reason = "nothing says how to take it back"
        if undos.isEmpty, step.bound.step.role == .manual { reason = "it was done by hand" }
        if let handler = step.bound.handler {
            switch UndoList.own(of: step, record, by: rendering(step), handler) {
            case .success(let bound?): if undos.isEmpty { undos = [bound] }
            case .success(nil): break
            case .failure(let why):
                reason = why.reason
                // Who writes the removal of the resource means what the run made.
                undos.removeAll { UndoList.isRemoval($0, of: step) }
            }
        }
        if undos.isEmpty { left.append(UndoRecord.Left(step: step.id, reason: reason)) }
        let untouched = UndoList.untouched(by: step, record)
        undos = undos.compactMap { $0.without(untouched) }
        let known = rendering(step)
        if let name = undos.compactMap({ UndoList.lostName(of: $0, known) }).first {
            // Doing the step again to learn it would make another one, and take that back instead.
            left.append(UndoRecord.Left(step: step.id, reason: "its value `\(name)` is not known any more"))
            return
        }
        for (number, undo) in undos.enumerated() {
            let id = "undo/\(step.id)" + (number == 0 ? "" : "~\(number + 1)")
            entries.append(
                Entry(
                    step: ScopedStep(scope: step.scope, bound: undo.identified(as: id)), undone: step,
                    isUncertain: isUncertain))
        }
    }

    /// The targets of a step with several on which it certainly changed nothing; what is there was there before.
    private static func untouched(by step: ScopedStep, _ record: StepRecord) -> Set<String> {
        guard step.bound.targets.count > 1, step.bound.effect > .read else { return [] }
        let changed = (record.earlierChanges + record.exchanges).filter { $0.applied != .no }.map(\.action.place)
        let touched = Set(record.begun.union(changed).compactMap(\.target))
        // Where nothing is known of its requests, all of them may have had an effect.
        return touched.isEmpty ? [] : Set(step.bound.targets).subtracting(touched)
    }

    /// A value that an undo needs and that only a step which acts could give again; nil where there is none.
    private static func lostName(of undo: BoundStep, _ rendering: StepRendering) -> String? {
        let binding = rendering.step.scope.binding
        return undo.uses.first { use in
            guard use.purpose != .shown, rendering.values.value(use.name) == nil else { return false }
            let givers = binding.names.givers(of: use.name)
            let steps = givers.compactMap(\.step).map { binding.steps[$0] }
            return !steps.isEmpty && steps.count == givers.count && steps.allSatisfy { $0.effect > .read }
        }?.name
    }

    /// Whether an undo of the document removes the very resource that a step makes.
    private static func isRemoval(_ undo: BoundStep, of step: ScopedStep) -> Bool {
        func names(_ bound: BoundStep) -> [String?] {
            bound.actions.map { action in action.fields.first { $0.name == "operation" }?.template.literal }
        }
        let made = names(step.bound)
        return undo.handler?.manifest.name == step.bound.handler?.manifest.name && !undo.actions.isEmpty
            && undo.actions.allSatisfy { $0.isIdempotent && $0.effect == .destroy }
            && names(undo).allSatisfy { $0 != nil && made.contains($0) }
    }

    private struct Impossible: Error {
        let reason: String
    }

    /// What its handler does to take a step back.
    private static func own(
        of step: ScopedStep, _ record: StepRecord, by rendering: StepRendering, _ handler: any Handler
    ) -> Result<BoundStep?, Impossible> {
        var actions: [ActionTemplate] = []
        let changed = record.exchanges.filter { $0.action.effect > .read && $0.applied != .no }
        let begun = record.begun.union(changed.map(\.action.place))
        for request in step.requests.reversed() where begun.contains(request.place) && request.template.effect > .read {
            guard handler.canUndo(request.template) else { return .success(nil) }
            guard var action = try? rendering.filled(request) else {
                return .failure(Impossible(reason: "a value that it used is not known any more"))
            }
            action.before = record.before[request.place]
            let exchange = changed.last { $0.action.place == request.place }
            let response = exchange?.response.flatMap { try? JSON(parsing: $0.text) }
            guard let undo = handler.undo(of: action, response: response ?? .null) else {
                let isKnown = response != nil || action.before != nil
                return .failure(
                    Impossible(
                        reason: isKnown
                            ? "it changed what was there before" : "it is not known what was there before"))
            }
            actions.append(undo.template(at: request.template.span))
        }
        if actions.isEmpty { return .success(nil) }
        var own = step.bound.step
        own.role = .undo
        // What it does, not what it takes back.
        let titles = actions.compactMap(\.title.literal).joined(separator: ", ")
        own.title = Template(literal: titles)
        own.prose = own.title
        own.checks = []
        own.keys.confirm = nil
        own.keys.unless = nil
        own.keys.conditions = []
        own.id = nil
        var bound = BoundStep(
            id: step.id, index: step.bound.index, step: own, handler: handler, targets: step.bound.targets,
            actions: actions, statuses: [], effect: actions.map(\.effect).max() ?? .destroy)
        bound.places = step.bound.places
        return .success(bound)
    }
}

extension ScopedStep {
    /// What the document says to take it back, in its order.
    var undos: [BoundStep] {
        scope.binding.undos.filter { $0.positions.contains(bound.index) }.map(\.bound)
    }

    /// Whether something takes it back, as far as that can be told before it was done.
    var isUndoable: Bool {
        if !undos.isEmpty { return true }
        guard let handler = bound.handler else { return false }
        let acting = bound.actions.filter { $0.effect > .read }
        return !acting.isEmpty && acting.allSatisfy { handler.canUndo($0) }
    }
}

extension BoundStep {
    /// The same on its other targets; nil where none is left.
    fileprivate func without(_ others: Set<String>) -> BoundStep? {
        if others.isDisjoint(with: targets) { return self }
        let kept = zip(targets, places).filter { !others.contains($0.0) }
        if kept.isEmpty { return nil }
        var step = self
        step.targets = kept.map(\.0)
        step.places = kept.map(\.1)
        return step
    }
}

extension Action {
    /// The same request as a template that contains no values.
    fileprivate func template(at span: SourceSpan) -> ActionTemplate {
        ActionTemplate(
            effect: effect, title: Template(literal: title),
            fields: fields.map { ActionTemplate.Field($0.name, Template(literal: $0.value)) }, isRepeatable: true,
            isIdempotent: true, span: span)
    }
}
