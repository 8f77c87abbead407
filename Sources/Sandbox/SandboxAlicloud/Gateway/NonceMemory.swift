import SandboxWorld

/// The nonces of the requests that were accepted lately.
struct NonceMemory: Sendable {
    /// How far a request's time may be from the server's, and how long its nonce is remembered.
    static let window = Duration.seconds(900)

    private var seen: [String: SandboxInstant] = [:]

    /// Whether a nonce was used inside the window.
    func holds(_ nonce: String, now: SandboxInstant) -> Bool {
        seen[nonce].map { now - $0 <= NonceMemory.window * 2 } ?? false
    }

    /// Remembers a nonce, and forgets the ones that no request could use any more.
    mutating func add(_ nonce: String, now: SandboxInstant) {
        if seen.count > 10_000 { seen = seen.filter { now - $0.value <= NonceMemory.window * 2 } }
        seen[nonce] = now
    }
}
