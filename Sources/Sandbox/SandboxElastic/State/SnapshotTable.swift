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

    /// The repository of a name, whose list of snapshots is read.
    func readable(_ name: String, _ profile: Profile) throws(ElasticError) -> Repository {
        let repository = try repository(name)
        if let missing = missingFolder(of: repository, profile) {
            throw ElasticError(
                "repository_exception", "[\(name)] Could not determine repository generation from root blobs",
                status: 500, cause: missing)
        }
        return repository
    }

    /// Checks that a repository can be used, and makes the folder of one that may be written to.
    func verify(_ name: String, _ profile: Profile) throws(ElasticError) {
        let repository = try repository(name)
        if let missing = missingFolder(of: repository, profile) {
            throw ElasticError(
                "repository_verification_exception", "[\(name)] path  is not accessible on master node", status: 500,
                cause: missing)
        }
        if !repository.isReadOnly { store.makeFolder(repository.location) }
    }

    /// What a server says of the folder of a read-only repository that nobody has made; nil where it is there.
    private func missingFolder(of repository: Repository, _ profile: Profile) -> ElasticError? {
        guard profile.has(.readOnlyFoldersExist), repository.isReadOnly, repository.type == "fs",
            !repository.isForeign, !store.hasFolder(repository.location)
        else { return nil }
        return ElasticError("no_such_file_exception", "/repositories/\(repository.location)", status: 500)
    }

    /// The snapshots this cluster sees in a repository: finished ones, and the one that it is making itself.
    func all(in repository: Repository, _ call: Call) -> [Snapshot] {
        store.snapshots(at: repository.location).filter {
            $0.isDone(at: call.now) || $0.cluster == call.system.name
        }
    }
}
