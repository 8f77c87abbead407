import AlicloudContract
package import SandboxWorld

/// Clouds: each the endpoint of one region of the account that all of a sandbox share.
package struct AlicloudFamily: SystemFamily {
    /// Makes the family.
    package init() {}

    /// The kind of target.
    package let kind = "alicloud"
    /// The member of the announcement.
    package let group = "clouds"
    /// A cloud by its name and region.
    package let option = SystemOption(
        "cloud", form: "NAME=REGION", help: "emulate a cloud in this region", profiles: "regions")
    /// What clouds can be told.
    package let settings = [
        (name: "one-zone", help: "create a subnet in one zone in each cloud's network"),
        (name: "new-account", help: "start with inactive paid services in the clouds"),
        (name: "allow-nonce-reuse", help: "let clouds accept a nonce again, to replay requests"),
    ]
    /// The regions.
    package var profiles: [SystemProfile] { CloudRegion.names.map { SystemProfile(name: $0, version: "1") } }
    /// Two clouds are in two regions.
    package let givesEachItsOwnProfile = true

    /// A cloud in the region that the profile is.
    package func system(named name: String, profile: String, index: Int) -> SandboxSystem {
        SandboxSystem(
            name: name, kind: kind, profile: profile,
            properties: [
                SandboxSystem.Property("region", profile), SandboxSystem.Property("access_key_id", SandboxKey.id),
                SandboxSystem.Property("access_key_secret", SandboxKey.secret),
            ])
    }

    /// The endpoint of a region; the account is made with the first one.
    package func makeEmulator(of system: SandboxSystem, in world: SandboxWorld) -> any Emulator {
        CloudEndpoint(
            cloud: world.shared { Cloud(CloudSetup(world), now: world.clock.now, seed: 1) }, region: system.profile,
            world: world)
    }

    /// The region, and one address for all products; the handler knows the sandbox's key.
    package func environment(of system: SandboxSystem, url: String) -> [SandboxSystem.Property] {
        [
            SandboxSystem.Property("region", system.profile),
            SandboxSystem.Property("endpoints", "{ default: \"\(url)\" }"),
        ]
    }

    /// The systems, those of a cloud with an address in its network.
    ///
    /// - Parameter wanted: The cloud that a system is to be in; where there is one cloud only, all systems are in it.
    package static func placed(_ systems: [SandboxSystem], _ wanted: (String) -> String?) -> [SandboxSystem] {
        let clouds = systems.filter { $0.kind == "alicloud" }
        var counts: [String: Int] = [:]
        return systems.map { system in
            guard system.kind == "elasticsearch", let inside = system.property("private_ip"),
                let name = wanted(system.name) ?? (clouds.count == 1 ? clouds.first?.name : nil),
                let cloud = clouds.first(where: { $0.name == name })
            else { return system }
            let number = counts[cloud.profile, default: 0]
            counts[cloud.profile] = number + 1
            let regions = clouds.reduce(into: [String]()) { if !$0.contains($1.profile) { $0.append($1.profile) } }
            let range = CloudSetup.range(at: regions.firstIndex(of: cloud.profile) ?? 0)
            let address = IPv4Range.text(range.first + 10 + UInt32(number))
            return SandboxSystem(
                name: system.name, kind: system.kind, profile: system.profile,
                addresses: system.addresses.map {
                    $0.host == inside ? SystemAddress(host: address, port: $0.port) : $0
                },
                properties: system.properties.map {
                    $0.name == "private_ip" ? SandboxSystem.Property("private_ip", address) : $0
                } + [SandboxSystem.Property("cloud", name)])
        }
    }
}

extension CloudSetup {
    /// The clouds of a world, and its clusters as their instances.
    init(_ world: SandboxWorld) {
        self.init(
            places: world.systems.filter { $0.kind == "alicloud" }.map { Place(name: $0.name, region: $0.profile) },
            instances: world.systems.compactMap { system in
                guard let cloud = system.property("cloud"), let id = system.property("instance"),
                    let address = system.property("private_ip")
                else { return nil }
                // The cloud offers the first release of a line; other profiles say which release they are.
                let isLine = system.profile.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
                let version = isLine ? "\(system.profile).0" : system.property("version") ?? system.profile
                return InstanceSetup(id: id, cloud: cloud, version: version, address: address)
            }, hasOneZone: world.settings.contains("one-zone"), isNew: world.settings.contains("new-account"),
            keys: [AccessKey(id: SandboxKey.id, secret: SandboxKey.secret)]
                + world.keyPairs.map { AccessKey(id: $0.id, secret: $0.secret) },
            allowsNonceReuse: world.settings.contains("allow-nonce-reuse"),
            // Nobody waits for minutes before a sandbox that goes as the machine's clock does.
            speed: world.clock.kind == .real ? 20 : 1)
    }
}
