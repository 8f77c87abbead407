import AlicloudContract
import OrderedJSON

/// Makes typed arguments of the path, the query and the JSON body of an ROA request.
struct BodyReader {
    let request: GatewayRequest
    let action: CloudAction

    /// The arguments by name; a body of the caller's own making is `body`.
    ///
    /// - Throws: `CloudProblem` for one that is missing or malformed.
    func arguments() throws(CloudProblem) -> JSONObject {
        let body = try self.body()
        var arguments = JSONObject()
        for field in action.parameters {
            let value: JSON? =
                switch field.place {
                case .path: pathValue(field.name).map(JSON.string)
                case .query: try queryValue(field)
                case .body: try bodyValue(body[field.name], field)
                }
            if let value {
                arguments.append(field.name, value)
            } else if field.isRequired {
                throw ArgumentReader.missing(field.name)
            }
        }
        if action.hasRawBody { arguments.append("body", .object(body)) }
        return arguments
    }

    private func body() throws(CloudProblem) -> JSONObject {
        if request.body.isEmpty { return JSONObject() }
        guard let json = try? JSON(bytes: request.body), let object = json.object else {
            if action.parameters.contains(where: { $0.place == .body }) || action.hasRawBody {
                throw CloudProblem("InvalidParameter.Format", message: "Specified parameter format is not valid.")
            }
            return JSONObject()
        }
        return object
    }

    private func queryValue(_ field: CloudField) throws(CloudProblem) -> JSON? {
        guard let text = request.query.first(where: { $0.name == field.name })?.value else { return nil }
        if field.kind != .string, text.isEmpty { return nil }
        if case .list = field.kind { return .array(text.split(separator: ",").map { .string(String($0)) }) }
        return try ArgumentReader.scalar(text, field.kind, field, at: field.name)
    }

    private func bodyValue(_ value: JSON?, _ field: CloudField) throws(CloudProblem) -> JSON? {
        guard let value, !value.isNull else { return nil }
        return try BodyReader.checked(value, field.kind, field, at: field.name)
    }

    private static func checked(
        _ value: JSON, _ kind: CloudField.Kind, _ field: CloudField, at name: String
    ) throws(CloudProblem) -> JSON {
        switch (kind, value) {
        case (.any, _), (.map, .object): return value
        case (.string, .string(let text)), (.integer, .string(let text)), (.boolean, .string(let text)):
            return try ArgumentReader.scalar(text, kind, field, at: name)
        case (.integer, .number(let number)) where number.int != nil: return value
        case (.boolean, .bool): return value
        case (.list(let element), .array(let values)):
            var checked: [JSON] = []
            for value in values { checked.append(try self.checked(value, element, field, at: name)) }
            return .array(checked)
        case (.object(let fields), .object(let object)):
            var members = JSONObject()
            for inner in fields {
                guard let value = object[inner.name], !value.isNull else { continue }
                members.append(inner.name, try checked(value, inner.kind, inner, at: "\(name).\(inner.name)"))
            }
            return .object(members)
        default: throw ArgumentReader.invalid(name)
        }
    }

    private func pathValue(_ name: String) -> String? {
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: true)
        let wanted = action.path.split(separator: "/", omittingEmptySubsequences: true)
        guard let index = wanted.firstIndex(of: "{\(name)}"), index < parts.count else { return nil }
        return AcsEncoding.decoded(parts[index], plusIsSpace: false)
    }

    /// Whether a path is one of an action.
    static func isPath(_ path: String, of action: CloudAction) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let wanted = action.path.split(separator: "/", omittingEmptySubsequences: true)
        return parts.count == wanted.count && zip(parts, wanted).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
}
