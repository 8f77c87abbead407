internal import OrderedJSON

/// A query, as it was understood before it met an index.
indirect enum Query: Sendable {
    case all(boost: Float)
    case none
    /// An exact term.
    case term(field: String, value: JSON, boost: Float)
    /// Any of several exact terms.
    case terms(field: String, values: [JSON], boost: Float)
    /// Analyzed text: all of its words, or any.
    case match(field: String, text: String, allWords: Bool, boost: Float)
    case phrase(field: String, text: String, boost: Float)
    /// The beginning of a term; the words of text are in lower case.
    case prefix(field: String, text: String, isNormalized: Bool, boost: Float)
    /// A term with `*` for any characters and `?` for one.
    case wildcard(field: String, pattern: String, boost: Float)
    case range(field: String, RangeBounds, boost: Float)
    case exists(field: String, boost: Float)
    case ids([String], boost: Float)
    /// The text of a query in the server's own small language.
    case text(String, defaultField: String?, allWords: Bool, boost: Float)
    /// The best of several, as one word in several fields.
    case best([Query], boost: Float)
    /// What another query finds, all with the same score.
    case constant(Query, boost: Float)
    case boolean(BooleanQuery)
}

extension Query {
    /// The query as errors show it, for those that may fail on a value; nil for others.
    var json: JSON? {
        let name: String
        let definition: (String, JSONObject)
        switch self {
        case .term(let field, let value, let boost):
            name = "term"
            definition = (field, JSONObject([("value", value), ("boost", .float(boost))]))
        case .range(let field, let bounds, let boost):
            name = "range"
            definition = (
                field,
                JSONObject([
                    ("from", bounds.lower ?? .null), ("to", bounds.upper ?? .null),
                    ("include_lower", .bool(bounds.includesLower)), ("include_upper", .bool(bounds.includesUpper)),
                    ("boost", .float(boost)),
                ])
            )
        default: return nil
        }
        let field = JSON.object(JSONObject([(definition.0, .object(definition.1))]))
        return .object(JSONObject([(name, field)]))
    }
}
