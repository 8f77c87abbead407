package import RunbookRun
import Synchronization

/// The wish to stop a run: the first one lets what acts finish, the second one cuts.
package final class Interruption: Sendable {
    /// How much is wished.
    package enum Level: Int, Sendable, Comparable {
        /// Nothing.
        case none
        /// Start nothing new, cut what only reads.
        case gentle
        /// Cut everything.
        case hard

        /// Orders by how much is wished.
        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    private struct State {
        var level = Level.none
        var signal: Int?
        var cuts: [Int: (level: Level, cut: @Sendable () -> Void)] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// Makes one that wishes nothing.
    package init() {}

    /// How much is wished.
    package var level: Level { state.withLock { $0.level } }

    /// The signal that came first.
    package var signal: Int? { state.withLock { $0.signal } }

    /// Wishes one level more.
    package func interrupt(signal: Int) {
        let cuts = state.withLock { state in
            state.level = state.level == .none ? .gentle : .hard
            if state.signal == nil { state.signal = signal }
            return state.cuts.values.filter { $0.level <= state.level }.map(\.cut)
        }
        for cut in cuts { cut() }
    }

    /// Does something that is cancelled when this level is wished.
    ///
    /// - Parameter executor: Where it is done; nil: in the common pool.
    package func cutting<Value: Sendable>(
        at level: Level, on executor: QueueExecutor? = nil, _ operation: @escaping @Sendable () async -> Value
    ) async -> Value {
        let task = Task(executorPreference: executor) { await operation() }
        let cut: @Sendable () -> Void = { task.cancel() }
        let (key, isWished) = state.withLock { state in
            state.next += 1
            state.cuts[state.next] = (level, cut)
            return (state.next, state.level >= level)
        }
        if isWished { task.cancel() }
        let value = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        state.withLock { $0.cuts[key] = nil }
        return value
    }
}
