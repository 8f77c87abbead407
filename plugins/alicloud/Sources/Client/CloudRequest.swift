import AlicloudContract
import OrderedJSON

/// A request to the cloud before it is signed.
struct CloudRequest: Sendable, Hashable {
    let product: String
    let version: String
    let action: String
    let method: String
    let path: String
    let query: [AcsParameter]
    /// The content type and the bytes of the body; nil for none.
    let body: Body?

    /// A body.
    struct Body: Sendable, Hashable {
        let type: String
        let bytes: [UInt8]
    }

    /// Writes the arguments of an action as its contract wants them.
    ///
    /// - Parameter arguments: By the names of the contract; what the contract does not know is omitted.
    init(_ action: CloudAction, version: String, arguments: JSONObject) {
        product = action.product
        self.version = version
        self.action = action.name
        method = action.methods.first ?? "POST"
        var path = action.path
        var query: [AcsParameter] = []
        var form: [AcsParameter] = []
        var json = JSONObject()
        for field in action.parameters {
            guard let value = arguments[field.name], !value.isNull else { continue }
            switch field.place {
            case .path:
                path = CloudRequest.filled(path, field.name, AcsEncoding.encoded(CloudRequest.text(value)))
            case .query: query += CloudRequest.flattened(value, field, name: field.name)
            case .body where action.style == .roa: json.append(field.name, value)
            case .body: form += CloudRequest.flattened(value, field, name: field.name)
            }
        }
        self.path = path
        self.query = query
        if action.style == .rpc {
            body =
                form.isEmpty
                ? nil
                : Body(
                    type: "application/x-www-form-urlencoded", bytes: Array(AcsEncoding.canonical(form).utf8))
        } else if action.hasRawBody, let raw = arguments["body"] {
            body = Body(type: "application/json; charset=utf-8", bytes: raw.bytes())
        } else {
            body =
                json.isEmpty
                ? nil : Body(type: "application/json; charset=utf-8", bytes: JSON.object(json).bytes())
        }
    }

    /// The name of an argument that has no form in a path, so that the request would go elsewhere; nil for none.
    static func unfitName(_ action: CloudAction, _ arguments: JSONObject) -> String? {
        action.parameters.first { field in
            guard field.place == .path, let value = arguments[field.name] else { return false }
            let text = CloudRequest.text(value)
            return text.isEmpty || text == "." || text == ".."
                || text.utf8.contains { "/\\%?#".utf8.contains($0) || $0 <= 0x20 }
        }?.name
    }

    private static func filled(_ path: String, _ name: String, _ value: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0 == "{\(name)}" ? Substring(value) : $0 }.joined(separator: "/")
    }

    /// A value as parameters: lists are counted from 1, members have a dot before them.
    private static func flattened(_ value: JSON, _ field: CloudField, name: String) -> [AcsParameter] {
        if field.isJSON, value.string == nil { return [AcsParameter(name, value.text())] }
        switch value {
        case .array(let elements):
            return elements.enumerated().flatMap { flattened($1, field, name: "\(name).\($0 + 1)") }
        case .object(let members):
            return members.flatMap { member in
                let inner = field.kind.fields.first { $0.name == member.name } ?? field
                return flattened(member.value, inner, name: "\(name).\(member.name)")
            }
        case .null: return []
        default: return [AcsParameter(name, text(value))]
        }
    }

    private static func text(_ value: JSON) -> String { value.string ?? value.text() }
}
