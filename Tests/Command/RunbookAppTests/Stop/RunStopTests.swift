import RunbookApp
import RunbookRun
import RunbookTesting
import Synchronization
import Testing

/// Stopping a run that another process executes.
struct RunStopTests {
    /// A process that ends when it was asked so often, and looked at so often after that.
    private final class Process: ExecutingProcess {
        private struct State {
            var interrupts = 0
            var looks = 0
        }

        private let state = Mutex(State())
        private let host: String?
        private let needed: Int
        private let patience: Int

        init(host: String? = "desk", needed: Int = 1, patience: Int = 3) {
            self.host = host
            self.needed = needed
            self.patience = patience
        }

        var interrupts: Int { state.withLock { $0.interrupts } }
        var owner: (words: String, host: String)? { host.map { ("ben on \($0)", $0) } }
        var isAlive: Bool {
            state.withLock { state in
                state.looks += 1
                return state.interrupts < needed || state.looks <= patience
            }
        }

        func interrupt() { state.withLock { $0.interrupts += 1 } }
    }

    private func stop(_ process: Process, cuts: Bool = false, clock: FakeClock = FakeClock()) async throws
        -> RunStop.Outcome
    {
        try await RunStop(of: "r1", from: "desk", cuts: cuts, within: .seconds(1)).carryOut(on: process, clock: clock)
    }

    @Test func itWaitsForTheEnd() async throws {
        let clock = FakeClock()
        let process = Process()
        #expect(try await stop(process, clock: clock) == .stopped(owner: "ben on desk"))
        #expect(process.interrupts == 1 && clock.sleeps.count == 3)
    }

    @Test func whatIsNotExecutedIsLeftAlone() async throws {
        let process = Process(host: nil)
        #expect(try await stop(process) == .notExecuted)
        #expect(process.interrupts == 0)
    }

    @Test func anotherMachineIsNotReached() async throws {
        let process = Process(host: "other")
        let refusal = await #expect(throws: StopRefusal.self) { try await stop(process) }
        #expect(refusal?.message == "ben on other executes the run `r1`: stop it on that machine")
        #expect(process.interrupts == 0)
    }

    /// A process that finishes what it sent is only cut off by a second wish.
    @Test func oneThatNeedsASecondWishIsNamed() async throws {
        let clock = FakeClock()
        let refusal = await #expect(throws: StopRefusal.self) {
            try await stop(Process(needed: 2), clock: clock)
        }
        #expect(refusal?.message.contains("`runbook stop r1 --now`") == true)
        #expect(clock.now() >= .seconds(1) && clock.now() < .seconds(2))
        #expect(try await stop(Process(needed: 2), cuts: true) == .stopped(owner: "ben on desk"))
    }
}
