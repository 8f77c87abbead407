import Synchronization

/// The faults of all systems that are still to come.
package final class FaultList: Sendable {
    private let faults = Mutex<[String: [Fault]]>([:])

    /// Makes a list without faults.
    package init() {}

    /// Sets the faults of a system, in place of those it had.
    package func set(_ list: [Fault], for system: String) {
        faults.withLock { $0[system] = list }
    }

    /// Whether a system's connections are refused.
    package func isRefusing(_ system: String) -> Bool {
        faults.withLock { $0[system, default: []].contains { $0.kind == .refuse } }
    }

    /// Whether no packet gets from one system to another: a partition is set at the one that it names the other for.
    package func isCut(from system: String, to peer: String) -> Bool {
        faults.withLock { $0[system, default: []].contains { $0.kind == .partition(from: peer) } }
    }

    /// Takes the first fault that a request meets; one that is used up is removed.
    package func take(for request: SandboxRequest, at system: String) -> Fault? {
        let line = "\(request.method) \(request.target)"
        return faults.withLock { faults in
            let list = faults[system, default: []]
            guard let index = list.firstIndex(where: { $0.kind.meetsRequests && line.hasPrefix($0.match) }) else {
                return nil
            }
            if list[index].times == 1 {
                faults[system]?.remove(at: index)
            } else {
                faults[system]?[index].times -= 1
            }
            return list[index]
        }
    }
}
