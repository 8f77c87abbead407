internal import Glibc
import RunbookRun

/// The machine's own time.
struct RealClock: RunClock {
    private let start = ContinuousClock.now

    func now() -> Duration { start.duration(to: .now) }

    func wall() -> Timestamp { RealClock.wallTime() }

    func sleep(for duration: Duration) async throws(CancellationError) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw CancellationError()
        }
    }

    /// The wall clock's time.
    static func wallTime() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}
