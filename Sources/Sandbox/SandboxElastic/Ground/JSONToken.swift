internal import OrderedJSON

/// The names of a JSON reader's tokens.
enum JSONToken {
    /// The name the server's JSON reader has for the beginning of a value.
    static func name(of json: JSON) -> String {
        switch json {
        case .null: "VALUE_NULL"
        case .bool: "VALUE_BOOLEAN"
        case .number: "VALUE_NUMBER"
        case .string: "VALUE_STRING"
        case .array: "START_ARRAY"
        case .object: "START_OBJECT"
        }
    }
}
