/// A moment of the sandbox's time.
package struct SandboxInstant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var milliseconds: Int

    /// Makes the moment so many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Whether the first moment is earlier.
    package static func < (left: SandboxInstant, right: SandboxInstant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment so much later; parts of a millisecond are dropped.
    package static func + (instant: SandboxInstant, duration: Duration) -> SandboxInstant {
        SandboxInstant(milliseconds: instant.milliseconds + duration.wholeMilliseconds)
    }

    /// The time between two moments.
    package static func - (left: SandboxInstant, right: SandboxInstant) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }
}

extension Duration {
    /// The duration in milliseconds, rounded towards zero.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
