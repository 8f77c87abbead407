internal import SandboxWorld

/// Searches whose hits are fetched in portions: what they found stays as it was.
struct ScrollTable: Sendable {
    private(set) var contexts: [Int: any KeptSearch] = [:]
    private var last = 0

    /// How many may be open at a time.
    static let limit = 500

    /// Forgets those whose time is over.
    mutating func advance(to now: SandboxInstant) {
        if contexts.isEmpty { return }
        contexts = contexts.filter { $0.value.end > now }
    }

    /// Keeps what a search found; returns its number.
    mutating func add(_ context: any KeptSearch) -> Int {
        last += 1
        contexts[last] = context
        return last
    }

    subscript(number: Int) -> (any KeptSearch)? {
        get { contexts[number] }
        set { contexts[number] = newValue }
    }

    /// Ends all; returns how many shards kept one.
    mutating func removeAll() -> Int {
        defer { contexts = [:] }
        return contexts.values.map(\.shards).reduce(0, +)
    }
}
