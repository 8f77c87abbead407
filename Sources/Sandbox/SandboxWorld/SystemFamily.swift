/// A family of systems that a sandbox can be made of, such as the clusters of one product.
///
/// A new family is a folder of its own and a line in the list of families (`SystemFamilies` of SandboxServer).
package protocol SystemFamily: Sendable {
    /// The kind of targets that its systems are.
    var kind: String { get }
    /// The member of the sandbox's announcement that holds its systems.
    var group: String { get }
    /// The option of `runbook sandbox` that asks for one of its systems, and what it says of it.
    var option: SystemOption { get }
    /// What its systems can be told when the sandbox is started, each with its meaning.
    var settings: [(name: String, help: String)] { get }
    /// The profiles it knows; the first is taken where nothing is said.
    var profiles: [SystemProfile] { get }
    /// Whether systems for which no profile is required get one each, as long as there are some.
    var givesEachItsOwnProfile: Bool { get }
    /// Whether a console proxy can be before one of its systems.
    var hasConsole: Bool { get }
    /// Whether its systems can ask for a user, over HTTPS.
    var hasSecurity: Bool { get }

    /// The system of a name, at a position among all systems of the sandbox, counted from 0 to 199.
    func system(named name: String, profile: String, index: Int) -> SandboxSystem

    /// The emulator of a system. It may keep the world, and find peers in it once requests come, not before.
    func makeEmulator(of system: SandboxSystem, in world: SandboxWorld) -> any Emulator

    /// The lines of a target in an environment file, behind its kind.
    func environment(of system: SandboxSystem, url: String) -> [SandboxSystem.Property]
}

extension SystemFamily {
    /// Nothing.
    package var settings: [(name: String, help: String)] { [] }

    /// The first for all.
    package var givesEachItsOwnProfile: Bool { false }

    /// No console.
    package var hasConsole: Bool { false }

    /// None.
    package var hasSecurity: Bool { false }

    /// The URL, and what is said of the system.
    package func environment(of system: SandboxSystem, url: String) -> [SandboxSystem.Property] {
        [SandboxSystem.Property("url", url)] + system.properties
    }
}
