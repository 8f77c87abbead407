/// What follows from a topology: who reaches whom, and why not.
package struct Reachability: Sendable, Hashable {
    /// A predicate that does not hold.
    package struct Failure: Sendable, Hashable {
        /// Its identifier, with what it is about: `P2.tr-active:TL`.
        package let id: String
        /// What follows from it.
        package let weight: Predicate.Weight
        /// Why it must hold.
        package let explanation: String
        /// What breaks it, a sentence.
        package let fact: String
    }

    /// What the health check says of a server.
    package enum Health: String, Sendable, Hashable {
        /// It was not examined yet, or there is none.
        case initial = "Initial"
        /// It answers.
        case normal = "Normal"
        /// It does not.
        case unhealthy = "Unhealthy"
        /// Nobody examines it.
        case unavailable = "Unavailable"
    }

    /// What does not hold, in the order of the table.
    package let failures: [Failure]
    /// What the health check comes to, in the end.
    package let health: Health
    /// Why a server is unhealthy: `CONNECT_TIMEOUT` or `CONNECT_FAILED`.
    package let reason: String?
    /// The state of the private connection, in the end.
    package let connection: String

    /// Asks all predicates about a topology.
    package init(_ topology: Topology) {
        let found = Predicate.table.flatMap { predicate in
            predicate.broken(topology).map { name in
                Failure(
                    id: name.isEmpty ? predicate.id : "\(predicate.id):\(name)", weight: predicate.weight,
                    explanation: predicate.explanation, fact: predicate.fact(topology, name))
            }
        }
        failures = Reachability.alongTheWay(found, RouteTrace(topology: topology).breaks)
        (health, reason) = Reachability.health(topology, failures)
        connection = Reachability.connection(topology, failures)
    }

    /// Whether the follower is connected with the leader.
    package var isConnected: Bool { health == .normal && !failures.contains { $0.weight == .path } }

    /// The failures with those of tables in the order in which a packet meets them.
    private static func alongTheWay(_ failures: [Failure], _ breaks: [String]) -> [Failure] {
        guard let first = failures.firstIndex(where: { breaks.contains($0.id) }) else { return failures }
        var rest = failures.filter { !breaks.contains($0.id) }
        rest.insert(contentsOf: breaks.compactMap { id in failures.first { $0.id == id } }, at: first)
        return rest
    }

    private static func health(_ topology: Topology, _ failures: [Failure]) -> (Health, String?) {
        guard let group = topology.group, !group.useful.isEmpty else { return (.initial, nil) }
        if !group.isChecked { return (.unavailable, nil) }
        let isReached = !failures.contains { failure in
            ["P1.", "P2.", "P3.", "P4.", "P5.", "P6.", "P7.", "P11."].contains { failure.id.hasPrefix($0) }
        }
        guard isReached, let leader = topology.leader, let address = leader.address,
            group.useful.contains(where: { $0.address == address })
        else {
            return (.unhealthy, "CONNECT_TIMEOUT")
        }
        // Port 0 means the server's own port, and where any port is forwarded there is none that could be closed.
        if group.checkPort != 0, !leader.ports.contains(group.checkPort) { return (.unhealthy, "CONNECT_FAILED") }
        return (.normal, nil)
    }

    private static func connection(_ topology: Topology, _ failures: [Failure]) -> String {
        guard let link = topology.link else { return "Disconnected" }
        if link.service == nil { return "ServiceDeleted" }
        let isBroken = failures.contains { $0.id.hasPrefix("P12.") || $0.id.hasPrefix("P13.") }
        return isBroken ? "Disconnected" : "Connected"
    }
}
