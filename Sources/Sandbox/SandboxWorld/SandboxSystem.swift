/// What a system of the sandbox is called, and where: a cluster, a cloud, whatever is emulated as one.
package struct SandboxSystem: Sendable, Hashable {
    /// Something that is said of a system beside its URL.
    package struct Property: Sendable, Hashable {
        /// The name, as an environment file has it.
        package let name: String
        /// The value, a plain text.
        package let value: String

        /// Makes a property.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The name, as a runbook's target has it.
    package let name: String
    /// The kind of target that it is, which names its family.
    package let kind: String
    /// The version profile it emulates, such as `7.0`.
    package let profile: String
    /// The logical addresses by which other systems find it.
    package let addresses: [SystemAddress]
    /// What is said of it beside its URL, in order.
    package let properties: [Property]
    /// The user of a system that asks for one, over HTTPS; nil for a system that everybody may use.
    package var access: SandboxAccess?

    /// Makes a system.
    package init(
        name: String, kind: String, profile: String, addresses: [SystemAddress] = [], properties: [Property] = []
    ) {
        self.name = name
        self.kind = kind
        self.profile = profile
        self.addresses = addresses
        self.properties = properties
    }

    /// The value of a property; nil when nothing is said of it.
    package func property(_ name: String) -> String? { properties.first { $0.name == name }?.value }
}
