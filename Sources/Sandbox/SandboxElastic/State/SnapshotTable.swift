internal import SandboxWorld

/// The repositories of a cluster.
struct SnapshotTable: Sendable {
    /// Repositories by name.
    var repositories: [String: Repository] = [:]
    /// The folders behind the repositories, which all clusters of the sandbox share.
    let store: SnapshotStore

    init(store: SnapshotStore) { self.store = store }

    /// The repository of a name.
    func repository(_ name: String) throws(ElasticError) -> Repository {
        guard let repository = repositories[name] else { throw .repositoryMissing(name) }
        return repository
    }

    /// The snapshots this cluster sees in a repository: finished ones, and the one that it is making itself.
    func all(in repository: Repository, _ call: Call) -> [Snapshot] {
        store.snapshots(at: repository.location).filter {
            $0.isDone(at: call.now) || $0.cluster == call.system.name
        }
    }
}
