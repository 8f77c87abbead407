internal import OrderedJSON
internal import RunbookModel

/// A target while its keys are read.
struct TargetDraft {
    let name: Located<String>
    let kind: Located<String>
    var properties: JSONObject
    var settings = JSONObject()
    var credentials: [Credential] = []
    var addresses: [EnvironmentTarget.Address] = []
    var files: [Located<String>] = []
    var notBuilt: Located<String>?
    var programs: [SourceSpan] = []
    var isElsewhere = false

    init(name: Located<String>, kind: Located<String>) {
        self.name = name
        self.kind = kind
        properties = JSONObject([("name", .string(name.value))])
    }

    /// Stores the value of a key where it belongs.
    mutating func set(_ key: TargetKind.Key, _ value: JSON?) {
        guard let value else { return }
        if key.isProperty { properties[key.name] = value } else { settings[key.name] = value }
    }

    /// Adds a secret, and the program that it may come from.
    mutating func add(_ credential: Credential) {
        credentials.append(credential)
        if case .command = credential.source { programs.append(credential.span) }
    }

    var target: EnvironmentTarget {
        EnvironmentTarget(
            name: name, kind: kind, properties: properties, settings: settings, credentials: credentials,
            addresses: addresses, files: files, notBuilt: notBuilt, programs: programs,
            isElsewhere: isElsewhere)
    }
}
