/// What an index keeps of a field of one document.
enum IndexedField: Sendable {
    /// Tokens in order.
    case text([String])
    /// Exact values.
    case keyword([String])
    /// Whole numbers, moments in milliseconds.
    case integer([Int])
    case double([Double])
    case boolean([Bool])

    /// Joined with more values of the same field.
    func appending(_ other: IndexedField) -> IndexedField {
        switch (self, other) {
        case (.text(let left), .text(let right)): .text(left + right)
        case (.keyword(let left), .keyword(let right)): .keyword(left + right)
        case (.integer(let left), .integer(let right)): .integer(left + right)
        case (.double(let left), .double(let right)): .double(left + right)
        case (.boolean(let left), .boolean(let right)): .boolean(left + right)
        default: self
        }
    }

    /// The terms that are counted in scores; nil for numbers, which match without a score.
    var terms: [String]? {
        switch self {
        case .text(let terms), .keyword(let terms): terms
        case .boolean(let values): values.map { $0 ? "T" : "F" }
        case .integer, .double: nil
        }
    }
}
