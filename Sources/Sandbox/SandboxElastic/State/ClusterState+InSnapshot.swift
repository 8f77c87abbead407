internal import SandboxWorld

extension ClusterState {
    /// - Throws: The server's error when one of the indices is in a snapshot that is being made.
    func refuseInSnapshot(_ action: String, _ indices: [Index], _ call: Call) throws(ElasticError) {
        let held = snapshots.store.running(in: call.system.name, at: call.now)?.parts.map(\.index.uuid) ?? []
        let refused = indices.filter { held.contains($0.uuid) }
        if refused.isEmpty { return }
        throw ElasticError(
            "snapshot_in_progress_exception",
            "Cannot \(action) indices that are being snapshotted: \(refused.errorList). Try again after snapshot "
                + "finishes or cancel the currently running snapshot.")
    }
}
