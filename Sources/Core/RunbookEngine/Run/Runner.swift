import OrderedJSON
import RunbookModel
import RunbookPlugin
package import RunbookRun

/// Carries a run out, one step after another; the only part of the engine that acts.
package actor Runner {
    /// The documents of the run, in the order their steps run.
    let scopes: [Scope]
    /// The documents that an edited one has replaced, newest first; nothing of them is run, and what was done of them is
    /// taken back.
    let replaced: [ReplacedScope]
    let ports: RunPorts
    let executor: QueueExecutor
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    /// The fold of all events so far.
    package private(set) var state: RunState
    /// The values known so far, by the position of their document.
    private var stores: [Int: ValueStore]
    /// The chosen values known so far, by the position of their document.
    private var choices: [Int: [String: String]]
    /// Who carries the run on.
    private(set) var user = ""
    /// Whether events were kept that may not have reached the disk.
    private var hasUnflushed = false
    /// Events that were folded and shown, and are kept together with the next ones.
    private var unkept: [RunEvent] = []
    /// How often this process lost an attempt of a step, by the step's identity.
    private var lost: [String: Int] = [:]

    /// What a look found just before a step acts, one for each of its first requests, by the step's identity.
    private var looks: [String: [Probe]] = [:]

    func keep(look: [Probe], of step: ScopedStep) { looks[step.id] = look }

    /// What the last look found that has not been acted on.
    func look(of step: ScopedStep) -> [Probe] { looks[step.id] ?? [] }

    func takeLook(of step: ScopedStep) -> [Probe] { looks.removeValue(forKey: step.id) ?? [] }

    /// How long a step was looked at before it acts, by its identity: its check may take its time.
    private var lookTimes: [String: Duration] = [:]

    func keep(lookTime: Duration, of step: ScopedStep) { lookTimes[step.id, default: .zero] += lookTime }

    func takeLookTime(of step: ScopedStep) -> Duration? { lookTimes.removeValue(forKey: step.id) }

    /// What checks said that were tried on behalf of other steps, by their identity.
    private var lastTries: [String: Evidence] = [:]

    func keep(evidence: Evidence) { lastTries[evidence.check] = evidence }

    func lastTry(of check: String) -> Evidence? { lastTries[check] }

    /// The notices that are being sent.
    private var toldNotices: [Task<[(Occasion, String)], Never>] = []

    func add(_ notice: Task<[(Occasion, String)], Never>) { toldNotices.append(notice) }

    func takeNotices() -> [Task<[(Occasion, String)], Never>] {
        defer { toldNotices = [] }
        return toldNotices
    }

    /// What the evaluation of one step came to.
    enum StepEnding {
        /// Later steps may continue.
        case done
        /// It failed.
        case failed
        /// A person is needed.
        case waiting
        /// A person said no.
        case aborted
        /// It was stopped.
        case stopped
    }

    /// Why a run breaks off that no step is to blame for.
    enum Breakdown: Error {
        case journal(JournalFailure)
        case transition(TransitionError)
    }

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - scopes: The documents, in the order their steps run; each has values of its own.
    ///   - state: The fold of the events so far; a new run begins with none.
    ///   - replaced: The documents that an edited one has replaced, newest first.
    package init(scopes: [Scope], ports: RunPorts, state: RunState = RunState(), replaced: [ReplacedScope] = []) {
        self.scopes = scopes
        self.replaced = replaced
        self.ports = ports
        executor = ports.journal.executor
        self.state = state
        let all = (scopes + replaced.map(\.scope)).flatMap(\.all)
        stores = Dictionary(all.map { ($0.document.position, $0.values) }) { first, _ in first }
        choices = Dictionary(all.map { ($0.document.position, $0.choice) }) { first, _ in first }
    }

    /// Begins a new run.
    ///
    /// - Parameters:
    ///   - omitted: The steps that a person left out.
    ///   - reason: What the person said.
    package func start(_ start: RunStart, without omitted: [String] = [], because reason: String = "") async
        -> RunEnding
    {
        user = start.user
        return await run(first: .started(start)) { runner throws(Breakdown) in
            // What an omitted step includes is omitted with it.
            for id in omitted.flatMap({ id in [id] + runner.steps.map(\.id).filter { $0.hasPrefix(id + "/") } })
            where runner.state.step(id).state == .pending {
                try await runner.record(.skipped(step: id, reason: .person, detail: reason))
            }
            return nil
        }
    }

    /// Says who carries the run on.
    func take(over user: String) { self.user = user }

    /// Goes on with a run whose events were folded into `state`.
    ///
    /// What was stopped, and what failed without a change, is done again; what a dead process left unanswered is in
    /// doubt unless it only read.
    ///
    /// - Parameter adopted: What a person takes over of an edited document or environment: events that are kept first.
    package func resume(user: String, host: String, adopting adopted: [RunEvent] = []) async -> RunEnding {
        self.user = user
        for scope in scopes { recall(scope) }
        return await run(first: .resumed(user: user, host: host)) { runner throws(Breakdown) in
            if runner.state.undo != nil { try await runner.record(.undoLeft(by: user)) }
            if let ending = try await runner.takeAbort() { return ending }
            try await runner.record(adopted, isDurable: true)
            // Steps of an edited text may be known under other identities before.
            if !adopted.isEmpty { for scope in runner.scopes { runner.recall(scope) } }
            try await runner.setBack(runner.steps)
            return nil
        }
    }

    /// Tries the reads and checks again that had held, and keeps nothing.
    ///
    /// - Returns: What does not hold any more, or cannot be told, by step in the order they run; nil when it is
    ///   stopped.
    package func recheck() async -> [(step: String, failure: StepFailure)]? {
        for step in steps { recall(step) }
        var found: [(step: String, failure: StepFailure)] = []
        for step in scopes.flatMap({ scope in scope.binding.order.map(scope.step) }) {
            guard step.bound.handler != nil, step.bound.effect == .read, state.step(step.id).state == .passed else {
                continue
            }
            switch await tryOnce(step) {
            case .holds: continue
            case .unmet(let failure, _), .unknowable(let failure, _), .wrong(let failure, _):
                found.append((step.id, failure))
            case .stopped: return nil
            }
        }
        return found
    }

    func run(
        first: RunEvent?, _ prepare: (isolated Runner) async throws(Breakdown) -> RunEnding? = { _ in nil }
    ) async -> RunEnding {
        do throws(Breakdown) {
            return try await withTaskExecutorPreference(executor) { () async throws(Breakdown) in
                if let first { try await record(first, isDurable: true) }
                if let ending = try await prepare(self) { return ending }
                return try await state.undo == nil ? runSteps() : takeBack()
            }
        } catch {
            switch error {
            case .journal(let failure): return .journalFailed(failure)
            case .transition(let error): return .internalError(error.diagnostic)
            }
        }
    }

    func setBack(_ steps: [ScopedStep]) async throws(Breakdown) {
        for step in steps {
            let record = state.step(step.id)
            switch record.state {
            case .running:
                let isDoubtful = record.isRunningUnanswered
                let reason =
                    isDoubtful
                    ? "the process that sent it ended before a response came"
                    : "the process that ran it ended before the step was done"
                try await self.record(
                    .outcomeUnknown(step: step.id, reason: reason, isDoubtful: isDoubtful), isDurable: true)
            case .cancelled: try await self.record(.reset(step: step.id, by: "resume"))
            case .failed where record.applied == .no: try await self.record(.reset(step: step.id, by: "resume"))
            case .passed, .satisfied:
                guard step.bound.effect == .read, !isKnown(record.values.secrets, in: step.scope) else { continue }
                // Secrets are not stored: what only reads is asked for them again.
                try await self.record(.reset(step: step.id, by: "resume"))
            case .pending, .waiting, .skipped, .failed, .inDoubt: break
            }
        }
    }

    private func isKnown(_ names: [String], in scope: Scope) -> Bool {
        names.allSatisfy { !scope.usedNames.contains($0) || values(of: scope).value($0) != nil }
    }

    private func runSteps() async throws(Breakdown) -> RunEnding {
        for scope in scopes {
            if let ending = try await run(scope) { return ending }
        }
        return try await end(.passed, .passed)
    }

    /// Where and how the steps of a document came to a stop.
    struct Stop {
        let ending: StepEnding
        let step: String
    }

    /// Runs the steps of a document that are not done yet; nil: all are done now.
    func steps(of scope: Scope) async throws(Breakdown) -> Stop? {
        var position = 0
        while position < scope.binding.order.count {
            let step = scope.step(scope.binding.order[position])
            position += 1
            if isDone(step) { continue }
            if ports.interruption.level > .none { return Stop(ending: .stopped, step: step.id) }
            let stop =
                step.included == nil
                ? Stop(ending: try await evaluate(step), step: step.id) : try await evaluateIncluded(step)
            if stop.ending == .failed, stop.step == step.id {
                try await troubleshoot(step)
                switch try await decide(about: step) {
                case .again: position -= 1
                case .startOver: position = 0
                case .done: break
                case .left: return stop
                }
            } else if stop.ending != .done {
                return stop
            }
        }
        return nil
    }

    private func run(_ scope: Scope) async throws(Breakdown) -> RunEnding? {
        guard let stop = try await steps(of: scope) else { return nil }
        return try await end(at: stop.step, stop.ending)
    }

    /// Ends the run where a step stopped it; nil when later steps may continue.
    func end(at step: String, _ ending: StepEnding) async throws(Breakdown) -> RunEnding? {
        switch ending {
        case .done: return nil
        case .failed: return try await end(.failed, .failed(step: step))
        case .waiting: return try await end(.waiting, .waiting(step: step))
        case .aborted: return try await end(.aborted, .aborted(step: step))
        case .stopped: return try await end(.interrupted, .stopped(signal: signal))
        }
    }

    var signal: Int { ports.interruption.signal ?? 2 }

    func end(_ phase: RunPhase, _ ending: RunEnding) async throws(Breakdown) -> RunEnding {
        let signal = if case .stopped(let signal) = ending { signal } else { nil as Int? }
        try await recordLateAnswers()
        // Whatever stopped it, a run with a doubt needs a person.
        let isDoubtful = phase == .interrupted && state.steps.values.contains { $0.state == .inDoubt }
        try await record(.finished(phase: isDoubtful ? .waiting : phase, signal: signal), isDurable: true)
        if let occasion = occasion(of: phase) { tell(occasion) }
        try await keepFailedNotices()
        return ending
    }

    /// Keeps an event, folds it, and tells the observer.
    func record(_ event: RunEvent, isDurable: Bool = false) async throws(Breakdown) {
        try await record([event], isDurable: isDurable)
    }

    /// Folds an event, tells the observer, and keeps it in one commit with what is sent next.
    ///
    /// Whoever does something in between that takes time calls `keep` before it.
    func recordWithNext(_ event: RunEvent) throws(Breakdown) {
        let event = masked(event)
        unkept.append(event)
        try fold(event, at: ports.clock.wall())
    }

    /// Keeps events, all or none, folds them, and tells the observer.
    func record(_ events: [RunEvent], isDurable: Bool) async throws(Breakdown) {
        let events = events.map(masked)
        try await append(events, isDurable: isDurable)
        let now = ports.clock.wall()
        for event in events { try fold(event, at: now) }
    }

    private func fold(_ event: RunEvent, at time: Timestamp) throws(Breakdown) {
        // The observer sees the state in place: a copy that outlives this call would make each event cost as much as
        // there are steps.
        ports.observe(event, time, state)
        do throws(TransitionError) {
            try state.apply(event, at: time)
        } catch {
            throw .transition(error)
        }
    }

    /// The event as it is kept and shown: without secrets, whatever made it.
    private func masked(_ event: RunEvent) -> RunEvent { maskers.reduce(event) { $0.masked(by: $1) } }

    /// Keeps what waits for the next event; before anything that takes time without an event of its own.
    func keep() async throws(Breakdown) {
        if !unkept.isEmpty { try await append([], isDurable: false) }
    }

    /// Brings all events to the disk; before anything that may take long.
    func flush() async throws(Breakdown) {
        if hasUnflushed || !unkept.isEmpty { try await append([], isDurable: true) }
    }

    private func append(_ events: [RunEvent], isDurable: Bool) async throws(Breakdown) {
        let events = unkept + events
        unkept = []
        do throws(JournalFailure) {
            try await ports.journal.append(events, isDurable: isDurable)
        } catch {
            throw .journal(error)
        }
        hasUnflushed = !isDurable
    }

    /// Counts one more lost attempt of a step.
    func countLost(_ step: ScopedStep) -> Int {
        lost[step.id, default: 0] += 1
        return lost[step.id, default: 0]
    }

    // MARK: Values

    /// All steps, document by document, those of an include before the include itself.
    var steps: [ScopedStep] { scopes.flatMap(\.allSteps) }

    /// The values of a document that are known now.
    func values(of scope: Scope) -> ValueStore { stores[scope.document.position] ?? scope.values }

    /// The chosen values of a document that are known now.
    func choice(of scope: Scope) -> [String: String] { choices[scope.document.position] ?? scope.choice }

    /// Chooses a value that `if` names.
    func choose(_ value: String, for parameter: String, in scope: Scope) {
        choices[scope.document.position, default: scope.choice][parameter] = value
    }

    /// A step with the values that are known now; for at once, because whoever holds it makes changes of values dear.
    func rendering(_ step: ScopedStep) -> StepRendering {
        StepRendering(step: step, values: values(of: step.scope), run: ports.journal.run)
    }

    /// Changes the values of a document.
    func change<Value>(_ scope: Scope, _ body: (inout ValueStore) -> Value) -> Value {
        body(&stores[scope.document.position, default: scope.values])
    }

    /// What replaces the secrets of the run; documents of one run share a ledger, so this is one.
    private var maskers: [Masker] {
        var ledgers: [SecretLedger] = []
        for scope in scopes where !ledgers.contains(where: { $0 === scope.values.secrets }) {
            ledgers.append(scope.values.secrets)
        }
        return ledgers.map(\.masker)
    }

    /// Makes the values of all steps that passed known, and passes to what is included what it was passed.
    func recall(_ scope: Scope) {
        for index in scope.binding.order {
            let step = scope.step(index)
            if let included = step.included {
                _ = pass(to: included, by: step)
                recall(included)
            }
            recall(step)
        }
    }

    /// Makes the values of a step that passed known to the steps that follow.
    func recall(_ step: ScopedStep) {
        let record = state.step(step.id)
        guard record.state == .passed || record.state == .satisfied else { return }
        if step.included != nil { return adoptIncluded(step) }
        for capture in record.values.captures where step.scope.isParameter(capture.name) {
            setParameter(capture.name, to: capture.value, in: step.scope)
        }
        change(step.scope) { values in
            for capture in record.values.captures { values.set(capture.name, to: capture.value) }
            if let name = step.bound.resultName, let result = record.values.result { values.set(name, to: result) }
        }
    }
}
