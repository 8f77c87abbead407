/// A system that a sandbox is to have.
package struct WantedSystem: Sendable, Hashable {
    /// The name, as a runbook's target has it.
    package let name: String
    /// The kind of target, which names its family.
    package let kind: String
    /// The version profile.
    package let profile: String
    /// The cloud that it is in; nil for none of its own choice.
    package let cloud: String?
    /// Whether it asks for a user, over HTTPS.
    package var isSecure: Bool

    /// Describes a system.
    package init(name: String, kind: String, profile: String, cloud: String? = nil, isSecure: Bool = false) {
        self.name = name
        self.kind = kind
        self.profile = profile
        self.cloud = cloud
        self.isSecure = isSecure
    }
}
