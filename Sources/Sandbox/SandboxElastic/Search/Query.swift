internal import OrderedJSON

/// A query, as it was understood before it met an index.
indirect enum Query: Sendable {
    case all(boost: Float)
    case none
    /// An exact term.
    case term(field: String, value: JSON, boost: Float)
    /// Analyzed text: all of its words, or any.
    case match(field: String, text: String, allWords: Bool, boost: Float)
    case phrase(field: String, text: String)
    case prefix(field: String, text: String)
    case exists(field: String)
    case ids([String], boost: Float)
    /// The best of several, as one word in several fields.
    case best([Query])
    case boolean(must: [Query], should: [Query], mustNot: [Query])
}
