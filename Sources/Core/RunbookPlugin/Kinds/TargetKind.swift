/// A kind of target: what an environment file says of one, what a runbook may read of it and require of it.
///
/// It is declared once, by the manifest of each handler that acts on such targets; everything else follows from it:
/// environment files, `check`, plans, trust, and what the sandbox is asked for. A kind is plain data, so all of that
/// happens without running anything of the handler.
public struct TargetKind: Sendable, Hashable {
    /// The name, such as `elasticsearch`.
    public let name: String
    /// The keys of such a target in an environment file, besides `kind`.
    ///
    /// An address under the key `url` also gives the properties `url`, `host` and `port`.
    public let keys: [Key]
    /// What the keys require of each other.
    public let rules: [Rule]
    /// The properties that documents may read as `${target.property}`.
    public let properties: [String]
    /// What a declaration may require of such a target besides `kind` and `description`.
    public let requirements: [Requirement]
    /// The keys that tell people where a target is, the first one that is there; empty for its addresses.
    public let places: [String]
    /// Whether a target that gives no address is on this machine; else it counts as being somewhere else.
    public let isLocal: Bool
    /// Whether an environment may lack such a target; its steps are skipped then.
    public let mayBeMissing: Bool

    /// Makes a kind.
    public init(
        name: String, keys: [Key] = [], rules: [Rule] = [], properties: [String], requirements: [Requirement],
        places: [String] = [], isLocal: Bool = false, mayBeMissing: Bool = false
    ) {
        self.name = name
        self.keys = keys
        self.rules = rules
        self.properties = properties
        self.requirements = requirements
        self.places = places
        self.isLocal = isLocal
        self.mayBeMissing = mayBeMissing
    }

    /// The requirement of a name.
    public func requirement(_ name: String) -> Requirement? { requirements.first { $0.name == name } }

    /// Whether a key's value is a property, which documents may read, and no setting.
    public func isProperty(_ key: Key) -> Bool {
        // The parts of an address are properties, and the address itself is needed to connect.
        key.name != "url" && properties.contains(key.name)
    }
}
