/// The versions that have something: from one on, or before another.
struct VersionSpan: Sendable, Hashable {
    var since: Version?
    var until: Version?

    /// All versions.
    static let always = VersionSpan()

    func contains(_ version: Version) -> Bool {
        if let since, version < since { return false }
        if let until, version >= until { return false }
        return true
    }
}
