import RunbookModel
import Synchronization

/// A clock that moves when somebody sleeps, or when a test moves it.
final class FakeClock: RunClock {
    private struct State {
        var now = Duration.zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())
    private let log: RunLog

    init(log: RunLog) { self.log = log }

    /// The pauses in order.
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    /// Lets time go by.
    func advance(_ duration: Duration) { state.withLock { $0.now += duration } }

    func now() -> Duration { state.withLock { $0.now } }

    func wall() -> Timestamp { Timestamp(milliseconds: now().inMilliseconds) }

    func sleep(for duration: Duration) async throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        log.add("sleep \(DurationText.text(duration))")
        state.withLock {
            $0.now += duration
            $0.sleeps.append(duration)
        }
    }
}
