internal import OrderedJSON
internal import SandboxWorld

/// Scores the documents of one shard.
struct ShardSearcher {
    /// The score of a document; nil when it does not match.
    typealias Scorer = (Shard.Entry) -> Float?

    /// How many clauses a query may have; nil for any number.
    let mostClauses: Int?
    /// How many values a query for exact terms may have.
    var mostTerms = 65_536
    /// The terms of fields, where a query has so many clauses that each of them is looked for in a table.
    private var tables: TermTables?
    let entries: ArraySlice<Shard.Entry>
    let mapping: Mapping
    /// Whether values that a field cannot hold match nothing instead of being an error.
    let isLenient: Bool

    let now: SandboxInstant
    private let roundsLess: Bool

    /// - Parameter profile: Decides how scores are rounded.
    init(_ shard: Shard, mapping: Mapping, isLenient: Bool, at now: SandboxInstant, _ profile: Profile) {
        roundsLess = profile.has(.scoresRoundLess)
        mostClauses = profile.has(.limitsClauses) ? 1024 : nil
        entries = shard.visible
        self.mapping = mapping
        self.isLenient = isLenient
        self.now = now
    }

    private init(_ other: ShardSearcher, isLenient: Bool) {
        roundsLess = other.roundsLess
        mostClauses = other.mostClauses
        mostTerms = other.mostTerms
        tables = other.tables
        entries = other.entries
        mapping = other.mapping
        self.isLenient = isLenient
        now = other.now
    }

    /// Prepares a query for this shard.
    func scorer(_ query: Query) throws(ElasticError) -> Scorer {
        switch query {
        case .all(let boost): return { _ in boost }
        case .none: return { _ in nil }
        case .ids(let ids, let boost):
            let ids = Set(ids)
            return { ids.contains($0.id) ? boost : nil }
        case .exists(let field, let boost):
            return { entry in entry.fields.keys.contains { $0 == field || $0.hasPrefix(field + ".") } ? boost : nil }
        case .term(let field, let value, let boost): return try term(field, value.string ?? value.text(), boost)
        case .terms(let field, let values, let boost): return try terms(field, values, boost)
        case .match(let field, let text, let allWords, let boost):
            guard mapping.field(field)?.type == "text" else { return try term(field, text, boost) }
            let words = StandardAnalyzer.tokens(text)
            let searcher = try bounded(words.count)
            let clauses = words.map { searcher.counted([$0], in: field, boost) }
            if allWords, !clauses.isEmpty { return ShardSearcher.sum(must: clauses, should: [], atLeast: 0) }
            return ShardSearcher.sum(must: [], should: clauses, atLeast: 1)
        case .phrase(let field, let text, let boost):
            guard mapping.field(field)?.type == "text" else { return try term(field, text, boost) }
            return counted(StandardAnalyzer.tokens(text), in: field, boost)
        case .prefix(let field, let text, let isNormalized, let boost):
            let prefix = isNormalized && mapping.field(field)?.type == "text" ? text.lowercased() : text
            return try termScorer("prefix", field, boost) { $0.hasPrefix(prefix) }
        case .wildcard(let field, let pattern, let boost):
            let pattern = WildcardTerm(pattern)
            return try termScorer("wildcard", field, boost, pattern.matches)
        case .range(let field, let bounds, let boost): return try range(field, bounds, boost)
        case .text(let text, let field, let allWords, let boost): return try self.text(text, field, allWords, boost)
        case .best(let queries, let boost):
            let scorers = try sharing(queries.count).all(queries)
            return { entry in scorers.compactMap { $0(entry) }.max().map { $0 * boost } }
        case .constant(let query, let boost):
            let scorer = try scorer(query)
            return { scorer($0) == nil ? nil : boost }
        case .boolean(let query): return try boolean(query)
        }
    }

    private func all(_ queries: [Query]) throws(ElasticError) -> [Scorer] {
        var scorers: [Scorer] = []
        for query in queries { scorers.append(try scorer(query)) }
        return scorers
    }

    /// The searcher for so many clauses of one query.
    ///
    /// - Throws: The server's error for too many.
    private func bounded(_ clauses: Int) throws(ElasticError) -> ShardSearcher {
        if let mostClauses, clauses > mostClauses { throw .tooManyClauses(mostClauses) }
        return sharing(clauses)
    }

    /// The searcher for so many parts of a query: those of many look their terms up in the same tables.
    private func sharing(_ parts: Int) -> ShardSearcher {
        guard parts > ShardSearcher.few, tables == nil else { return self }
        var searcher = self
        searcher.tables = TermTables()
        return searcher
    }

    /// As many clauses are looked for one by one.
    private static let few = 16

    private func boolean(_ query: BooleanQuery) throws(ElasticError) -> Scorer {
        let searcher = try bounded(
            query.must.count + query.filter.count + query.should.count + query.mustNot.count)
        let filter = try searcher.all(query.filter)
        let prohibited = try searcher.all(query.mustNot)
        let sum = ShardSearcher.sum(
            must: try searcher.all(query.must), should: try searcher.all(query.should), atLeast: query.minimum)
        return { entry in
            if !filter.allSatisfy({ $0(entry) != nil }) || prohibited.contains(where: { $0(entry) != nil }) {
                return nil
            }
            return sum(entry).map { $0 * query.boost }
        }
    }

    /// The sum of what all of some and at least so many of others give.
    private static func sum(must: [Scorer], should: [Scorer], atLeast minimum: Int) -> Scorer {
        { entry in
            var sum = 0.0
            for scorer in must {
                guard let score = scorer(entry) else { return nil }
                sum += Double(score)
            }
            let optional = should.compactMap { $0(entry) }
            if optional.count < minimum { return nil }
            return Float(optional.reduce(sum) { $0 + Double($1) })
        }
    }

    /// A scorer for documents that have a term of some form.
    private func termScorer(
        _ name: String, _ field: String, _ boost: Float, _ isWanted: @escaping (String) -> Bool
    ) throws(ElasticError) -> Scorer {
        if let known = mapping.field(field), !["text", "keyword", "ip", "boolean"].contains(known.type) {
            throw ElasticError(
                "query_shard_exception",
                "Can only use \(name) queries on keyword and text fields - not on [\(field)] which is of type "
                    + "[\(known.type)]")
        }
        if let table = tables?.table(of: field, in: entries) {
            // Each term is looked at once, however many documents have it.
            let found = Set(table.places.filter { isWanted($0.key) }.values.joined().map(\.key))
            return { found.contains($0.sequenceNumber) ? boost : nil }
        }
        return { entry in entry.fields[field]?.terms?.contains(where: isWanted) == true ? boost : nil }
    }

    /// A query in the server's own small language.
    private func text(
        _ text: String, _ field: String?, _ allWords: Bool, _ boost: Float
    ) throws(ElasticError) -> Scorer {
        var reader = QueryText(text, defaultField: field, allWords: allWords)
        guard let query = reader.query(fields: mapping.fieldNames) else {
            throw .queryText(text)
        }
        if let mostClauses, case .boolean(let parts) = query,
            parts.must.count + parts.should.count + parts.mustNot.count > mostClauses
        {
            var error = ElasticError.queryText(text)
            let cause = ElasticError.parse("Cannot parse '\(text)': too many boolean clauses")
            error.causes = [cause]
            error.causes[0].causes = [.tooManyClauses(mostClauses)]
            throw error
        }
        // A word for all fields is passed over where a field cannot hold it.
        let lenient = ShardSearcher(self, isLenient: true)
        let scorer = try lenient.scorer(query)
        return { entry in scorer(entry).map { $0 * boost } }
    }

    /// A scorer for documents that have one of several terms.
    private func terms(_ field: String, _ values: [JSON], _ boost: Float) throws(ElasticError) -> Scorer {
        if values.count > mostTerms {
            throw .illegalArgument(
                "The number of terms [\(values.count)] used in the Terms Query request has exceeded the allowed maximum of "
                    + "[\(mostTerms)]. This maximum can be set by changing the [index.max_terms_count] index level setting."
            )
        }
        let texts = values.map { $0.string ?? $0.text() }
        if field == "_id" {
            let wanted = Set(texts)
            return { wanted.contains($0.id) ? boost : nil }
        }
        if let known = mapping.field(field), ["keyword", "text", "ip"].contains(known.type) {
            let wanted = Set(texts)
            return { $0.fields[field]?.terms?.contains(where: wanted.contains) == true ? boost : nil }
        }
        if let known = mapping.field(field), known.isInteger, !known.isDate {
            let numbers = texts.compactMap { Int($0) }
            if numbers.count == texts.count {
                let wanted = Set(numbers)
                return { entry in
                    guard case .integer(let values)? = entry.fields[field] else { return nil }
                    return values.contains(where: wanted.contains) ? boost : nil
                }
            }
        }
        var scorers: [Scorer] = []
        for text in texts { scorers.append(try term(field, text, 1)) }
        return { entry in scorers.contains { $0(entry) != nil } ? boost : nil }
    }

    private func term(_ field: String, _ text: String, _ boost: Float) throws(ElasticError) -> Scorer {
        if field == "_id" { return { $0.id == text ? boost : nil } }
        guard let known = mapping.field(field) else { return { _ in nil } }
        if known.isInteger || known.isDate {
            guard let wanted = known.isDate ? DateText.range(text) : FieldValue.integer(text).map({ $0...$0 }) else {
                return try unreadable(
                    known.isDate ? .dateInQuery(text, format: DateText.defaultFormat) : .numberFormat(text))
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
    func unreadable(_ error: ElasticError) throws(ElasticError) -> Scorer {
        if isLenient { return { _ in nil } }
        throw error
    }

    /// A scorer for a term, or for terms in a row, whose documents are counted.
    private func counted(_ terms: [String], in field: String, _ boost: Float) -> Scorer {
        if terms.isEmpty { return { _ in nil } }
        if let table = sharing(terms.count).tables?.table(of: field, in: entries) {
            return counted(terms, table, in: field, boost)
        }
        var documents = 0
        var tokens = 0
        var frequencies = terms.map { _ in 0 }
        for entry in entries {
            guard let own = entry.fields[field]?.terms, !own.isEmpty else { continue }
            documents += 1
            tokens += own.count
            for (index, term) in terms.enumerated() where own.contains(term) { frequencies[index] += 1 }
        }
        let statistics = BM25(
            frequencies: frequencies, documents: documents, tokens: tokens, boost: boost, roundsLess: roundsLess)
        return { entry in
            guard let indexed = entry.fields[field], let own = indexed.terms else { return nil }
            let frequency = ShardSearcher.occurrences(of: terms, in: own)
            guard frequency > 0 else { return nil }
            if case .text = indexed { return statistics.score(frequency: frequency, length: own.count) }
            return statistics.score(frequency: 1, length: nil)
        }
    }

    /// The same for terms that were counted already.
    private func counted(
        _ terms: [String], _ table: TermTables.Table, in field: String, _ boost: Float
    ) -> Scorer {
        let places = terms.compactMap { table.places[$0] }
        // A document that has all of them has the rarest, too.
        guard places.count == terms.count, let rarest = places.min(by: { $0.count < $1.count }) else {
            return { _ in nil }
        }
        let statistics = BM25(
            frequencies: places.map(\.count), documents: table.documents, tokens: table.tokens, boost: boost,
            roundsLess: roundsLess)
        return { entry in
            guard let one = rarest[entry.sequenceNumber], let indexed = entry.fields[field], let own = indexed.terms
            else { return nil }
            let frequency = terms.count == 1 ? one : ShardSearcher.occurrences(of: terms, in: own)
            guard frequency > 0 else { return nil }
            if case .text = indexed { return statistics.score(frequency: frequency, length: own.count) }
            return statistics.score(frequency: 1, length: nil)
        }
    }

    private static func occurrences(of terms: [String], in own: [String]) -> Int {
        if terms.count == 1 { return own.count { $0 == terms[0] } }
        guard own.count >= terms.count else { return 0 }
        return (0...(own.count - terms.count)).count { own[$0..<($0 + terms.count)].elementsEqual(terms) }
    }
}
