internal import SandboxWorld
internal import Synchronization

/// The folders of a sandbox's repositories: what one cluster puts into a location, the others find there.
///
/// They live in the sandbox's memory only; a location is a name here and never a path of the machine.
final class SnapshotStore: Sendable {
    private let folders = Mutex<[String: [Snapshot]]>([:])

    /// The snapshots of a location, those in progress included, in the order they were begun.
    func snapshots(at location: String) -> [Snapshot] { folders.withLock { $0[location] ?? [] } }

    /// The snapshot that a cluster is making now.
    func running(in cluster: String, at now: SandboxInstant) -> Snapshot? {
        folders.withLock { folders in
            folders.values.lazy.joined().first { $0.cluster == cluster && !$0.isDone(at: now) }
        }
    }

    /// Whether somebody has made a folder: who may write makes it when it is registered.
    func hasFolder(_ location: String) -> Bool { folders.withLock { $0[location] != nil } }

    func makeFolder(_ location: String) {
        folders.withLock { folders in
            if folders[location] == nil { folders[location] = [] }
        }
    }

    func add(_ snapshot: Snapshot, to location: String) {
        folders.withLock { $0[location, default: []].append(snapshot) }
    }

    func remove(_ snapshot: Snapshot, from location: String) {
        folders.withLock { $0[location]?.removeAll { $0.uuid == snapshot.uuid } }
    }
}
