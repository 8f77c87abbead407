internal import SandboxWorld

/// Where the shards of an index have their data from, and how far they are.
struct Recovery: Sendable {
    enum Source: Sendable {
        case emptyStore
        case existingStore
        case snapshot(repository: String, snapshot: String, index: String, uuid: String, version: String)
    }

    let source: Source
    private(set) var work: ShardWork
    /// The number of the index's first shard in the work.
    let firstShard: Int
    /// What each shard takes over.
    let files: [ShardFiles]

    init(source: Source, work: ShardWork, firstShard: Int, files: [ShardFiles]) {
        self.source = source
        self.work = work
        self.firstShard = firstShard
        self.files = files
    }

    /// A recovery from what is there, which takes no time worth telling.
    static func immediate(_ source: Source, files: [ShardFiles], at now: SandboxInstant) -> Recovery {
        var work = ShardWork(start: now, shards: files.count)
        work.hurry()
        return Recovery(source: source, work: work, firstShard: 0, files: files)
    }

    func stage(of shard: Int, at now: SandboxInstant) -> ShardWork.Stage { work.stage(of: firstShard + shard, at: now) }

    func isDone(_ shard: Int, at now: SandboxInstant) -> Bool { stage(of: shard, at: now) == .done }

    /// Whether all shards are done.
    func isDone(at now: SandboxInstant) -> Bool { files.indices.allSatisfy { isDone($0, at: now) } }

    /// Whether shards are being restored from a repository.
    func isRunning(from repository: String, at now: SandboxInstant) -> Bool {
        guard case .snapshot(repository, _, _, _, _) = source else { return false }
        return !isDone(at: now)
    }

    /// Ends it at once, since somebody waits for it.
    mutating func hurry() { work.hurry() }
}

extension Index {
    /// The number of documents that searches see.
    func visibleCount(at now: SandboxInstant) -> Int {
        isUnallocated ? 0 : zip(shards.indices, shards).map { recovery.isDone($0, at: now) ? $1.count : 0 }.reduce(0, +)
    }

    /// How many of its primary shards are active.
    func startedShards(at now: SandboxInstant) -> Int {
        if isUnallocated { return 0 }
        return recovery.isDone(at: now) ? shardCount : (0..<shardCount).count { recovery.isDone($0, at: now) }
    }

    /// Why a replica has no node: what the index has last come from.
    var unassignedReason: String {
        switch recovery.source {
        case .emptyStore: "INDEX_CREATED"
        case .existingStore: "INDEX_REOPENED"
        case .snapshot: "NEW_INDEX_RESTORED"
        }
    }
}
