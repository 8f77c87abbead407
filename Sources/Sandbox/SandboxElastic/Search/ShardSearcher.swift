internal import OrderedJSON

/// Scores the documents of one shard.
struct ShardSearcher {
    /// The score of a document; nil when it does not match.
    typealias Scorer = (Shard.Entry) -> Float?

    private let entries: [Shard.Entry]
    private let mapping: Mapping
    /// Whether values that a field cannot hold match nothing instead of being an error.
    private let isLenient: Bool

    init(_ shard: Shard, mapping: Mapping, isLenient: Bool) {
        entries = shard.visible
        self.mapping = mapping
        self.isLenient = isLenient
    }

    /// Prepares a query for this shard.
    func scorer(_ query: Query) throws(ElasticError) -> Scorer {
        switch query {
        case .all(let boost): return { _ in boost }
        case .none: return { _ in nil }
        case .ids(let ids, let boost):
            let ids = Set(ids)
            return { ids.contains($0.id) ? boost : nil }
        case .exists(let field):
            return { entry in entry.fields.keys.contains { $0 == field || $0.hasPrefix(field + ".") } ? 1 : nil }
        case .term(let field, let value, let boost): return try term(field, value.string ?? value.text(), boost)
        case .match(let field, let text, let allWords, let boost):
            guard mapping.field(field)?.type == "text" else { return try term(field, text, boost) }
            let clauses = StandardAnalyzer.tokens(text).map { counted([$0], in: field, boost) }
            return ShardSearcher.boolean(allWords ? clauses : [], allWords ? [] : clauses, [])
        case .phrase(let field, let text):
            guard mapping.field(field)?.type == "text" else { return try term(field, text, 1) }
            return counted(StandardAnalyzer.tokens(text), in: field, 1)
        case .prefix(let field, let text):
            let prefix = mapping.field(field)?.type == "text" ? text.lowercased() : text
            return { entry in entry.fields[field]?.terms?.contains { $0.hasPrefix(prefix) } == true ? 1 : nil }
        case .best(let queries):
            let scorers = try all(queries)
            return { entry in scorers.compactMap { $0(entry) }.max() }
        case .boolean(let must, let should, let mustNot):
            return ShardSearcher.boolean(try all(must), try all(should), try all(mustNot))
        }
    }

    private func all(_ queries: [Query]) throws(ElasticError) -> [Scorer] {
        var scorers: [Scorer] = []
        for query in queries { scorers.append(try scorer(query)) }
        return scorers
    }

    private static func boolean(_ must: [Scorer], _ should: [Scorer], _ mustNot: [Scorer]) -> Scorer {
        { entry in
            if mustNot.contains(where: { $0(entry) != nil }) { return nil }
            var sum = 0.0
            for scorer in must {
                guard let score = scorer(entry) else { return nil }
                sum += Double(score)
            }
            let optional = should.compactMap { $0(entry) }
            if must.isEmpty, optional.isEmpty { return should.isEmpty && !mustNot.isEmpty ? 0 : nil }
            return Float(optional.reduce(sum) { $0 + Double($1) })
        }
    }

    private func term(_ field: String, _ text: String, _ boost: Float) throws(ElasticError) -> Scorer {
        if field == "_id" { return { $0.id == text ? boost : nil } }
        guard let known = mapping.field(field) else { return { _ in nil } }
        if known.isInteger || known.isDate {
            guard let wanted = known.isDate ? DateText.range(text) : FieldValue.integer(text).map({ $0...$0 }) else {
                return try unreadable(known.isDate ? .dateInQuery(text) : .numberFormat(text))
            }
            if known.isInteger, let number = Double(text), number != number.rounded() { return { _ in nil } }
            return { entry in
                guard case .integer(let values)? = entry.fields[field] else { return nil }
                return values.contains(where: wanted.contains) ? boost : nil
            }
        }
        if known.isFloat {
            guard let wanted = Double(text) else { return try unreadable(.numberFormat(text)) }
            return { entry in
                if case .double(let values)? = entry.fields[field], values.contains(wanted) { boost } else { nil }
            }
        }
        if known.type == "boolean" {
            guard ["true", "false", ""].contains(text) else {
                return try unreadable(
                    .illegalArgument("Can't parse boolean value [\(text)], expected [true] or [false]"))
            }
            return counted([text == "true" ? "T" : "F"], in: field, boost)
        }
        return counted([text], in: field, boost)
    }

    /// What a value is that the field cannot hold.
    private func unreadable(_ error: ElasticError) throws(ElasticError) -> Scorer {
        if isLenient { return { _ in nil } }
        throw error
    }

    /// A scorer for a term, or for terms in a row, whose documents are counted.
    private func counted(_ terms: [String], in field: String, _ boost: Float) -> Scorer {
        if terms.isEmpty { return { _ in nil } }
        var documents = 0
        var tokens = 0
        var frequencies = terms.map { _ in 0 }
        for entry in entries {
            guard let own = entry.fields[field]?.terms, !own.isEmpty else { continue }
            documents += 1
            tokens += own.count
            for (index, term) in terms.enumerated() where own.contains(term) { frequencies[index] += 1 }
        }
        let statistics = BM25(frequencies: frequencies, documents: documents, tokens: tokens, boost: boost)
        return { entry in
            guard let indexed = entry.fields[field], let own = indexed.terms else { return nil }
            let frequency = ShardSearcher.occurrences(of: terms, in: own)
            guard frequency > 0 else { return nil }
            if case .text = indexed { return statistics.score(frequency: frequency, length: own.count) }
            return statistics.score(frequency: 1, length: nil)
        }
    }

    private static func occurrences(of terms: [String], in own: [String]) -> Int {
        if terms.count == 1 { return own.count { $0 == terms[0] } }
        guard own.count >= terms.count else { return 0 }
        return (0...(own.count - terms.count)).count { Array(own[$0..<($0 + terms.count)]) == terms }
    }
}
