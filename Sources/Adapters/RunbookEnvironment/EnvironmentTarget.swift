package import OrderedJSON
package import RunbookModel

/// What an environment file says about one target.
package struct EnvironmentTarget: Sendable, Hashable {
    /// An address that the target is reached at.
    package struct Address: Sendable, Hashable {
        /// The text of the address.
        package let text: Located<String>
        /// Whether it can only be on this machine.
        package let isLoopback: Bool
    }

    /// The name that runbooks use.
    package let name: Located<String>
    /// The kind, such as `elasticsearch`.
    package let kind: Located<String>
    /// What documents may read of it: `name`, of an Elasticsearch also `url`, `host`, `port` and what the file adds.
    package let properties: JSONObject
    /// How it is reached: `url`, `kibana`, `user`, `tls` (paths are absolute), `proxy` (`{url, user}`), `cloud`.
    package let settings: JSONObject
    /// The secrets it needs.
    package let credentials: [Credential]
    /// Every address in it, whatever its key.
    package let addresses: [Address]
    /// Files that must be readable before it is used, such as `tls.ca`, by their absolute paths.
    package let files: [Located<String>]
    /// Its kind, when this version knows it and cannot use it yet.
    package let notBuilt: Located<String>?
    /// What in it would run programs: `command` of a secret, `allow` of a host.
    package let programs: [SourceSpan]
    /// Whether it may be somewhere else although no address says so, as a cloud without endpoints of its own.
    package let isElsewhere: Bool

    /// Whether all it acts on is on this machine.
    package var isLoopback: Bool { addresses.allSatisfy(\.isLoopback) && !isElsewhere }

    /// The target as handlers get it.
    func target(secrets: [String: Secret], requirements: JSONObject) -> Target {
        Target(
            name: name.value, kind: kind.value, properties: properties, settings: settings, secrets: secrets,
            requirements: requirements)
    }
}
