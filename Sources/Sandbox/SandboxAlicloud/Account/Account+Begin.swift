/// What an account has before anybody does anything.
extension Account {
    /// Makes the networks and instances of a description.
    mutating func begin(_ setup: CloudSetup) {
        if setup.isNew { activated = [] }
        var networks: [String: (vpc: Resource, vswitch: Resource)] = [:]
        for place in setup.places where networks[place.region] == nil {
            let range = CloudSetup.range(at: networks.count)
            let id = makeVpc(place.region, range, name: place.name, isReady: true).vpc
            guard let vpc = find("vpc.Vpc", id) else { continue }
            var first: Resource?
            for (number, zone) in CloudRegion.zones(of: place.region).prefix(setup.hasOneZone ? 1 : 2).enumerated() {
                let part = IPv4Range(first: range.first | UInt32(number) << 8, length: 24)
                let vswitch = makeVSwitch(vpc, zone: zone, part, name: "\(place.name)-\(number + 1)", isReady: true)
                first = first ?? find("vpc.VSwitch", vswitch)
            }
            guard let first else { continue }
            networks[place.region] = (vpc, first)
        }
        for instance in setup.instances {
            guard let region = setup.places.first(where: { $0.name == instance.cloud })?.region,
                let network = networks[region]
            else { continue }
            makeInstance(instance, vpc: network.vpc, vswitch: network.vswitch, zones: 1)
        }
    }
}
