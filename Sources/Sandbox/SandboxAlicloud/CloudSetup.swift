/// What a cloud has before anybody does anything: a network in each region, and the instances in them.
package struct CloudSetup: Sendable {
    /// A cloud: an account's view of one region, with an endpoint of its own.
    package struct Place: Sendable, Hashable {
        /// The name, as a runbook's target has it.
        package let name: String
        /// The region.
        package let region: String

        /// Makes a cloud.
        package init(name: String, region: String) {
            self.name = name
            self.region = region
        }
    }

    /// The clouds; all belong to one account, and two in a region share its network.
    package var places: [Place]
    /// The instances.
    package var instances: [InstanceSetup]
    /// Whether each network has a subnet in one zone only, not in two.
    package var hasOneZone: Bool
    /// Whether nobody has activated the paid services (transit routers, PrivateLink) yet.
    package var isNew: Bool
    /// The key pairs that are accepted.
    package var keys: [AccessKey]
    /// Whether a nonce may be used again, for the replay of recorded requests.
    package var allowsNonceReuse: Bool
    /// What the cloud's delays are divided by.
    package var speed: Int

    /// Describes a cloud.
    package init(
        places: [Place], instances: [InstanceSetup] = [], hasOneZone: Bool = false, isNew: Bool = false,
        keys: [AccessKey], allowsNonceReuse: Bool = false, speed: Int = 1
    ) {
        self.places = places
        self.instances = instances
        self.hasOneZone = hasOneZone
        self.isNew = isNew
        self.keys = keys
        self.allowsNonceReuse = allowsNonceReuse
        self.speed = max(speed, 1)
    }

    /// The range of the network of the cloud at a position, counted from 0, such as `10.1.0.0/16`.
    static func range(at index: Int) -> IPv4Range {
        IPv4Range(first: 10 << 24 | UInt32(min(index, 200) + 1) << 16, length: 16)
    }
}
