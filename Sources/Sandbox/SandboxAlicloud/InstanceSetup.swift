/// An Elasticsearch instance that a cloud has from the beginning: a cluster of the sandbox.
package struct InstanceSetup: Sendable, Hashable {
    /// The instance's id.
    package let id: String
    /// The name of the cloud it is in.
    package let cloud: String
    /// Its version, such as `7.10.0`.
    package let version: String
    /// The address that its domain leads to, in the first subnet of its cloud's network.
    package let address: String

    /// Describes an instance.
    package init(id: String, cloud: String, version: String, address: String) {
        self.id = id
        self.cloud = cloud
        self.version = version
        self.address = address
    }
}
