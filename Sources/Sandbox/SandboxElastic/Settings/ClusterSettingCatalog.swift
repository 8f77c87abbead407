/// The settings that a cluster of one version may have.
struct ClusterSettingCatalog: Sendable {
    /// The names that may be changed while the cluster runs.
    let dynamic: Set<String>
    /// Beginnings of names that may be changed, for settings with a part of the user's own.
    let dynamicPrefixes: [String]
    /// The names or beginnings of names that only a node's file may hold.
    let fixed: Set<String>
    /// The last parts of `cluster.remote.ALIAS.*`.
    let remote: Set<String>

    /// The settings of another version: with these more, and without those.
    func changed(
        dynamic added: String = "", fixed: String = "", remote: Set<String> = [], removing removed: Set<String> = []
    ) -> ClusterSettingCatalog {
        func names(_ text: String) -> Set<String> { Set(text.split(whereSeparator: \.isWhitespace).map(String.init)) }
        return ClusterSettingCatalog(
            dynamic: dynamic.union(names(added)).subtracting(removed), dynamicPrefixes: dynamicPrefixes,
            fixed: self.fixed.union(names(fixed)).subtracting(removed), remote: self.remote.union(remote))
    }

    /// The settings of nodes by names that were replaced in 6.5.
    static let oldRemote: Set<String> = [
        "search.remote.connect", "search.remote.connections_per_cluster", "search.remote.initial_connect_timeout",
        "search.remote.node.attr",
    ]

    /// Whether a setting can be changed; nil when there is no such setting.
    func isDynamic(_ name: String) -> Bool? {
        if dynamic.contains(name) || dynamicPrefixes.contains(where: name.hasPrefix) { return true }
        if let remoteName = RemoteSettingName(name), remote.contains(remoteName.property) { return true }
        let family = name.split(separator: ".").first.map { "\($0)." } ?? ""
        return fixed.contains(name) || fixed.contains(family) ? false : nil
    }
}

/// A name `cluster.remote.ALIAS.PROPERTY`.
struct RemoteSettingName: Hashable {
    let alias: String
    let property: String

    init?(_ name: String) {
        let parts = name.split(separator: ".", maxSplits: 3)
        guard parts.count == 4, parts[0] == "cluster", parts[1] == "remote",
            parts[2].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else { return nil }
        alias = String(parts[2])
        property = String(parts[3])
    }
}
