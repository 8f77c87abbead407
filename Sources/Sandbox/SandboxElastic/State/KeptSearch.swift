internal import SandboxWorld

/// A search whose hits are fetched in portions.
protocol KeptSearch: Sendable {
    /// How many shards keep it.
    var shards: Int { get }
    /// Until when it lives.
    var end: SandboxInstant { get }
}
