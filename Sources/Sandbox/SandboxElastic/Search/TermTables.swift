/// The terms of the fields of a shard, each field read once for all clauses of a query.
///
/// It is made for one search and used by one thread.
final class TermTables {
    /// The terms of one field.
    struct Table {
        /// How many documents have the field, and how many terms it has in all of them.
        var documents = 0
        var tokens = 0
        /// How often a document has a term, by the term and the document's sequence number.
        var places: [String: [Int: Int]] = [:]
    }

    private var known: [String: Table] = [:]

    init() {}

    /// The table of a field.
    func table(of field: String, in entries: ArraySlice<Shard.Entry>) -> Table {
        if let table = known[field] { return table }
        var table = Table()
        for entry in entries {
            guard let terms = entry.fields[field]?.terms, !terms.isEmpty else { continue }
            table.documents += 1
            table.tokens += terms.count
            for term in terms { table.places[term, default: [:]][entry.sequenceNumber, default: 0] += 1 }
        }
        known[field] = table
        return table
    }
}
