internal import OrderedJSON

/// Queries as Lucene prints them.
enum LuceneText {
    static func text(_ query: Query) -> String {
        switch query {
        case .all: return "*:*"
        case .none: return "MatchNoDocsQuery(\"\")"
        case .term(let field, let value, let boost): return "\(field):\(value.string ?? value.text())" + text(boost)
        case .terms(let field, let values, let boost):
            return "\(field):(\(values.map { $0.string ?? $0.text() }.joined(separator: " ")))" + text(boost)
        case .match(let field, let words, let all, let boost):
            let terms = StandardAnalyzer.tokens(words).map { (all ? "+" : "") + "\(field):\($0)" }
            return terms.joined(separator: " ") + text(boost)
        case .phrase(let field, let words, let boost):
            return "\(field):\"\(StandardAnalyzer.tokens(words).joined(separator: " "))\"" + text(boost)
        case .prefix(let field, let begin, _, let boost): return "\(field):\(begin)*" + text(boost)
        case .wildcard(let field, let pattern, let boost): return "\(field):\(pattern)" + text(boost)
        case .range(let field, let bounds, let boost):
            let lower = bounds.lower.map { $0.string ?? $0.text() } ?? "*"
            let upper = bounds.upper.map { $0.string ?? $0.text() } ?? "*"
            let open = bounds.includesLower ? "[" : "{"
            return "\(field):\(open)\(lower) TO \(upper)\(bounds.includesUpper ? "]" : "}")" + text(boost)
        case .exists(let field, let boost):
            return "ConstantScore(DocValuesFieldExistsQuery [field=\(field)])" + text(boost)
        case .ids(let ids, let boost): return "_id:(\(ids.joined(separator: " ")))" + text(boost)
        case .text(let words, _, _, let boost): return words + text(boost)
        case .best(let queries, let boost):
            return queries.count == 1
                ? text(queries[0]) + text(boost)
                : "(\(queries.map { text($0) }.joined(separator: " | ")))" + text(boost)
        case .constant(let query, let boost): return "ConstantScore(\(text(query)))" + text(boost)
        case .boolean(let boolean):
            let clauses =
                boolean.must.map { "+\(group($0))" } + boolean.should.map { group($0) }
                + boolean.mustNot.map { "-\(group($0))" } + boolean.filter.map { "#\(group($0))" }
            return clauses.joined(separator: " ") + text(boolean.boost)
        }
    }

    private static func group(_ query: Query) -> String {
        if case .boolean = query { return "(\(text(query)))" }
        return text(query)
    }

    private static func text(_ boost: Float) -> String { boost == 1 ? "" : "^\(boost)" }
}
