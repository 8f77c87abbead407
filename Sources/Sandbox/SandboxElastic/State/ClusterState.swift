internal import OrderedJSON
internal import SandboxWorld

/// All that one cluster knows, in parts that know nothing of each other.
struct ClusterState: Sendable {
    let uuid: String
    let nodeID: String
    /// Counts the requests that may have changed something.
    var version = 1
    var indices = IndexTable()
    var settings = ClusterSettings()
    var remotes = RemoteTable()
    var snapshots: SnapshotTable
    var follows = FollowTable()
    var tasks = TaskTable()
    var templates = TemplateTable()
    var scrolls = ScrollTable()
    /// Scripts that were stored under a name.
    var scripts: [String: JSON] = [:]
    /// Who may do what; nil where everybody may do everything.
    var security: SecurityState?
    /// API keys of a cluster that asks for no user.
    var keys: [String: ApiKey] = [:]

    /// What `index.version.created` of an index holds that the server makes for itself.
    let versionCreated: String

    init(uuid: String, nodeID: String, versionCreated: String, store: SnapshotStore) {
        self.versionCreated = versionCreated
        self.uuid = uuid
        self.nodeID = nodeID
        snapshots = SnapshotTable(store: store)
    }

    /// Lets happen what the time has brought: refreshes that are due.
    mutating func advance(to now: SandboxInstant) {
        indices.advance(to: now)
        scrolls.advance(to: now)
        advanceTasks(to: now)
    }

    /// Removes an index, and what is known of it elsewhere.
    mutating func remove(_ index: String) {
        indices[index] = nil
        follows.followings[index] = nil
        if follows.plugin.removeValue(forKey: index) != nil { follows.strays.insert(index) }
    }

    /// Whether a snapshot is being made in a repository, or an index is being restored from it.
    func isInUse(_ repository: String, _ call: Call) -> Bool {
        snapshots.store.running(in: call.system.name, at: call.now)?.repository == repository
            || indices.values.contains { $0.recovery.isRunning(from: repository, at: call.now) }
    }
}
