import HTTPClient
import OrderedJSON
import RunbookModel
import RunbookRun
import Synchronization

/// The virtual time of a sandbox: it moves only when somebody waits, or a request is held, and then at once.
final class SandboxRunClock: RunClock {
    private let control: String
    private let client = HTTPClient()
    private let elapsed = Mutex(Duration.zero)

    /// Makes a clock of a sandbox's control endpoint.
    init(control: String) { self.control = control }

    /// The clock of an environment: that of its sandbox when its time is virtual, else the machine's own.
    static func clock(control: String?) async -> any RunClock {
        guard let control else { return RealClock() }
        let request = HTTPClient.Request(method: "GET", url: control + "/clock", timeout: .seconds(5))
        guard let response = try? await HTTPClient().send(request), let body = try? JSON(bytes: response.body),
            body["kind"]?.string == "virtual"
        else { return RealClock() }
        return SandboxRunClock(control: control)
    }

    func now() -> Duration { elapsed.withLock { $0 } }

    func wall() -> Timestamp { RealClock.wallTime() }

    func sleep(for duration: Duration) async throws(CancellationError) {
        let milliseconds = max(1, duration.inMilliseconds)
        let body: JSON = ["ms": .number(JSONNumber(milliseconds))]
        let request = HTTPClient.Request(
            method: "POST", url: control + "/sleep", headers: [.init("Content-Type", "application/json")],
            body: body.bytes(), timeout: .seconds(60))
        do {
            _ = try await client.send(request)
        } catch {
            // A sandbox that does not answer is found out by the next request; waiting in real time keeps that from
            // being a busy loop.
            try await RealClock().sleep(for: min(duration, .seconds(1)))
        }
        if Task.isCancelled { throw CancellationError() }
        elapsed.withLock { $0 += duration }
    }

    func passed(_ duration: Duration) { elapsed.withLock { $0 += duration } }
}
