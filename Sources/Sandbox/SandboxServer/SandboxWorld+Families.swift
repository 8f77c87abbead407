import SandboxAlicloud
package import SandboxWorld

extension SandboxWorld {
    /// Makes a world of systems of the known families; a kind that no family has is omitted.
    ///
    /// - Parameters:
    ///   - settings: The settings that families get.
    ///   - keyPairs: The key pairs that systems accept besides their own.
    package convenience init(
        clock: SandboxClock, seed: UInt64, wanted: [WantedSystem], settings: Set<String> = [],
        keyPairs: [SandboxKeyPair] = []
    ) {
        let systems = wanted.enumerated().compactMap { index, system in
            SystemFamilies.of(system.kind)?.system(named: system.name, profile: system.profile, index: index)
        }
        let clouds = Dictionary(wanted.map { ($0.name, $0.cloud) }) { first, _ in first }
        let secured = Set(wanted.filter(\.isSecure).map(\.name))
        let placed = AlicloudFamily.placed(systems) { clouds[$0] ?? nil }.map { system in
            guard secured.contains(system.name), SystemFamilies.of(system.kind)?.hasSecurity == true else {
                return system
            }
            var system = system
            system.access = SandboxAccess(user: "sandbox", password: RandomText.hexadecimal())
            return system
        }
        self.init(clock: clock, seed: seed, systems: placed, settings: settings, keyPairs: keyPairs) { system, world in
            SystemFamilies.of(system.kind)?.makeEmulator(of: system, in: world) ?? Nothing()
        }
    }
}

/// What answers for a system that nobody emulates.
private struct Nothing: Emulator {
    func respond(to request: SandboxRequest) -> SandboxResponse { SandboxResponse(status: 503, isEmulated: false) }
}
