import AlicloudContract
import OrderedJSON

/// Addresses of subnets: which are taken, and by whom.
extension Account {
    /// The addresses of a subnet that something has.
    func taken(in vswitch: String) -> Set<UInt32> {
        var taken: Set<UInt32> = []
        for kind in ["cbn.TransitRouterVpcAttachment", "nlb.LoadBalancer", "privatelink.VpcEndpoint"] {
            for resource in all(kind) {
                for zone in resource.list(Account.zonesField) where zone["VSwitchId"]?.string == vswitch {
                    if let address = zone[Account.addressField]?.string.flatMap({ IPv4Range.address($0) }) {
                        taken.insert(address)
                    }
                }
            }
        }
        for instance in all("elasticsearch.Instance") where instance.text("vswitchId") == vswitch {
            if let address = IPv4Range.address(instance.text("privateIP")) { taken.insert(address) }
        }
        return taken
    }

    /// The list of zones that every resource with an address in a subnet keeps, under a name that no response has.
    static let zonesField = "addresses of zones"
    /// The address in such a zone.
    static let addressField = "address"

    /// How many addresses of a subnet are free; four of each belong to the cloud.
    func freeAddresses(of vswitch: Resource) -> Int {
        guard let range = IPv4Range(vswitch.text("CidrBlock")) else { return 0 }
        return max(range.count - 4 - taken(in: vswitch.id).count, 0)
    }

    /// The next free address of a subnet; nil when there is none.
    func nextAddress(in vswitch: Resource, except others: Set<UInt32> = []) -> UInt32? {
        guard let range = IPv4Range(vswitch.text("CidrBlock")) else { return nil }
        let taken = taken(in: vswitch.id).union(others)
        let last = range.first &+ UInt32(range.count - 1)
        var address = range.first &+ UInt32(min(200, range.count / 2))
        for _ in 0..<range.count {
            address = address >= last - 3 ? range.first + 1 : address + 1
            if !taken.contains(address) { return address }
        }
        return nil
    }

    /// Gives each pair of zone and subnet an address.
    ///
    /// - Throws: `CloudProblem` with `full` when a subnet has none left.
    func allocate(_ pairs: [(zone: String, vswitch: Resource)], full: CloudProblem) throws -> JSON {
        var zones: [JSON] = []
        for (zone, vswitch) in pairs {
            guard let address = nextAddress(in: vswitch) else { throw full }
            zones.append([
                "ZoneId": .string(zone), "VSwitchId": .string(vswitch.id),
                "address": .string(IPv4Range.text(address)),
            ])
        }
        return .array(zones)
    }
}
