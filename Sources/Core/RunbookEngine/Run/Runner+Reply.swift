import RunbookModel
import RunbookRun

extension Runner {
    /// What ends the wait for a person.
    enum Reply: Sendable {
        /// Somebody answered.
        case answer(GivenAnswer)
        /// What the person was to do is done.
        case holds
        /// There is nobody to ask.
        case nobody
    }

    /// Waits for whatever comes first: the person who is asked, an answer from elsewhere, or the checks coming true.
    func reply(
        to question: Question, of step: ScopedStep, watching checks: [ScopedStep]
    ) async throws(Breakdown) -> Reply {
        guard let outline = state.outline(of: step.id) else { return .nobody }
        let ports = ports
        let troubleshoot = step.bound.step.role == .manual ? self.troubleshoot(of: step) : nil
        let first = await withTaskGroup(of: Result<Reply, Breakdown>?.self) { group in
            group.addTask {
                let answer = await ports.interruption.cutting(at: .gentle) {
                    await ports.people.ask(question, step: outline, troubleshoot: troubleshoot)
                }
                return .success(answer.map { .answer($0) } ?? .nobody)
            }
            group.addTask { await self.deliveredReply(to: question, of: step) }
            if !checks.isEmpty {
                group.addTask { await self.comesTrue(checks) ? .success(.holds) : nil }
            }
            for await reply in group {
                guard let reply else { continue }
                group.cancelAll()
                return reply
            }
            return .success(.nobody)
        }
        return try first.get()
    }

    /// The first answer from elsewhere; nil when none can come.
    private func deliveredReply(to question: Question, of step: ScopedStep) async -> Result<Reply, Breakdown>? {
        for await _ in ports.journal.commits() {
            if Task.isCancelled { return nil }
            do throws(Breakdown) {
                if let answer = try await delivered(to: question, of: step) { return .success(.answer(answer)) }
            } catch {
                return .failure(error)
            }
        }
        return nil
    }

    /// Waits until all checks hold at once; false when the wait is over before.
    private func comesTrue(_ checks: [ScopedStep]) async -> Bool {
        let every = checks.map { $0.timing.every }.min() ?? StepTiming.every
        let clock = ContinuousClock()
        while true {
            // A person works in real time, also where the run's clock is ahead of it.
            let began = clock.now
            guard await sleep(every), (try? await clock.sleep(until: began + every)) != nil else { return false }
            if await allHold(checks) { return !Task.isCancelled }
            if Task.isCancelled || ports.interruption.level > .none { return false }
        }
    }

    /// Whether each of some checks holds, tried once.
    func allHold(_ checks: [ScopedStep]) async -> Bool {
        for check in checks {
            switch await tryOnce(check) {
            case .holds: break
            case .unmet(let failure, _), .unknowable(let failure, _), .wrong(let failure, _):
                keep(unmet: failure, of: check)
                return false
            case .stopped: return false
            }
        }
        return true
    }
}
