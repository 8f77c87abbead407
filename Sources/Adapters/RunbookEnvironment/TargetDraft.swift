internal import OrderedJSON
internal import RunbookModel
internal import RunbookPlugin

/// A target while its keys are read.
struct TargetDraft {
    let name: Located<String>
    let kind: Located<TargetKind>
    var properties: JSONObject
    var settings = JSONObject()
    var credentials: [Credential] = []
    var addresses: [EnvironmentTarget.Address] = []
    var files: [Located<String>] = []
    var references: [EnvironmentTarget.Reference] = []
    var programs: [SourceSpan] = []

    init(name: Located<String>, kind: Located<TargetKind>) {
        self.name = name
        self.kind = kind
        properties = JSONObject([("name", .string(name.value))])
    }

    /// Stores the value of a key where it belongs.
    mutating func set(_ key: TargetKind.Key, _ value: JSON) {
        if kind.value.isProperty(key) { properties[key.name] = value } else { settings[key.name] = value }
    }

    /// Adds what documents may read of the target's own address.
    mutating func addParts(of address: HTTPAddress) {
        properties["url"] = .string(address.url)
        properties["host"] = .string(address.host)
        properties["port"] = .number(JSONNumber(address.port))
    }

    /// Adds a secret, and the program that it may come from.
    ///
    /// - Parameter group: The key that it is below; empty for a key of the target itself.
    mutating func add(_ credential: Credential, in group: String) {
        let name = group.isEmpty ? credential.name : "\(group)_\(credential.name)"
        credentials.append(Credential(name: name, source: credential.source, span: credential.span))
        if case .command = credential.source { programs.append(credential.span) }
    }

    var target: EnvironmentTarget {
        EnvironmentTarget(
            name: name, kind: kind, properties: properties, settings: settings, credentials: credentials,
            addresses: addresses, files: files, references: references, programs: programs)
    }
}
