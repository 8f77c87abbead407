import Synchronization

/// What all systems of a sandbox share: the clock, chance, who is where and who reaches whom.
///
/// It lives as long as its process; it and its emulators hold each other.
package final class SandboxWorld: Sendable {
    /// The clock of all systems.
    package let clock: SandboxClock
    /// The systems, in the order they were asked for.
    package let systems: [SandboxSystem]

    /// The settings that families got when the sandbox was started, such as `one-zone`.
    package let settings: Set<String>
    /// The key pairs that systems accept besides their own.
    package let keyPairs: [SandboxKeyPair]

    /// What goes wrong on purpose.
    package let faults = FaultList()
    /// What the systems were asked.
    package let log = RequestLog()

    private let emulators: Mutex<[String: any Emulator]>
    private let random: Mutex<SeededGenerator>
    private let turn = Mutex(())
    private let ports = Mutex<[SystemAddress: SystemAddress]>([:])
    private let shares = Mutex<[ObjectIdentifier: any Sendable]>([:])

    /// Makes a world and its emulators.
    ///
    /// - Parameters:
    ///   - clock: The clock of all clusters.
    ///   - seed: What all generated identifiers follow from.
    ///   - systems: The systems; their names differ.
    ///   - settings: The settings that families get.
    ///   - keyPairs: The key pairs that systems accept besides their own.
    ///   - makeEmulator: Makes the emulator of one system. It may keep the world, and find peers in it once requests
    ///     come, not before.
    package init(
        clock: SandboxClock,
        seed: UInt64,
        systems: [SandboxSystem],
        settings: Set<String> = [],
        keyPairs: [SandboxKeyPair] = [],
        makeEmulator: (SandboxSystem, SandboxWorld) -> any Emulator
    ) {
        self.clock = clock
        self.systems = systems
        self.settings = settings
        self.keyPairs = keyPairs
        self.emulators = Mutex([:])
        self.random = Mutex(SeededGenerator(seed: seed))
        for system in systems {
            let emulator = makeEmulator(system, self)
            emulators.withLock { $0[system.name] = emulator }
        }
    }

    /// Lets a system answer, one request of the whole world at a time; nil when there is no such system.
    package func respond(to request: SandboxRequest, at system: String) -> SandboxResponse? {
        let all = emulators.withLock { $0 }
        guard let emulator = all[system] else { return nil }
        return turn.withLock { _ in
            catchUp(all)
            return emulator.respond(to: request)
        }
    }

    /// Lets all systems take over what time and peers have brought, before what joins them changes.
    package func catchUp() {
        let all = emulators.withLock { $0 }
        turn.withLock { _ in catchUp(all) }
    }

    private func catchUp(_ all: [String: any Emulator]) {
        let now = clock.now
        // A chain of systems needs a round for each of its links.
        for _ in systems where !systems.filter({ all[$0.name]?.catchUp(to: now) == true }).isEmpty {}
    }

    /// The system and emulator that a logical address means, when a system reaches it; nil when nobody is there or no
    /// packet gets through.
    package func peer(
        at address: SystemAddress, from system: String
    ) -> (system: SandboxSystem, emulator: any Emulator)? {
        let all = emulators.withLock { $0 }
        guard let target = destination(of: address, from: system, all), let peer = self.system(at: target),
            !faults.isCut(from: system, to: peer.name), let emulator = all[peer.name]
        else { return nil }
        return (peer, emulator)
    }

    /// Checks that the systems that faults name are there.
    ///
    /// - Throws: `Fault.UnknownPeer` for a partition from a system that is not there, or from the system itself.
    package func checkPeers(of list: [Fault], at place: String) throws(Fault.UnknownPeer) {
        let others = systems.map(\.name).filter { $0 != place }
        for fault in list {
            guard case .partition(let peer) = fault.kind, !others.contains(peer) else { continue }
            throw Fault.UnknownPeer(name: peer, others: others)
        }
    }

    /// The networks, each once, whichever of its systems was asked.
    ///
    /// - Parameter connections: What systems have set up to reach others.
    package func pictures(_ connections: [PictureConnection]) -> [NetworkPicture] {
        let all = emulators.withLock { $0 }
        return turn.withLock { _ in
            catchUp(all)
            return systems.compactMap { (all[$0.name] as? any Network)?.picture(connections) }
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// Says at which port of this machine a system answers.
    package func opened(port: Int, of system: String) {
        guard let inside = systems.first(where: { $0.name == system })?.addresses.first else { return }
        ports.withLock { $0[SystemAddress(host: "127.0.0.1", port: port)] = inside }
    }

    /// The logical address of the system that answers at an address of this machine; nil when none does.
    package func httpAddress(_ address: SystemAddress) -> SystemAddress? {
        let host = address.host == "localhost" ? "127.0.0.1" : address.host
        return ports.withLock { $0[SystemAddress(host: host, port: address.port)] }
    }

    /// Where a packet arrives: where the first network that knows the way says, else at the address itself.
    private func destination(
        of address: SystemAddress, from system: String, _ all: [String: any Emulator]
    ) -> SystemAddress? {
        for network in systems.compactMap({ all[$0.name] as? any Network }) {
            switch network.route(from: system, to: address) {
            case .delivered(let target): return target
            case .dropped: return nil
            case .unknown: continue
            }
        }
        return address
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

    private func system(at address: SystemAddress) -> SandboxSystem? {
        let host = address.host == "localhost" ? "127.0.0.1" : address.host
        return systems.first { $0.addresses.contains(SystemAddress(host: host, port: address.port)) }
    }
}
