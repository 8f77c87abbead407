/// A parameter of an action, or a field of its response.
package struct CloudField: Sendable, Hashable {
    /// What a value is.
    package indirect enum Kind: Sendable, Hashable {
        /// Text.
        case string
        /// A whole number.
        case integer
        /// `true` or `false`.
        case boolean
        /// Members of any name, all of them text.
        case map
        /// Anything.
        case any
        /// Members that are known.
        case object([CloudField])
        /// A list of such values.
        case list(Kind)

        /// The word for it in messages.
        package var word: String {
            switch self {
            case .string: "a string"
            case .integer: "an integer"
            case .boolean: "a boolean"
            case .map, .object: "an object"
            case .any: "anything"
            case .list: "a list"
            }
        }

        /// The fields of the object, or of the objects of the list.
        package var fields: [CloudField] {
            switch self {
            case .object(let fields): fields
            case .list(let element): element.fields
            default: []
            }
        }
    }

    /// Where a parameter is sent.
    package enum Place: String, Sendable, Hashable {
        /// In the path of a REST action.
        case path
        /// In the query.
        case query
        /// In the form, or in the JSON body of a REST action.
        case body
    }

    /// The name on the wire, letter case included.
    package let name: String
    /// What its value is.
    package let kind: Kind
    /// Whether a request must have it.
    package let isRequired: Bool
    /// Whether an object or a list is sent as one text of JSON, not as dotted names.
    package let isJSON: Bool
    /// The only values there are; empty when any will do.
    package let values: [String]
    /// Where it is sent; a field of a response or of an object has no place of its own.
    package let place: Place

    /// Makes a field.
    package init(
        _ name: String, _ kind: Kind, isRequired: Bool = false, isJSON: Bool = false, values: [String] = [],
        place: Place = .query
    ) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.isJSON = isJSON
        self.values = values
        self.place = place
    }
}
