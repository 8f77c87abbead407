package import SandboxWorld

extension SandboxWorld {
    /// Makes a world of systems of the known families; a kind that no family has is left out.
    package convenience init(
        clock: SandboxClock, seed: UInt64, wanted: [(name: String, kind: String, profile: String)]
    ) {
        let systems = wanted.enumerated().compactMap { index, system in
            SystemFamilies.of(system.kind)?.system(named: system.name, profile: system.profile, index: index)
        }
        self.init(clock: clock, seed: seed, systems: systems) { system, world in
            SystemFamilies.of(system.kind)?.makeEmulator(of: system, in: world) ?? Nothing()
        }
    }
}

/// What answers for a system that nobody emulates.
private struct Nothing: Emulator {
    func respond(to request: SandboxRequest) -> SandboxResponse { SandboxResponse(status: 503, isEmulated: false) }
}
