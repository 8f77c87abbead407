import Synchronization

/// The faults of all systems that are still to come.
package final class FaultList: Sendable {
    private let faults = Mutex<[String: [Fault]]>([:])

    /// Makes a list without faults.
    package init() {}

    /// Sets the faults of a system, instead of those it had.
    package func set(_ list: [Fault], for system: String) {
        faults.withLock { $0[system] = list }
    }

    /// Whether a system's connections are refused.
    package func isRefusing(_ system: String) -> Bool {
        faults.withLock { $0[system, default: []].contains { $0.kind == .refuse } }
    }

    /// Whether two systems cannot talk to each other: one of them has a partition from the other one.
    ///
    /// A connection needs packets in both directions, so it does not matter whose packets are lost.
    package func isCut(from system: String, to peer: String) -> Bool {
        faults.withLock { faults in
            faults[system, default: []].contains { $0.kind == .partition(from: peer) }
                || faults[peer, default: []].contains { $0.kind == .partition(from: system) }
        }
    }

    /// Takes the first fault that a request meets; one that is used up is removed.
    package func take(for request: SandboxRequest, at system: String) -> Fault? {
        let line = "\(request.method) \(request.target)"
        return faults.withLock { faults in
            let fitting = faults[system, default: []].indices.filter { index in
                let fault = faults[system, default: []][index]
                return fault.kind.meetsRequests && line.hasPrefix(fault.match)
            }
            // Each that fits and lets some pass first counts the request, up to the one that it meets.
            guard let index = fitting.first(where: { faults[system]?[$0].skip == 0 }) else {
                for index in fitting { faults[system]?[index].skip -= 1 }
                return nil
            }
            for earlier in fitting.prefix(while: { $0 != index }) { faults[system]?[earlier].skip -= 1 }
            let list = faults[system, default: []]
            if list[index].times == 1 {
                faults[system]?.remove(at: index)
            } else {
                faults[system]?[index].times -= 1
            }
            return list[index]
        }
    }
}
