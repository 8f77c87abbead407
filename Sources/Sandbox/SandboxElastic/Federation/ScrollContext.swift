internal import SandboxWorld

/// What a search found, whose hits are fetched in portions.
struct ScrollContext: KeptSearch {
    let request: SearchRequest
    /// The hits in their order.
    let found: FederatedSearch.Found
    /// How many of them were fetched.
    var position: Int
    /// How long it lives after it was asked for.
    var keepAlive: Duration
    var end: SandboxInstant
    let shards: Int
}
