/// A document that a search has found, as aggregations see it.
struct AggregationMatch: Sendable {
    let fields: [String: IndexedField]
    /// The mapping of its index.
    let mapping: Mapping

    /// The different values of a field.
    func values(_ field: String) -> [AggregationValue] {
        let values: [AggregationValue]
        switch fields[field] {
        case nil: values = []
        case .text(let terms)?, .keyword(let terms)?: values = terms.map { .text($0) }
        case .integer(let numbers)?: values = numbers.map { .integer($0) }
        case .double(let numbers)?: values = numbers.map { .double($0) }
        case .boolean(let flags)?: values = flags.map { .integer($0 ? 1 : 0) }
        }
        if values.count < 2 { return values }
        var seen: Set<AggregationValue> = []
        return values.filter { seen.insert($0).inserted }
    }
}
