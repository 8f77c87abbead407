internal import OrderedJSON

/// Documents that have exact terms.
extension ShardSearcher {
    /// Documents that have a term of some form.
    func anyTerm(
        _ name: String, _ field: String, _ boost: Float, _ isWanted: (String) -> Bool
    ) throws(ElasticError) -> ShardQuery {
        if let known = mapping.field(field), !["text", "keyword", "ip", "boolean"].contains(known.type) {
            throw ElasticError(
                "query_shard_exception",
                "Can only use \(name) queries on keyword and text fields - not on [\(field)] which is of type "
                    + "[\(known.type)]")
        }
        return .some(terms(of: field).places(where: isWanted), of: entries.count, boost)
    }

    /// Documents that have one of several terms.
    func terms(_ field: String, _ values: [JSON], _ boost: Float) throws(ElasticError) -> ShardQuery {
        if values.count > mostTerms {
            throw .illegalArgument(
                "The number of terms [\(values.count)] used in the Terms Query request has exceeded the allowed maximum of "
                    + "[\(mostTerms)]. This maximum can be set by changing the [index.max_terms_count] index level setting."
            )
        }
        let texts = values.map { $0.string ?? $0.text() }
        if field == "_id" { return try prepare(.ids(texts, boost: boost)) }
        if let known = mapping.field(field), ["keyword", "text", "ip"].contains(known.type) {
            let table = terms(of: field)
            let lists = Set(texts).compactMap { table[$0]?.places }
            return .some(TermTable.union(lists, of: entries.count), of: entries.count, boost)
        }
        if let known = mapping.field(field), known.isInteger, !known.isDate {
            let numbers = texts.compactMap { Int($0) }
            if numbers.count == texts.count {
                let wanted = Set(numbers)
                let column = tables.integers(of: field, in: entries)
                return ShardQuery { column.contains(at: $0, where: wanted.contains) ? boost : nil }
            }
        }
        var scores: [(Int) -> Float?] = []
        for text in texts { scores.append(try term(field, text, 1).score) }
        return ShardQuery { place in scores.contains { $0(place) != nil } ? boost : nil }
    }

    func term(_ field: String, _ text: String, _ boost: Float) throws(ElasticError) -> ShardQuery {
        if field == "_id" { return try prepare(.ids([text], boost: boost)) }
        guard let known = mapping.field(field) else { return .none }
        if known.isInteger || known.isDate {
            guard let wanted = known.isDate ? DateText.range(text) : FieldValue.integer(text).map({ $0...$0 }) else {
                return try unreadable(
                    known.isDate ? .dateInQuery(text, format: DateText.defaultFormat) : .numberFormat(text))
            }
            if known.isInteger, let number = Double(text), number != number.rounded() { return .none }
            let column = tables.integers(of: field, in: entries)
            return ShardQuery { column.contains(at: $0, where: wanted.contains) ? boost : nil }
        }
        if known.isFloat {
            guard let wanted = Double(text) else { return try unreadable(.numberFormat(text)) }
            let column = tables.doubles(of: field, in: entries)
            return ShardQuery { place in column.contains(at: place) { $0 == wanted } ? boost : nil }
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
    func unreadable(_ error: ElasticError) throws(ElasticError) -> ShardQuery {
        if isLenient { return .none }
        throw error
    }
}
