package import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// What an environment file says about one target.
package struct EnvironmentTarget: Sendable, Hashable {
    /// An address that the target is reached at.
    package struct Address: Sendable, Hashable {
        /// The text of the address.
        package let text: Located<String>
        /// Whether it can only be on this machine.
        package let isLoopback: Bool
    }

    /// Another target of the file that it names.
    package struct Reference: Sendable, Hashable {
        /// The key.
        package let key: String
        /// The other target's name.
        package let target: String
    }

    /// The name that runbooks use.
    package let name: Located<String>
    /// The kind, which says what all that follows means.
    package let kind: Located<TargetKind>
    /// What documents may read of it: `name`, and what its kind makes a property.
    package let properties: JSONObject
    /// How it is reached: all other keys but secrets; paths of files are absolute.
    package let settings: JSONObject
    /// The secrets it needs.
    package let credentials: [Credential]
    /// Every address in it, whatever its key.
    package let addresses: [Address]
    /// Files that must be readable before it is used, such as `tls.ca`, by their absolute paths.
    package let files: [Located<String>]
    /// The other targets that it names, such as the cloud it is in.
    package let references: [Reference]
    /// What in it would run programs: `command` of a secret, `allow` of a host.
    package let programs: [SourceSpan]

    /// Whether all it acts on is on this machine.
    ///
    /// Where a target without an address is, its kind says; one that must have an address has a problem of its own.
    package var isLoopback: Bool {
        addresses.allSatisfy(\.isLoopback) && (!addresses.isEmpty || kind.value.isLocal || kind.value.demandsAddress)
            && kind.value.keys.allSatisfy(hasAddressOfEach)
    }

    /// Whether a key that gives addresses of systems leaves none of them out: that one would be reached where it usually is.
    private func hasAddressOfEach(_ key: TargetKind.Key) -> Bool {
        guard case .urls(let systems) = key.form, let given = settings[key.name]?.object else { return true }
        return given["default"] != nil || systems.allSatisfy { given[$0] != nil }
    }

    /// Where it is, for people; the kind's name when nothing tells.
    package var place: String {
        kind.value.place(settings: settings, properties: properties) ?? addresses.first?.text.value ?? kind.value.name
    }

    /// As whom requests are made, when that is not a secret.
    package var user: String? { kind.value.user(settings: settings) }

    /// Whether the certificate of its server is verified.
    package var isVerified: Bool { kind.value.isVerified(settings: settings) }

    /// The target as handlers get it.
    func target(secrets: [String: Secret], requirements: JSONObject, isEmulated: Bool) -> Target {
        Target(
            name: name.value, kind: kind.value.name, properties: properties, settings: settings, secrets: secrets,
            requirements: requirements, isEmulated: isEmulated)
    }
}
