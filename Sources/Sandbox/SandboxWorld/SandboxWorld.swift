import Synchronization

/// What all clusters of a sandbox share: the clock, chance, who is where and who reaches whom.
///
/// It lives as long as its process; it and its emulators hold each other.
package final class SandboxWorld: Sendable {
    /// The clock of all clusters.
    package let clock: SandboxClock
    /// The clusters, in the order they were asked for.
    package let clusters: [SandboxCluster]

    /// What goes wrong on purpose.
    package let faults = FaultList()
    /// What the clusters were asked.
    package let log = RequestLog()

    private let emulators: Mutex<[String: any Emulator]>
    private let random: Mutex<SeededGenerator>
    private let turn = Mutex(())
    private let shares = Mutex<[ObjectIdentifier: any Sendable]>([:])

    /// Makes a world and its emulators.
    ///
    /// - Parameters:
    ///   - clock: The clock of all clusters.
    ///   - seed: What all generated identifiers follow from.
    ///   - clusters: The clusters; their names differ.
    ///   - makeEmulator: Makes the emulator of one cluster. It may keep the world, and find peers in it once requests
    ///     come, not before.
    package init(
        clock: SandboxClock,
        seed: UInt64,
        clusters: [SandboxCluster],
        makeEmulator: (SandboxCluster, SandboxWorld) -> any Emulator
    ) {
        self.clock = clock
        self.clusters = clusters
        self.emulators = Mutex([:])
        self.random = Mutex(SeededGenerator(seed: seed))
        for cluster in clusters {
            let emulator = makeEmulator(cluster, self)
            emulators.withLock { $0[cluster.name] = emulator }
        }
    }

    /// Lets a cluster answer, one request of the whole world at a time; nil when there is no such cluster.
    package func respond(to request: SandboxRequest, at cluster: String) -> SandboxResponse? {
        guard let emulator = emulators.withLock({ $0[cluster] }) else { return nil }
        return turn.withLock { _ in emulator.respond(to: request) }
    }

    /// The cluster and emulator that a transport address means, when `cluster` reaches it; nil when nobody is there or
    /// no packet gets through.
    ///
    /// Cast the emulator to the type you made: `peer(at: seed, from: name)?.emulator as? ElasticEmulator`.
    package func peer(
        at address: ClusterAddress, from cluster: String
    ) -> (cluster: SandboxCluster, emulator: any Emulator)? {
        guard canConnect(from: cluster, to: address), let peer = self.cluster(at: address),
            let emulator = emulators.withLock({ $0[peer.name] })
        else { return nil }
        return (peer, emulator)
    }

    /// Whether packets from a cluster reach a transport address: today they do wherever a cluster of this world is.
    package func canConnect(from cluster: String, to address: ClusterAddress) -> Bool {
        self.cluster(at: address) != nil
    }

    /// A new identifier of URL-safe base64 characters; 22 make one as long as a UUID's.
    package func makeIdentifier(count: Int = 22) -> String {
        random.withLock { $0.identifier(count: count) }
    }

    /// The one value of its type that all emulators share, such as a folder that each of them mounts.
    ///
    /// - Parameter make: Makes it when it is asked for the first time.
    package func shared<Value: Sendable>(_ make: () -> Value) -> Value {
        shares.withLock { shares in
            if let value = shares[ObjectIdentifier(Value.self)] as? Value { return value }
            let value = make()
            shares[ObjectIdentifier(Value.self)] = value
            return value
        }
    }

    private func cluster(at address: ClusterAddress) -> SandboxCluster? {
        clusters.first { cluster in
            switch address.host {
            case "127.0.0.1", "localhost": address.port == cluster.transport.port
            case cluster.privateIP: address.port == 9300
            default: false
            }
        }
    }
}
