internal import OrderedJSON

/// What a document is sorted by.
enum SortValue: Sendable, Hashable {
    case integer(Int)
    case double(Double)
    case text(String)
    case missing

    var json: JSON {
        switch self {
        case .integer(let value): JSON(value)
        case .double(let value):
            value.isFinite ? .float(value) : .string(value > 0 ? "Infinity" : "-Infinity")
        case .text(let text): .string(text)
        case .missing: .null
        }
    }

    /// A value that hits are to be behind, as a request has it.
    init(_ key: SortKey, after json: JSON) {
        switch json {
        case .null: self = .missing
        case .string(let text): self = .text(text)
        case .number(let number):
            let isScore = key.field == "_score"
            self = json.int.flatMap { isScore ? nil : .integer($0) } ?? .double(number.double)
        default: self = .text(json.text())
        }
    }

    /// Whether the first is before the second, both in the order of the key; nil when they are equal.
    static func precedes(_ left: SortValue, _ right: SortValue, _ key: SortKey) -> Bool? {
        switch (left, right) {
        case (.integer(let left), .integer(let right)):
            left == right ? nil : (left < right) != key.isDescending
        case (.double(let left), .double(let right)): left == right ? nil : (left < right) != key.isDescending
        case (.text(let left), .text(let right)):
            left == right
                ? nil : left.utf8.lexicographicallyPrecedes(right.utf8) != key.isDescending
        case (.integer(let left), .double(let right)):
            Double(left) == right ? nil : (Double(left) < right) != key.isDescending
        case (.double(let left), .integer(let right)):
            left == Double(right) ? nil : (left < Double(right)) != key.isDescending
        case (.integer(let left), .text(let text)):
            // Moments may be told as texts.
            (Int(text) ?? DateText.milliseconds(text)).flatMap { right in
                left == right ? nil : (left < right) != key.isDescending
            }
        case (.missing, .missing): nil
        case (.missing, _): key.missingFirst
        case (_, .missing): !key.missingFirst
        default: nil
        }
    }

    /// The value of a document in a shard.
    init(_ key: SortKey, _ entry: Shard.Entry, mapping: FieldMapping?, type: String) {
        let prefersLow = key.isDescending == key.missingFirst
        switch entry.fields[key.field] {
        case .integer(let values)?: self = .integer((key.isDescending ? values.max() : values.min()) ?? 0)
        case .double(let values)?: self = .double((key.isDescending ? values.max() : values.min()) ?? 0)
        case .boolean(let values)?:
            let numbers = values.map { $0 ? 1 : 0 }
            self = .integer((key.isDescending ? numbers.max() : numbers.min()) ?? 0)
        case .keyword(let values)?:
            self = (key.isDescending ? values.max() : values.min()).map { .text($0) } ?? .missing
        default:
            switch type {
            case "keyword", "ip": self = .missing
            case "double", "float", "half_float", "scaled_float": self = .double(prefersLow ? .infinity : -.infinity)
            default: self = .integer(prefersLow ? .max : .min)
            }
        }
    }
}
