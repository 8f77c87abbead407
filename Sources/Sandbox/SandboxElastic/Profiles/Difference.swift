/// Something in which versions differ, by the name that the code asks for.
struct Difference: Sendable {
    /// The versions that have it.
    let span: VersionSpan

    private init(since: Version? = nil, until: Version? = nil) { span = VersionSpan(since: since, until: until) }

    /// An index has five shards where nothing is said.
    static let fiveShards = Difference(until: "7.0")
}
