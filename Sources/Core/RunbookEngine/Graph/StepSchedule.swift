/// Places steps one after another: always the first one in document order that is ready.
///
/// The time grows with the steps and what they need, times the logarithm of the steps.
struct StepSchedule {
    /// How many steps each step with `needs` still waits for.
    private var waits: [Int: Int]
    /// The steps that wait for a step.
    private var dependents: [Int: [Int]] = [:]
    /// The gates that are not placed yet, the first one last.
    private var gates: [Int]
    /// The steps with `needs` that wait for nothing more but gates.
    private var ready = MinimumHeap()
    private var isPlaced: [Bool]
    /// The first step that is not placed.
    private var front = 0

    /// Makes a schedule.
    ///
    /// - Parameters:
    ///   - needs: What steps wait for instead of all earlier ones.
    ///   - gates: The steps that all later ones wait for, in document order.
    ///   - count: How many steps there are.
    init(needs: [Int: Set<Int>], gates: [Int], count: Int) {
        waits = needs.mapValues(\.count)
        self.gates = gates.reversed()
        isPlaced = Array(repeating: false, count: count)
        for (step, needed) in needs {
            for other in needed { dependents[other, default: []].append(step) }
            if needed.isEmpty { ready.insert(step) }
        }
    }

    /// The steps in the order they run; those that can never run are missing.
    mutating func order() -> [Int] {
        var order: [Int] = []
        while let next = next() {
            order.append(next)
            place(next)
        }
        return order
    }

    /// A step without `needs` waits for all before it; one with them can pass those, but no gate.
    private mutating func next() -> Int? {
        while front < isPlaced.count, isPlaced[front] { front += 1 }
        guard front < isPlaced.count else { return nil }
        if waits[front] ?? 0 == 0 { return front }
        while let first = ready.first, isPlaced[first] { ready.removeFirst() }
        guard let first = ready.first, first <= gates.last ?? .max else { return nil }
        return first
    }

    private mutating func place(_ step: Int) {
        isPlaced[step] = true
        while let gate = gates.last, isPlaced[gate] { gates.removeLast() }
        for dependent in dependents[step] ?? [] {
            waits[dependent, default: 0] -= 1
            if waits[dependent] == 0 { ready.insert(dependent) }
        }
    }
}
