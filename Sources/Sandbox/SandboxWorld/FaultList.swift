import Synchronization

/// The faults of all clusters that are still to come.
package final class FaultList: Sendable {
    private let faults = Mutex<[String: [Fault]]>([:])

    /// Makes a list without faults.
    package init() {}

    /// Sets the faults of a cluster, in place of those it had.
    package func set(_ list: [Fault], for cluster: String) {
        faults.withLock { $0[cluster] = list }
    }

    /// Whether a cluster's connections are refused.
    package func isRefusing(_ cluster: String) -> Bool {
        faults.withLock { $0[cluster, default: []].contains { $0.kind == .refuse } }
    }

    /// Takes the first fault that a request meets; one that is used up is removed.
    package func take(for request: SandboxRequest, at cluster: String) -> Fault? {
        let line = "\(request.method) \(request.target)"
        return faults.withLock { faults in
            let list = faults[cluster, default: []]
            guard let index = list.firstIndex(where: { $0.kind != .refuse && line.hasPrefix($0.match) }) else {
                return nil
            }
            if list[index].times == 1 {
                faults[cluster]?.remove(at: index)
            } else {
                faults[cluster]?[index].times -= 1
            }
            return list[index]
        }
    }
}
