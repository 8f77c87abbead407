internal import SandboxWorld

/// An index: its settings, its mapping and its documents.
struct Index: Sendable {
    private(set) var name: String
    private(set) var uuid: String
    private(set) var settings: SettingsMap
    var mapping = Mapping()
    /// Other names, with what they stand for.
    var aliases: [String: Alias] = [:]
    /// Numbers of its settings and its aliases, which begin at 1 and grow with each change.
    private(set) var settingsVersion = 1
    private(set) var aliasesVersion = 1
    private(set) var shards: [Shard]
    let shardCount: Int
    private(set) var isOpen = true
    /// The number of slots that documents are spread over, which shards can be split into.
    let routingShards: Int
    /// Whether its shards wait until shards may be allocated to nodes.
    var isUnallocated = false
    /// Raised whenever the primary shards start again.
    private(set) var primaryTerm = 1
    /// Where its shards have their data from.
    private(set) var recovery: Recovery
    /// When the next refresh makes written documents visible; nil when there is nothing to make visible.
    private(set) var refreshDue: SandboxInstant?

    /// Makes an empty index.
    ///
    /// - Parameter routingShards: The number of slots; nil for what versions from 7.0 on choose.
    init(name: String, uuid: String, settings: SettingsMap, routingShards: Int? = nil, at now: SandboxInstant) {
        self.name = name
        self.uuid = uuid
        self.settings = settings
        self.settings.expandReplicas()
        let count = max(settings.text("index.number_of_shards").flatMap(Int.init) ?? 1, 1)
        shardCount = count
        let wanted = settings.text("index.number_of_routing_shards").flatMap { Int($0) } ?? routingShards
        let fits = wanted.map { $0 >= count && $0 % count == 0 } == true
        self.routingShards = fits ? wanted ?? count : Index.routingShards(for: count)
        shards = (0..<count).map { _ in Shard() }
        recovery = .immediate(.emptyStore, files: shards.map { _ in ShardFiles() }, at: now)
    }

    /// The index as a restore brings it back: open, under a name of its own.
    func restored(as name: String, uuid: String, settings: SettingsMap, primaryTerm: Int) -> Index {
        var index = self
        index.name = name
        index.uuid = uuid
        index.settings = settings
        index.settings.expandReplicas()
        index.primaryTerm = primaryTerm
        index.isOpen = true
        return index
    }

    /// Begins to take data over from elsewhere.
    mutating func begin(_ recovery: Recovery) { self.recovery = recovery }

    /// Ends what its shards are waiting for, since somebody waits for them.
    mutating func hurryRecovery() { recovery.hurry() }

    /// Lets its shards start, which had to wait.
    mutating func allocate(at now: SandboxInstant) {
        isUnallocated = false
        recovery = .immediate(.emptyStore, files: shards.map { _ in ShardFiles() }, at: now)
    }

    /// The index without its documents: who holds this makes no write copy them.
    var withoutDocuments: Index {
        var index = self
        index.shards = []
        return index
    }

    var replicas: Int { settings.text("index.number_of_replicas").flatMap(Int.init) ?? 1 }

    /// Whether a block such as `write` is set.
    func isBlocked(_ block: String) -> Bool { settings.text("index.blocks.\(block)") == "true" }

    /// Gives it other aliases.
    mutating func change(aliases new: [String: Alias]) {
        if aliases == new { return }
        aliases = new
        aliasesVersion += 1
    }

    mutating func update(_ changes: SettingsMap) {
        let old = settings
        defer { if settings != old { settingsVersion += 1 } }
        settings.apply(changes)
        if settings["index.number_of_replicas"] == nil { settings["index.number_of_replicas"] = .text("1") }
        settings.expandReplicas()
        if changes["index.refresh_interval"] != nil, refreshDue != nil { refresh() }
    }

    /// Whether its shards are there though it is closed.
    private(set) var keepsShards = false

    /// Whether its shards are there.
    var hasShards: Bool { isOpen || keepsShards }

    /// Closes it.
    ///
    /// - Parameter now: When its shards start again, in versions that keep them; nil in others.
    mutating func close(at now: SandboxInstant?) {
        guard isOpen else { return }
        isOpen = false
        refresh()
        guard let now else { return }
        keepsShards = true
        primaryTerm += 1
        settings["index.verified_before_close"] = .text("true")
        recovery = .immediate(.existingStore, files: shards.map(\.files), at: now)
    }

    mutating func open(at now: SandboxInstant) {
        guard !isOpen else { return }
        isOpen = true
        keepsShards = false
        settings["index.verified_before_close"] = nil
        primaryTerm += 1
        recovery = .immediate(.existingStore, files: shards.map(\.files), at: now)
    }

    /// Makes all documents visible to searches.
    mutating func refresh() {
        for number in shards.indices { shards[number].refresh() }
        refreshDue = nil
    }

    /// Makes the documents of one shard visible to searches.
    mutating func refreshShard(_ number: Int) { shards[number].refresh() }

    /// The number of the shard that holds a document.
    func shardNumber(for routing: String) -> Int {
        // Java's floorMod; the number of routing shards is a multiple of the number of shards.
        let hash = Int(Murmur3.hash(routing))
        let slot = ((hash % routingShards) + routingShards) % routingShards
        return slot / (routingShards / shardCount)
    }

    /// The number of slots that shards can be split into, as 7.0 chooses it: at most 1024, doubling.
    private static func routingShards(for shards: Int) -> Int {
        var count = shards
        while count * 2 <= 1024 { count *= 2 }
        return count
    }

    /// Writes to a shard; what is written is visible after the next refresh.
    mutating func write<Result>(toShard number: Int, at now: SandboxInstant, _ body: (inout Shard) -> Result) -> Result
    {
        let interval = TimeValue.milliseconds(settings.text("index.refresh_interval") ?? "1s") ?? 1000
        // A write waits until its shard has started.
        recovery.hurry()
        if refreshDue == nil, interval >= 0 { refreshDue = now + .milliseconds(interval) }
        return body(&shards[number])
    }
}

extension SettingsMap {
    /// Follows `auto_expand_replicas`: with one node a range that begins at 0 means no replicas, others cannot be met.
    fileprivate mutating func expandReplicas() {
        if text("index.auto_expand_replicas")?.hasPrefix("0-") == true {
            self["index.number_of_replicas"] = .text("0")
        }
    }
}
