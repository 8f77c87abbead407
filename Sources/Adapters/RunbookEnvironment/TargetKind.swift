internal import RunbookPlugin

/// A kind of target as environment files describe it.
struct TargetKind {
    /// What the value of a key is.
    enum Shape {
        case address
        case addresses
        case flag
        case host
        case hostAndPort
        case names
        case port
        case profile
        /// An address, or a mapping of one with a user.
        case proxy
        case secret
        /// A text or the source of one.
        case secretOrText
        /// The identifier of a Kibana space.
        case space
        case text
        case tls
    }

    /// A key and what this version does with it.
    struct Key {
        let name: String
        let shape: Shape
        /// Whether documents may read it as a property of the target.
        var isProperty = false
        /// Whether a target must have it.
        var isRequired = false
    }

    let name: String
    /// Whether this version can use it; else it is checked and refused when a runbook uses such a target.
    var isBuilt = true
    /// The plugin that brought it; nil for a kind of our own.
    var plugin: String?
    let keys: [Key]

    static let all = [
        TargetKind(
            name: "elasticsearch",
            keys: [
                Key(name: "url", shape: .address),
                Key(name: "kibana", shape: .address),
                Key(name: "space", shape: .space),
                Key(name: "user", shape: .secretOrText),
                Key(name: "password", shape: .secret),
                Key(name: "api_key", shape: .secret),
                Key(name: "bearer", shape: .secret),
                Key(name: "tls", shape: .tls),
                Key(name: "proxy", shape: .proxy),
                Key(name: "instance", shape: .text, isProperty: true),
                Key(name: "private_ip", shape: .text, isProperty: true),
                Key(name: "transport", shape: .hostAndPort, isProperty: true),
                Key(name: "cloud", shape: .text),
            ]),
        TargetKind(
            name: "alicloud", isBuilt: false,
            keys: [
                Key(name: "region", shape: .text, isProperty: true),
                Key(name: "account", shape: .text, isProperty: true),
                Key(name: "credentials", shape: .profile),
                Key(name: "endpoints", shape: .addresses),
            ]),
        TargetKind(
            name: "host", keys: [Key(name: "local", shape: .flag), Key(name: "allow", shape: .names)]),
    ]

}

extension TargetKind {
    /// A kind that a plugin brings.
    init(_ kind: Manifest.TargetKind, of plugin: String) {
        name = kind.name
        self.plugin = plugin
        keys = kind.connection.map { key in
            Key(
                name: key.name, shape: Shape(key.form), isProperty: kind.properties.contains(key.name),
                isRequired: key.isRequired)
        }
    }
}

extension TargetKind.Shape {
    fileprivate init(_ form: Manifest.Connection.Form) {
        switch form {
        case .text: self = .text
        case .host: self = .host
        case .port: self = .port
        case .url: self = .address
        case .flag: self = .flag
        case .secret: self = .secret
        }
    }
}
