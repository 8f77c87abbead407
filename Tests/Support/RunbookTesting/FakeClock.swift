import RunbookModel
package import RunbookRun
import Synchronization

/// A clock that moves when somebody sleeps, or when a test moves it.
package final class FakeClock: RunClock {
    private struct State {
        var now = Duration.zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())
    private let log: RunLog

    /// Makes a clock that tells a log of its pauses.
    package init(log: RunLog = RunLog()) { self.log = log }

    /// The pauses in order.
    package var sleeps: [Duration] { state.withLock { $0.sleeps } }

    /// Lets time go by.
    package func advance(_ duration: Duration) { state.withLock { $0.now += duration } }

    package func passed(_ duration: Duration) { advance(duration) }

    package func now() -> Duration { state.withLock { $0.now } }

    package func wall() -> Timestamp { Timestamp(milliseconds: now().inMilliseconds) }

    package func sleep(for duration: Duration) async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        log.add("sleep \(DurationText.text(duration))")
        state.withLock {
            $0.now += duration
            $0.sleeps.append(duration)
        }
    }
}
