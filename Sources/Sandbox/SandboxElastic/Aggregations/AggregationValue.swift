internal import OrderedJSON

/// A value that documents are grouped by or that is computed with.
enum AggregationValue: Sendable, Hashable {
    case integer(Int)
    case double(Double)
    case text(String)

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .text: nil
        }
    }

    var json: JSON {
        switch self {
        case .integer(let value): JSON(value)
        case .double(let value): .float(value)
        case .text(let text): .string(text)
        }
    }

    /// Numbers by value, texts by their bytes.
    static func precedes(_ left: AggregationValue, _ right: AggregationValue) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.integer(let left), .integer(let right)): left < right
        default: (left.number ?? .infinity) < (right.number ?? .infinity)
        }
    }

    /// A number of a date or a truth value as text; nil for other fields.
    static func text(_ value: Double, of field: FieldMapping?) -> String? {
        guard let field else { return nil }
        if field.isDate { return ISODate.text(Int(min(max(value, -9e15), 9e15))) }
        return field.type == "boolean" ? String(value != 0) : nil
    }
}
