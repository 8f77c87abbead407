import AlicloudContract
import OrderedJSON
import RunbookModel
import RunbookPlugin
import YAML

/// What a block names behind `alicloud/`: a resource that shall be there, or one action.
enum CloudOperation: Sendable {
    /// A resource.
    case resource(ResourceKind)
    /// An action of the contract.
    case action(CloudAction)

    /// The operation called so; nil when there is none.
    init?(_ name: String) {
        if let kind = ResourceKind.named(name) {
            self = .resource(kind)
            return
        }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let action = CloudProduct.named(parts[0])?.actions[parts[1]] else { return nil }
        self = .action(action)
    }

    /// All names, resources first.
    static let names =
        ResourceKind.all.map(\.name)
        + CloudProduct.all.flatMap { product in product.actions.keys.sorted().map { "\(product.name).\($0)" } }

    /// What it does to the account.
    func effect(isRemoval: Bool) -> Effect {
        switch self {
        case .resource(let kind):
            if isRemoval { return .destroy }
            return CloudOperation(kind.create.action)?.effect(isRemoval: false) ?? .write
        case .action(let action):
            switch action.effect {
            case .read: return .read
            case .write: return .write
            case .destroy: return .destroy
            case .spend: return .spend
            }
        }
    }

    /// Whether repeating it acts only once.
    var isRepeatable: Bool {
        switch self {
        case .resource: true
        case .action(let action): action.effect == .read || action.tokenName != nil
        }
    }

    /// Whether it says what shall be.
    var isIdempotent: Bool {
        if case .resource = self { true } else { false }
    }

    /// Whether a block wants its resource to be gone, or may want it: the value that is filled in is not known yet.
    static func isRemoval(_ text: String) -> Bool {
        // What is not YAML is reported elsewhere, and never performed.
        guard let keys = try? YAMLNode(bytes: Array(text.utf8)).json.object else { return false }
        return keys.contains { key in
            let value = key.value.string ?? ""
            return key.name == "state" && (value == "absent" || value.utf8.holds("${".utf8))
                || key.name.utf8.holds("${".utf8)
        }
    }

    // MARK: - Keys

    /// The keys of a block, for the check before a run.
    var schema: Manifest.Operation {
        switch self {
        case .action(let action):
            var keys = CloudOperation.keys(of: action.parameters)
            if action.hasRawBody {
                keys.append(
                    Manifest.Operation.Key(
                        "body", .any, summary: "The body, as described in the documentation of the action."))
            }
            return Manifest.Operation(
                name: "\(action.product).\(action.name)", summary: "Calls the action.", targetKind: "alicloud",
                keys: keys)
        case .resource(let kind):
            return Manifest.Operation(
                name: kind.name, summary: kind.summary, targetKind: "alicloud", keys: CloudOperation.keys(of: kind))
        }
    }

    private static func keys(of kind: ResourceKind) -> [Manifest.Operation.Key] {
        let parts = kind.create.action.split(separator: ".", maxSplits: 1).map(String.init)
        let action = CloudProduct.named(parts[0])?.actions[parts[1]]
        let used = kind.create.arguments.object?.compactMap { $0.value.string }.filter { $0.hasPrefix("$") }
            .map { String($0.dropFirst()) }
        let fields = (action?.parameters ?? []).filter { field in
            kind.create.takesKeys || field.place == .path || used?.contains(field.name) == true
        }
        let essential = kind.essential
        var keys = self.keys(of: fields).map { key in
            Manifest.Operation.Key(
                key.name, essential.contains(key.name) ? filled(key.value) : key.value,
                isRequired: key.isRequired || kind.needs.contains(key.name), summary: key.summary)
        }
        let own = kind.own.map {
            CloudField($0.name, $0.kind, isRequired: $0.isRequired, values: $0.values)
        }
        // A request that only asks whether it would be accepted makes nothing.
        keys.removeAll { key in
            own.contains { $0.name == key.name } || key.name.lowercased() == "dryrun"
        }
        keys += zip(kind.own, own).map { key, field in
            Manifest.Operation.Key(
                field.name, field.isRequired ? filled(value(of: field)) : value(of: field),
                isRequired: field.isRequired, summary: key.summary)
        }
        var state = ParameterSchema()
        state.kind = .string
        state.choices = ["present", "absent"]
        keys.append(
            Manifest.Operation.Key(
                "state", .scalar(state), summary: "`absent` removes the resource; by default it must exist."))
        return keys
    }

    /// Parameters that a block need not know: whose account it is, and what makes a repetition harmless.
    private static let hidden: Set<String> = [
        "OwnerAccount", "OwnerId", "ResourceOwnerAccount", "ResourceOwnerId", "ClientToken", "clientToken",
    ]

    private static func keys(of fields: [CloudField]) -> [Manifest.Operation.Key] {
        fields.filter { !hidden.contains($0.name) }.map { field in
            // The region is the target's, where the block says nothing.
            let isRequired = field.isRequired && field.name != "RegionId"
            return Manifest.Operation.Key(
                field.name, isRequired ? filled(value(of: field)) : value(of: field), isRequired: isRequired,
                summary: "the parameter \(field.name), \(field.kind.word)")
        }
    }

    /// The same value, where a text must not be empty.
    private static func filled(_ value: Manifest.Operation.Value) -> Manifest.Operation.Value {
        guard case .scalar(var schema) = value, schema.kind == .string, schema.choices == nil else { return value }
        schema.minimumLength = 1
        return .scalar(schema)
    }

    private static func value(of field: CloudField) -> Manifest.Operation.Value { value(of: field.kind, field) }

    private static func value(of kind: CloudField.Kind, _ field: CloudField) -> Manifest.Operation.Value {
        func scalar(_ type: ParameterSchema.Kind) -> Manifest.Operation.Value {
            var schema = ParameterSchema()
            schema.kind = type
            if !field.values.isEmpty { schema.choices = field.values.map(JSON.string) }
            return .scalar(schema)
        }
        switch kind {
        case .string: return scalar(.string)
        case .integer: return scalar(.integer)
        case .boolean: return scalar(.boolean)
        case .map: return .map(.any)
        case .any: return .any
        case .list(let element): return .list(value(of: element, field))
        case .object(let fields): return .object(keys(of: fields))
        }
    }
}
