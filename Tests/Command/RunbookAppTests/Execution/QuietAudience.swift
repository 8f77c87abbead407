import RunbookApp
import RunbookEngine
import RunbookRun
import RunbookTesting
import Synchronization

/// Nobody but the test is there.
struct QuietAudience: RunAudience {
    /// What was said and whom was waited for.
    final class Said: Sendable {
        private let words = Mutex<[String]>([])

        var all: [String] { words.withLock { $0 } }

        func add(_ word: String) { words.withLock { $0.append(word) } }
    }

    let said = Said()
    let interruption = Interruption()

    func attend<Result: Sendable>(
        _ journal: any Journal, _ act: @Sendable (RunPorts) async -> Result
    ) async throws -> Result {
        await act(
            RunPorts(
                journal: journal, expressions: FakeExpressions(), people: Nobody(), clock: FakeClock(),
                interruption: interruption, observe: { event, _, _ in said.add(event.kind) }))
    }

    func say(_ text: String) { said.add(text) }

    func wait(for owner: String) async throws { said.add("wait for \(owner)") }
}
