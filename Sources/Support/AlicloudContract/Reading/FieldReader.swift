/// Reads fields in the form that `ContractReader` describes.
struct FieldReader {
    private var rest: Substring.UTF8View
    private let place: CloudField.Place

    init(text: Substring.UTF8View, place: CloudField.Place) {
        rest = text
        self.place = place
    }

    /// The fields up to the end, or up to a brace.
    mutating func fields() -> [CloudField] {
        var fields: [CloudField] = []
        while true {
            while take(UInt8(ascii: " ")) {}
            guard let first = rest.first, first != UInt8(ascii: "}") else { return fields }
            fields.append(field())
        }
    }

    private mutating func field() -> CloudField {
        let name = word(until: ":")
        _ = take(UInt8(ascii: ":"))
        var kind = kind()
        while take(UInt8(ascii: "[")) {
            _ = take(UInt8(ascii: "]"))
            kind = .list(kind)
        }
        var values: [String] = []
        if take(UInt8(ascii: "(")) {
            values = word(until: ")").split(separator: "|").map { String($0.drop { $0 == " " }) }
            _ = take(UInt8(ascii: ")"))
        }
        let isJSON = take(UInt8(ascii: "~"))
        let isRequired = take(UInt8(ascii: "!"))
        return CloudField(name, kind, isRequired: isRequired, isJSON: isJSON, values: values, place: place)
    }

    private mutating func kind() -> CloudField.Kind {
        switch rest.popFirst() {
        case UInt8(ascii: "s"): return .string
        case UInt8(ascii: "i"): return .integer
        case UInt8(ascii: "b"): return .boolean
        case UInt8(ascii: "m"): return .map
        case UInt8(ascii: "{"):
            let fields = fields()
            _ = take(UInt8(ascii: "}"))
            return .object(fields)
        default: return .any
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func word(until end: Unicode.Scalar) -> String {
        let word = rest.prefix { $0 != UInt8(ascii: end) }
        rest = rest[word.endIndex...]
        return String(Substring(word))
    }
}
