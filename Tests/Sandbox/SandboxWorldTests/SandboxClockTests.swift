import SandboxWorld
import Synchronization
import Testing

struct SandboxClockTests {
    static func virtualClock() -> SandboxClock {
        SandboxClock(kind: .virtual, start: SandboxInstant(milliseconds: 1000))
    }

    /// Sleeps as a request does, and notes when it woke.
    static func sleeper(
        _ clock: SandboxClock, _ milliseconds: Int, _ wakes: Wakes, holding gate: AsyncStream<Void>? = nil
    ) async throws {
        clock.requestBegan()
        defer { clock.requestEnded() }
        try await clock.sleep(for: .milliseconds(milliseconds))
        wakes.add(clock.now.milliseconds)
        if let gate { for await _ in gate { break } }
    }

    @Test func standsStillByItself() async {
        let clock = Self.virtualClock()
        clock.requestBegan()
        clock.requestEnded()
        #expect(clock.now.milliseconds == 1000)
    }

    @Test(arguments: [0, 1, 2000, 3_600_000])
    func movesByWhatOneSleeperSleeps(milliseconds: Int) async throws {
        let clock = Self.virtualClock()
        let wakes = Wakes()
        try await Self.sleeper(clock, milliseconds, wakes)
        #expect(wakes.moments == [1000 + milliseconds])
        #expect(clock.now.milliseconds == 1000 + milliseconds)
    }

    @Test func standsStillWhileARequestIsInFlight() async throws {
        let clock = Self.virtualClock()
        let wakes = Wakes()
        clock.requestBegan()
        let task = Task { try await Self.sleeper(clock, 50, wakes) }
        await clock.untilSleepers(1)
        #expect(clock.now.milliseconds == 1000)
        #expect(wakes.moments.isEmpty)
        clock.requestEnded()
        try await task.value
        #expect(wakes.moments == [1050])
    }

    @Test func wakesTheEarliestFirstAndNobodyElseUntilThatIsAnswered() async throws {
        let clock = Self.virtualClock()
        let wakes = Wakes()
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        clock.requestBegan()
        let late = Task { try await Self.sleeper(clock, 300, wakes) }
        let early = Task { try await Self.sleeper(clock, 100, wakes, holding: gate) }
        await clock.untilSleepers(2)
        clock.requestEnded()
        await wakes.until(count: 1)
        #expect(clock.now.milliseconds == 1100)
        open.yield()
        try await early.value
        try await late.value
        #expect(wakes.moments == [1100, 1300])
    }

    @Test func wakesAllThatAreDueTogether() async throws {
        let clock = Self.virtualClock()
        let wakes = Wakes()
        clock.requestBegan()
        let tasks = (0..<5).map { _ in Task { try await Self.sleeper(clock, 100, wakes) } }
        await clock.untilSleepers(5)
        clock.requestEnded()
        for task in tasks { try await task.value }
        #expect(wakes.moments == Array(repeating: 1100, count: 5))
    }

    @Test func aCancelledSleeperMovesNothing() async throws {
        let clock = Self.virtualClock()
        let wakes = Wakes()
        clock.requestBegan()
        let task = Task { try await Self.sleeper(clock, 50, wakes) }
        await clock.untilSleepers(1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        clock.requestEnded()
        #expect(clock.now.milliseconds == 1000)
        try await Self.sleeper(clock, 5, wakes)
        #expect(wakes.moments == [1005])
    }

    @Test func aTaskThatWasCancelledBeforeItSleepsMovesNothing() async throws {
        let clock = Self.virtualClock()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await Self.sleeper(clock, 50, Wakes())
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.now.milliseconds == 1000)
        try await Self.sleeper(clock, 5, Wakes())
        #expect(clock.now.milliseconds == 1005)
    }

    @Test func realTimeGoesByItself() async throws {
        let clock = SandboxClock(kind: .real)
        let before = clock.now
        try await clock.sleep(for: .milliseconds(20))
        #expect(clock.now - before >= .milliseconds(20))
    }
}
