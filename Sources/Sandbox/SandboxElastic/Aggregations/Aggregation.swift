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
        /// Groups of the same width.
        case histogram(HistogramOptions)
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
        case .terms, .missing, .histogram: true
        default: false
        }
    }

    /// Checks that an index has a field that it can be computed of; one that has none is as one without documents.
    func check(_ mapping: Mapping, _ profile: Profile) throws(ElasticError) {
        for child in children { try child.check(mapping, profile) }
        try checkField(mapping, profile)
        if case .histogram(let options) = kind {
            if let problem = options.problem { throw problem }
            try check(options, mapping.field(field), profile)
        }
    }

    private func checkField(_ mapping: Mapping, _ profile: Profile) throws(ElasticError) {
        guard let type = mapping.field(field)?.type else { return }
        if type == "text" { throw .fielddataDisabled(field, profile) }
        guard type == "keyword" || type == "ip" else { return }
        switch kind {
        case .metric, .histogram:
            throw .illegalArgument(
                profile.has(.aggregationsNeedField)
                    ? "Field [\(field)] of type [\(type)] is not supported for aggregation [\(typeName(nil))]"
                    : "Expected numeric type on field [\(field)], but got [\(type)]")
        default: return
        }
    }

    /// Checks what of a histogram depends on its field: the formats and the dates in its bounds.
    private func check(
        _ options: HistogramOptions, _ field: FieldMapping?, _ profile: Profile
    ) throws(ElasticError) {
        for (key, _) in options.order where !["_key", "_count", "_term", "_time"].contains(key) {
            let name = String(key.prefix { $0 != "." && $0 != ">" })
            if !children.contains(where: { $0.name == name }) {
                throw ElasticError(
                    "aggregation_execution_exception",
                    "Invalid aggregator order path [\(key)]. The provided aggregation [\(name)] either does not exist, or "
                        + "is a pipeline aggregation and cannot be used to sort the buckets.", status: 500)
            }
        }
        guard field?.isDate ?? options.isOfDates else { return }
        if let format = options.format {
            do {
                _ = try DatePattern(format)
            } catch .unknown(let letter) {
                throw .unknownLetter(letter, in: format)
            } catch {}
        }
        let texts = HistogramTexts(options, field)
        let own = options.format ?? field?.parameters["format"]?.string ?? DateText.defaultFormat
        for date in [options.bounds?.lower, options.bounds?.upper, options.missing] {
            if let date, texts.number(date) == nil,
                DateMath.milliseconds(date.string ?? "", now: 0, roundsUp: false) == nil
            {
                throw .dateInQuery(date.string ?? date.text(), format: own)
            }
        }
        if let lower = options.bounds?.lower.flatMap(texts.number),
            let upper = options.bounds?.upper.flatMap(texts.number),
            lower > upper
        {
            let (least, most) = (HistogramOptions.milliseconds(lower), HistogramOptions.milliseconds(upper))
            throw ElasticError(
                profile.has(.aggregationsNeedField) ? "illegal_argument_exception" : "search_parse_exception",
                "[extended_bounds.min][\(least)] cannot be greater than [extended_bounds.max][\(most)] for "
                    + "histogram aggregation [\(name)]")
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
        case .histogram(let options): options.isOfDates ? "date_histogram" : "histogram"
        case .terms:
            type.map { $0.isFloat ? "dterms" : $0.type == "keyword" || $0.type == "ip" ? "sterms" : "lterms" }
                ?? "umterms"
        }
    }
}
