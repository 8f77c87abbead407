import SandboxWorld
import Testing

struct ScheduleTests {
    static func schedule() -> Schedule<String> {
        var schedule = Schedule<String>()
        for (effect, due) in [("c", 30), ("a", 10), ("b1", 20), ("b2", 20)] {
            schedule.add(effect, at: SandboxInstant(milliseconds: due))
        }
        return schedule
    }

    @Test(arguments: [(9, ""), (10, "a"), (20, "a b1 b2"), (99, "a b1 b2 c")])
    func givesWhatIsDueInOrder(now: Int, effects: String) {
        var schedule = Self.schedule()
        let due = schedule.takeDue(at: SandboxInstant(milliseconds: now))
        #expect(due.map(\.effect).joined(separator: " ") == effects)
        #expect(due.count + schedule.entries.count == 4)
    }

    @Test func givesEachOnce() {
        var schedule = Self.schedule()
        _ = schedule.takeDue(at: SandboxInstant(milliseconds: 20))
        #expect(schedule.takeDue(at: SandboxInstant(milliseconds: 40)).map(\.effect) == ["c"])
    }

    @Test func forgetsWhatIsObsolete() {
        var schedule = Self.schedule()
        schedule.removeAll { $0.hasPrefix("b") }
        #expect(schedule.entries.map(\.effect) == ["a", "c"])
    }
}
