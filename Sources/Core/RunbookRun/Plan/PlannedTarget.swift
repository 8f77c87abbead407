/// A target as a plan knows it: where it is and where its credentials come from, never what they are.
@dynamicMemberLookup
package struct PlannedTarget: Sendable, Hashable {
    /// A credential's name and source.
    package struct Credential: Sendable, Hashable {
        /// The name, such as `password`.
        package let name: String
        /// Where it comes from: `env:NAME`, `file:PATH`, `command`.
        package let source: String

        /// Makes a credential.
        package init(name: String, source: String) {
            self.name = name
            self.source = source
        }
    }

    /// Which target it is; its members can be read as those of this.
    package let heading: TargetHeading
    /// Where it is; nil when only the run knows, as on a sandbox.
    package let address: String?
    /// The user that requests are made as.
    package let user: String?
    /// The credentials.
    package let credentials: [Credential]

    /// Makes a target.
    package init(
        _ heading: TargetHeading, address: String?, user: String? = nil, credentials: [Credential] = []
    ) {
        self.heading = heading
        self.address = address
        self.user = user
        self.credentials = credentials
    }

    /// A member of the heading.
    package subscript<Value>(dynamicMember member: KeyPath<TargetHeading, Value>) -> Value { heading[keyPath: member] }
}
