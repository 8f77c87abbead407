import Glibc
import Synchronization

/// The sandbox's clock: real, or virtual.
///
/// Virtual time stands still until somebody sleeps. It moves only when no request is in flight, and never further than
/// to the earliest sleeper, so minutes of waiting take no time and nobody is overtaken.
package final class SandboxClock: Sendable {
    /// What moves the clock.
    package enum Kind: String, Sendable {
        /// It goes as the machine's clock does.
        case real
        /// Only sleepers move it.
        case virtual
    }

    private struct Sleeper {
        var id: Int
        var due: SandboxInstant
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var now: SandboxInstant
        var requestsInFlight = 0
        var sleepers: [Sleeper] = []
        var lastID = 0

        /// Moves to the earliest sleeper if time may move, and returns who wakes; they are requests in flight again.
        mutating func moved() -> [Sleeper] {
            guard requestsInFlight == 0, let earliest = sleepers.map(\.due).min() else { return [] }
            now = max(now, earliest)
            let awake = sleepers.filter { $0.due <= now }
            sleepers.removeAll { $0.due <= now }
            requestsInFlight += awake.count
            return awake
        }
    }

    /// What moves this clock.
    package let kind: Kind
    private let start: ContinuousClock.Instant
    private let beginning: SandboxInstant
    private let state: Mutex<State>

    /// Makes a clock that shows `start`.
    package init(kind: Kind, start: SandboxInstant = SandboxClock.machineTime()) {
        self.kind = kind
        self.start = .now
        self.beginning = start
        self.state = Mutex(State(now: start))
    }

    /// The moment it is.
    package var now: SandboxInstant {
        let shown = state.withLock(\.now)
        return kind == .virtual ? shown : shown + (.now - start)
    }

    /// The moment that a clock shows which goes as the machine's does, whoever sleeps: that of clients.
    package var wall: SandboxInstant { beginning + (.now - start) }

    /// How many sleep on virtual time.
    package var sleeperCount: Int { state.withLock(\.sleepers.count) }

    /// Says that a request came in: virtual time stands still until it ended.
    package func requestBegan() {
        state.withLock { $0.requestsInFlight += 1 }
    }

    /// Says that a request was answered, or given up.
    package func requestEnded() {
        let awake = state.withLock { state in
            state.requestsInFlight -= 1
            return state.moved()
        }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    /// Returns when the time has moved by `duration`.
    ///
    /// It belongs between `requestBegan` and `requestEnded`: a request that sleeps does not count as in flight until it
    /// wakes.
    ///
    /// - Throws: `CancellationError` when the task is cancelled, at once.
    package func sleep(for duration: Duration) async throws {
        switch kind {
        case .real:
            try await Task.sleep(for: duration)
        case .virtual:
            let id = state.withLock { state in
                state.lastID += 1
                return state.lastID
            }
            await withTaskCancellationHandler {
                await withCheckedContinuation { add(id: id, after: duration, $0) }
            } onCancel: {
                wake(id)
            }
            try Task.checkCancellation()
        }
    }

    private func add(id: Int, after duration: Duration, _ continuation: CheckedContinuation<Void, Never>) {
        let awake = state.withLock { state in
            // A task that was cancelled before this line has found no sleeper to wake.
            let due = Task.isCancelled ? state.now : state.now + max(duration, .zero)
            let sleeper = Sleeper(id: id, due: due, continuation: continuation)
            if Task.isCancelled { return [sleeper] }
            state.sleepers.append(sleeper)
            state.requestsInFlight -= 1
            return state.moved()
        }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    private func wake(_ id: Int) {
        let sleeper: Sleeper? = state.withLock { state in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else { return nil }
            state.requestsInFlight += 1
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume()
    }

    /// The machine's wall clock.
    package static func machineTime() -> SandboxInstant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return SandboxInstant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}
