internal import OrderedJSON
internal import SandboxWorld

/// Finds and scores the documents of one shard.
struct ShardSearcher {
    /// How many clauses a query may have; nil for any number.
    let mostClauses: Int?
    /// How many values a query for exact terms may have.
    var mostTerms = 65_536
    let shard: Shard
    let mapping: Mapping
    /// Whether values that a field cannot hold match nothing instead of being an error.
    private(set) var isLenient: Bool

    let now: SandboxInstant
    private let roundsLess: Bool

    /// - Parameter profile: Decides how scores are rounded.
    init(_ shard: Shard, mapping: Mapping, isLenient: Bool, at now: SandboxInstant, _ profile: Profile) {
        roundsLess = profile.has(.scoresRoundLess)
        mostClauses = profile.has(.limitsClauses) ? 1024 : nil
        self.shard = shard
        self.mapping = mapping
        self.isLenient = isLenient
        self.now = now
    }

    /// The visible documents; the place of one is its sequence number.
    var entries: ArraySlice<Shard.Entry> { shard.visible }

    var tables: ShardTables { shard.tables }

    /// The terms of a field.
    func terms(of field: String) -> TermTable { tables.terms(of: field, in: entries) }

    /// Prepares a query for this shard.
    func prepare(_ query: Query) throws(ElasticError) -> ShardQuery {
        switch query {
        case .all(let boost): return ShardQuery { _ in boost }
        case .none: return .none
        case .ids(let ids, let boost): return self.ids(Set(ids), boost)
        case .exists(let field, let boost):
            let entries = entries
            return ShardQuery { place in
                entries[place].fields.keys.contains { $0 == field || $0.hasPrefix(field + ".") } ? boost : nil
            }
        case .term(let field, let value, let boost): return try term(field, value.string ?? value.text(), boost)
        case .terms(let field, let values, let boost): return try terms(field, values, boost)
        case .match(let field, let text, let allWords, let boost):
            guard mapping.field(field)?.type == "text" else { return try term(field, text, boost) }
            let words = StandardAnalyzer.tokens(text)
            try check(clauses: words.count)
            let clauses = words.map { counted([$0], in: field, boost) }
            return allWords && !clauses.isEmpty
                ? sum(must: clauses, should: [], atLeast: 0) : sum(must: [], should: clauses, atLeast: 1)
        case .phrase(let field, let text, let boost):
            guard mapping.field(field)?.type == "text" else { return try term(field, text, boost) }
            return counted(StandardAnalyzer.tokens(text), in: field, boost)
        case .prefix(let field, let text, let isNormalized, let boost):
            let prefix = isNormalized && mapping.field(field)?.type == "text" ? text.lowercased() : text
            return try anyTerm("prefix", field, boost) { $0.hasPrefix(prefix) }
        case .wildcard(let field, let pattern, let boost):
            return try anyTerm("wildcard", field, boost, WildcardTerm(pattern).matches)
        case .range(let field, let bounds, let boost): return try range(field, bounds, boost)
        case .text(let text, let field, let allWords, let boost): return try self.text(text, field, allWords, boost)
        case .best(let queries, let boost):
            let parts = try all(queries)
            let scores = parts.map(\.score)
            return ShardQuery(among: union(parts)) { place in
                scores.lazy.compactMap { $0(place) }.max().map { $0 * boost }
            }
        case .constant(let query, let boost): return try prepare(query).scored { _ in boost }
        case .boolean(let query): return try boolean(query)
        }
    }

    private func all(_ queries: [Query]) throws(ElasticError) -> [ShardQuery] {
        var prepared: [ShardQuery] = []
        for query in queries { prepared.append(try prepare(query)) }
        return prepared
    }

    /// Documents by their ids.
    private func ids(_ ids: Set<String>, _ boost: Float) -> ShardQuery {
        let entries = entries
        let score = { (place: Int) in ids.contains(entries[place].id) ? boost : nil }
        var places: [Int32] = []
        for id in ids {
            guard let place = shard.current[id] else {
                // Searches may still see what was deleted since the last refresh.
                if shard.tombstones[id] != nil { return ShardQuery(score) }
                continue
            }
            if place >= entries.endIndex { return ShardQuery(score) }
            places.append(Int32(clamping: place))
        }
        return ShardQuery(among: places.sorted(), score)
    }

    // MARK: - Queries that are joined

    /// - Throws: The server's error for too many clauses of one query.
    private func check(clauses: Int) throws(ElasticError) {
        if let mostClauses, clauses > mostClauses { throw .tooManyClauses(mostClauses) }
    }

    /// The places of all that any of some queries may find; nil when one of them does not know.
    private func union(_ parts: [ShardQuery]) -> [Int32]? {
        var lists: [[Int32]] = []
        for part in parts {
            guard let places = part.places else { return nil }
            lists.append(places)
        }
        return TermTable.union(lists, of: entries.count)
    }

    private func boolean(_ query: BooleanQuery) throws(ElasticError) -> ShardQuery {
        try check(
            clauses: query.must.count + query.filter.count + query.should.count + query.mustNot.count)
        let filter = try all(query.filter)
        let prohibited = try all(query.mustNot)
        let sum = self.sum(must: try all(query.must), should: try all(query.should), atLeast: query.minimum)
        let places = (filter + [sum]).compactMap(\.places).min { $0.count < $1.count }
        let (filterScores, prohibitedScores) = (filter.map(\.score), prohibited.map(\.score))
        return ShardQuery(among: places) { place in
            for score in filterScores where score(place) == nil { return nil }
            for score in prohibitedScores where score(place) != nil { return nil }
            return sum.score(place).map { $0 * query.boost }
        }
    }

    /// The sum of what all of some and at least so many of others give.
    private func sum(must: [ShardQuery], should: [ShardQuery], atLeast minimum: Int) -> ShardQuery {
        // A document that all of them find is among the fewest.
        let fewest = must.compactMap(\.places).min { $0.count < $1.count }
        let (mustScores, shouldScores) = (must.map(\.score), should.map(\.score))
        return ShardQuery(among: must.isEmpty && minimum > 0 ? union(should) : fewest) { place in
            var sum = 0.0
            for score in mustScores {
                guard let own = score(place) else { return nil }
                sum += Double(own)
            }
            var found = 0
            for score in shouldScores {
                guard let own = score(place) else { continue }
                sum += Double(own)
                found += 1
            }
            return found < minimum ? nil : Float(sum)
        }
    }

    /// A query in the server's own small language.
    private func text(
        _ text: String, _ field: String?, _ allWords: Bool, _ boost: Float
    ) throws(ElasticError) -> ShardQuery {
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
        var lenient = self
        lenient.isLenient = true
        return try lenient.prepare(query).scored { $0 * boost }
    }

    // MARK: - Terms that are counted

    /// Documents that have a term, or terms in a row.
    func counted(_ terms: [String], in field: String, _ boost: Float) -> ShardQuery {
        if terms.isEmpty { return .none }
        let table = self.terms(of: field)
        let postings = terms.compactMap { table[$0] }
        // A document that has all of them has the rarest, too.
        guard postings.count == terms.count, let rarest = postings.min(by: { $0.places.count < $1.places.count })
        else { return .none }
        let statistics = BM25(
            frequencies: postings.map(\.places.count), documents: table.documents, tokens: table.tokens, boost: boost,
            roundsLess: roundsLess)
        let cursor = PostingsCursor(rarest)
        let entries = entries
        return ShardQuery(among: rarest.places) { place in
            let one = cursor.frequency(at: place)
            if one == 0 { return nil }
            let frequency =
                terms.count == 1
                ? one : ShardSearcher.occurrences(of: terms, in: entries[place].fields[field]?.terms ?? [])
            if frequency == 0 { return nil }
            let length = table.length(at: place)
            return statistics.score(frequency: length == nil ? 1 : frequency, length: length)
        }
    }

    private static func occurrences(of terms: [String], in own: [String]) -> Int {
        guard own.count >= terms.count else { return 0 }
        return (0...(own.count - terms.count)).count { own[$0..<($0 + terms.count)].elementsEqual(terms) }
    }
}
