import AlicloudContract
import OrderedJSON

/// Makes typed arguments of the flat parameters of an RPC request: `Servers.1.Port` is a member of an element of a list.
struct ArgumentReader {
    private let values: [String: String]

    init(_ parameters: [AcsParameter]) {
        values = Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
    }

    /// The arguments of an action by name; parameters that it does not know are passed over.
    ///
    /// - Throws: `CloudProblem` for one that is missing or malformed.
    func arguments(of action: CloudAction) throws(CloudProblem) -> JSONObject {
        try object(action.parameters, under: "")
    }

    private func object(_ fields: [CloudField], under prefix: String) throws(CloudProblem) -> JSONObject {
        var object = JSONObject()
        for field in fields {
            if let value = try value(field.kind, field, at: prefix + field.name) {
                object.append(field.name, value)
            } else if field.isRequired {
                throw ArgumentReader.missing(prefix + field.name)
            }
        }
        return object
    }

    private func value(_ kind: CloudField.Kind, _ field: CloudField, at name: String) throws(CloudProblem) -> JSON? {
        if field.isJSON || kind == .map {
            guard let text = values[name] else { return kind == .map ? try map(at: name) : nil }
            guard let json = try? JSON(parsing: text), json.object != nil || json.array != nil else {
                throw ArgumentReader.invalid(name)
            }
            return json
        }
        switch kind {
        case .list(let element): return try list(of: element, field, at: name)
        case .object(let fields):
            guard values.keys.contains(where: { $0.hasPrefix("\(name).") }) else { return nil }
            return .object(try object(fields, under: "\(name)."))
        default:
            guard let text = values[name], !text.isEmpty || kind == .string else { return nil }
            return try ArgumentReader.scalar(text, kind, field, at: name)
        }
    }

    private func map(at name: String) throws(CloudProblem) -> JSON? {
        let members = values.filter { $0.key.hasPrefix("\(name).") }.sorted { $0.key < $1.key }
        if members.isEmpty { return nil }
        return .object(JSONObject(members.map { (String($0.key.dropFirst(name.count + 1)), .string($0.value)) }))
    }

    private func list(
        of element: CloudField.Kind, _ field: CloudField, at name: String
    ) throws(CloudProblem) -> JSON? {
        let places = values.keys.compactMap { key -> Int? in
            guard key.hasPrefix("\(name).") else { return nil }
            return Int(key.dropFirst(name.count + 1).prefix { $0 != "." })
        }
        var elements: [JSON] = []
        for place in Set(places).sorted() {
            guard place > 0, place <= 1000 else { throw ArgumentReader.invalid(name) }
            if let value = try value(element, field, at: "\(name).\(place)") { elements.append(value) }
        }
        return elements.isEmpty ? nil : .array(elements)
    }

    /// A value of the kind of a field.
    static func scalar(
        _ text: String, _ kind: CloudField.Kind, _ field: CloudField, at name: String
    ) throws(CloudProblem) -> JSON {
        switch kind {
        case .integer:
            guard let number = Int(text) else { throw invalid(name) }
            return .number(JSONNumber(number))
        case .boolean:
            guard ["true", "false"].contains(text.lowercased()) else { throw invalid(name) }
            return .bool(text.lowercased() == "true")
        default:
            if !field.values.isEmpty, !text.isEmpty, !field.values.contains(text) { throw invalid(name) }
            return .string(text)
        }
    }

    /// What the gateway says of a parameter that is missing.
    static func missing(_ name: String) -> CloudProblem {
        CloudProblem("Missing\(name)", message: "\(name) is mandatory for this action.")
    }

    /// What the gateway says of a parameter that is malformed.
    static func invalid(_ name: String) -> CloudProblem {
        CloudProblem("Invalid\(name)", message: "Specified parameter \(name) is not valid.")
    }
}
