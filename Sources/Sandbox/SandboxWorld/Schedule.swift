/// Effects that are to come, each with the moment it is due.
///
/// Nothing waits for them: who looks at the state takes first what has come due since the last look.
package struct Schedule<Effect: Sendable>: Sendable {
    /// An effect and its moment.
    package struct Entry: Sendable {
        /// When it happens.
        package var due: SandboxInstant
        /// What happens.
        package var effect: Effect
    }

    /// What is to come, the earliest first; of equal moments the one that was added first.
    package private(set) var entries: [Entry] = []

    /// Makes a schedule without entries.
    package init() {}

    /// Adds an effect.
    package mutating func add(_ effect: Effect, at due: SandboxInstant) {
        let index = entries.firstIndex { $0.due > due } ?? entries.endIndex
        entries.insert(Entry(due: due, effect: effect), at: index)
    }

    /// Takes out what is due at `now`, the earliest first.
    package mutating func takeDue(at now: SandboxInstant) -> [Entry] {
        let count = entries.firstIndex { $0.due > now } ?? entries.endIndex
        defer { entries.removeFirst(count) }
        return Array(entries.prefix(count))
    }

    /// Removes the effects that are no longer to come.
    package mutating func removeAll(where isObsolete: (Effect) -> Bool) {
        entries.removeAll { isObsolete($0.effect) }
    }
}
