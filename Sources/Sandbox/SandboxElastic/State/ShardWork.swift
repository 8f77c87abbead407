internal import SandboxWorld

/// Shards that are worked on one after the other, some at the same time: a snapshot's or a restore's.
///
/// It is a plan that was made when the work began; who looks compares it with the time.
struct ShardWork: Sendable {
    /// How far a shard is.
    enum Stage: Sendable, Hashable {
        case waiting
        /// The share that is done, from 0 to below 1.
        case running(Double)
        case done
    }

    let start: SandboxInstant
    let shards: Int
    /// Somebody waits for it: nothing waits here, so it is done.
    private(set) var isHurried = false

    /// As many as a server's thread pool takes.
    private static let lanes = 5
    static let millisecondsPerShard = 20

    init(start: SandboxInstant, shards: Int) {
        self.start = start
        self.shards = shards
    }

    /// When the last shard and what comes after it are done, unless somebody waits for it.
    var end: SandboxInstant {
        let rounds = (shards + ShardWork.lanes - 1) / ShardWork.lanes
        return start + .milliseconds((rounds + 1) * ShardWork.millisecondsPerShard)
    }

    func isDone(at now: SandboxInstant) -> Bool { isHurried || end <= now }

    /// When a shard begins; it takes `millisecondsPerShard`.
    func start(of shard: Int) -> SandboxInstant {
        start + .milliseconds(shard / ShardWork.lanes * ShardWork.millisecondsPerShard)
    }

    func stage(of shard: Int, at now: SandboxInstant) -> Stage {
        let begin = start(of: shard)
        if isHurried || begin + .milliseconds(ShardWork.millisecondsPerShard) <= now { return .done }
        if now < begin { return .waiting }
        let passed = now.milliseconds - begin.milliseconds
        return .running(Double(passed) / Double(ShardWork.millisecondsPerShard))
    }

    /// Ends the work at once.
    mutating func hurry() { isHurried = true }
}
