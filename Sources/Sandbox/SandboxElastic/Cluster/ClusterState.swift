internal import OrderedJSON
internal import SandboxWorld

/// All that one cluster knows.
struct ClusterState: Sendable {
    let uuid: String
    let nodeID: String
    var indices: [String: Index] = [:]
    /// Counts the requests that may have changed something.
    var version = 1
    var persistent = SettingsMap()
    var transient = SettingsMap()
    /// Connections to remote clusters by alias.
    var remotes: [String: RemoteConnection] = [:]

    /// Repositories of snapshots by name.
    var repositories: [String: Repository] = [:]
    /// The folders behind the repositories, which all clusters of the sandbox share.
    let store: SnapshotStore

    init(uuid: String, nodeID: String, store: SnapshotStore) {
        self.uuid = uuid
        self.nodeID = nodeID
        self.store = store
    }

    /// The text of a cluster setting; transient ones win.
    func setting(_ name: String) -> String? { transient.text(name) ?? persistent.text(name) }

    /// A document as it is now; nil when it is not there.
    func document(_ key: DocumentKey) -> Shard.Entry? { indices[key.index]?.shards[key.shard].document(key.id) }

    /// Changes an index in its place.
    mutating func change<Result>(_ name: String, _ body: (inout Index) -> Result) -> Result? {
        guard indices[name] != nil else { return nil }
        // Taken out and put back, so that its shards are not copied at each write.
        guard var index = indices.removeValue(forKey: name) else { return nil }
        defer { indices[name] = index }
        return body(&index)
    }

    /// Lets happen what the time has brought: refreshes that are due.
    mutating func advance(to now: SandboxInstant) {
        let due = indices.values.compactMap { index in
            index.refreshDue.map { $0 <= now } == true ? index.name : nil
        }
        for name in due { _ = change(name) { $0.refresh() } }
    }
}
