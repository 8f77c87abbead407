package import SandboxWorld

/// Clusters of Elasticsearch.
package struct ElasticFamily: SystemFamily {
    /// Makes the family.
    package init() {}

    /// The kind of target.
    package let kind = "elasticsearch"
    /// A cluster by its name and profile.
    package let option = SystemOption(
        "cluster", form: "NAME=PROFILE", help: "emulate a cluster with this profile", profiles: "profiles")
    /// The member of the announcement.
    package let group = "clusters"
    /// Kibana's console can be before a cluster.
    package let hasConsole = true
    /// Users can be asked for.
    package let hasSecurity = true
    /// Whether any repository of snapshots is kept in memory.
    static let anyRepository = "any-repository"
    /// What a sandbox can be told of its clusters.
    package let settings = [
        (name: anyRepository, help: "keep snapshot repositories of any type in the memory of the sandbox")
    ]
    /// The versions that are emulated: the one that is taken where nothing is said, and then the oldest first.
    package var profiles: [SystemProfile] {
        Profile.all.map { SystemProfile(name: $0.name, version: $0.build.number, flavors: $0.flavors) }
    }

    /// A cluster at a transport address of its own, and at port 9300 of a private network.
    package func system(named name: String, profile: String, index: Int) -> SandboxSystem {
        let transport = SystemAddress(host: "127.0.0.1", port: 19300 + index)
        let inside = "10.\(index + 1).0.10"
        return SandboxSystem(
            name: name, kind: kind, profile: profile,
            addresses: [transport, SystemAddress(host: inside, port: 9300)],
            properties: [
                SandboxSystem.Property("instance", "es-cn-" + name.map { $0 == "_" ? "-" : String($0) }.joined()),
                SandboxSystem.Property("transport", transport.description),
                SandboxSystem.Property("private_ip", inside),
                SandboxSystem.Property("version", (Profile.named(profile) ?? Profile.first).build.number),
            ])
    }

    /// The cluster's emulator; a profile that nobody knows means the first.
    package func makeEmulator(of system: SandboxSystem, in world: SandboxWorld) -> any Emulator {
        ElasticCluster(system, profile: Profile.named(system.profile) ?? Profile.first, world: world)
    }
}
