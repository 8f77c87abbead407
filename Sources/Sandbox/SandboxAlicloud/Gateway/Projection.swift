import AlicloudContract
import OrderedJSON

/// Makes a response of what an operation gives: only fields that the contract has, each with the kind it has there.
///
/// The same fact is a number in one response and text in the next; the contract knows which.
enum Projection {
    /// The fields of an object that the contract has.
    static func object(_ data: JSONObject, _ fields: [CloudField]) -> JSONObject {
        if fields.isEmpty { return data }
        var object = JSONObject()
        for field in fields {
            if let value = data[field.name], let shown = self.value(value, field.kind) {
                object.append(field.name, shown)
            }
        }
        return object
    }

    private static func value(_ value: JSON, _ kind: CloudField.Kind) -> JSON? {
        switch (kind, value) {
        case (_, .null): return nil
        case (.object(let fields), .object(let object)): return .object(self.object(object, fields))
        case (.list(let element), .array(let elements)): return .array(elements.compactMap { self.value($0, element) })
        case (.string, .number(let number)): return .string(number.text)
        case (.string, .bool(let flag)): return .string(flag ? "true" : "false")
        case (.integer, .string(let text)): return Int(text).map { .number(JSONNumber($0)) }
        case (.boolean, .string(let text)): return .bool(text.lowercased() == "true")
        default: return value
        }
    }
}
