internal import OrderedJSON

/// Something that is computed of all documents that a search finds.
struct Aggregation: Sendable {
    /// What is computed of the numbers in a field.
    enum Metric: String, Sendable { case max, min, avg, sum, stats }

    enum Kind: Sendable {
        case metric(Metric)
        case valueCount
        case cardinality
        /// The documents that have no value.
        case missing
        case terms(TermsOptions)
    }

    /// How values are listed with their documents.
    struct TermsOptions: Sendable {
        var size = 10
        var minimumCount = 1
        /// `_count`, `_key` or the name of a metric inside, the most important first.
        var order: [(key: String, isDescending: Bool)] = []
    }

    let name: String
    let kind: Kind
    let field: String
    /// What the answer repeats.
    var meta: JSON?
    /// What is computed of the documents of each value.
    var children: [Aggregation] = []

    /// Whether it sorts documents into groups, of which more can be computed.
    var hasBuckets: Bool {
        switch kind {
        case .terms, .missing: true
        default: false
        }
    }

    /// Checks that an index has a field that it can be computed of; one that has none is as one without documents.
    func check(_ mapping: Mapping) throws(ElasticError) {
        for child in children { try child.check(mapping) }
        guard let type = mapping.field(field)?.type else { return }
        if type == "text" { throw .fielddataDisabled(field) }
        if case .metric = kind, type == "keyword" || type == "ip" {
            throw .illegalArgument("Expected numeric type on field [\(field)], but got [\(type)]")
        }
    }

    /// What its type is called in an answer with `typed_keys`.
    ///
    /// - Parameter type: The type of the field; nil when no document has it.
    func typeName(_ type: FieldMapping?) -> String {
        switch kind {
        case .metric(let metric): metric.rawValue
        case .valueCount: "value_count"
        case .cardinality: "cardinality"
        case .missing: "missing"
        case .terms:
            type.map { $0.isFloat ? "dterms" : $0.type == "keyword" || $0.type == "ip" ? "sterms" : "lterms" }
                ?? "umterms"
        }
    }
}
