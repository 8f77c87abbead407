public import OrderedJSON

/// A named system with its connection data, as a handler gets it.
public struct Target: Sendable {
    /// The name that steps use.
    public let name: String
    /// The kind, such as `elasticsearch`.
    public let kind: String
    /// What documents may read of it, such as `instance`; never a credential.
    public let properties: JSONObject
    /// How it is reached, such as `url` and the members of `tls`; never a credential.
    public let settings: JSONObject
    /// Its credentials by name, such as `password`.
    public let secrets: [String: Secret]
    /// What the runbook requires of it, such as `version: ">=7.10"`.
    public let requirements: JSONObject
    /// Whether it is emulated, as its environment says: only then is it believed that something is not.
    public let isEmulated: Bool
    /// What tells it from others, as far as it is known: what it says of itself, or where it responds.
    public private(set) var identity: String?

    /// Makes a target.
    public init(
        name: String, kind: String, properties: JSONObject, settings: JSONObject, secrets: [String: Secret],
        requirements: JSONObject = JSONObject(), isEmulated: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.properties = properties
        self.settings = settings
        self.secrets = secrets
        self.requirements = requirements
        self.isEmulated = isEmulated
    }

    /// The same system with other requirements.
    public func demanding(_ requirements: JSONObject) -> Target {
        Target(
            name: name, kind: kind, properties: properties, settings: settings, secrets: secrets,
            requirements: requirements, isEmulated: isEmulated
        ).identified(as: identity)
    }

    /// The same system, when it is known which one it is.
    public func identified(as identity: String?) -> Target {
        var target = self
        target.identity = identity
        return target
    }
}
