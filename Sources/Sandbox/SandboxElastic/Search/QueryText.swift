/// Reads the text behind `q=`: words, `field:word`, `"phrases"`, `+`, `-`, `AND`, `OR`, `NOT`, `*` and `word*`.
struct QueryText {
    private struct Clause {
        var query: Query
        var isRequired = false
        var isProhibited = false
    }

    private let text: String
    private let defaultField: String?
    private let allWords: Bool
    private var rest: Substring

    /// - Parameters:
    ///   - defaultField: The field of words without one; nil for all fields.
    ///   - allWords: Whether words without an operator between them must all be there.
    init(_ text: String, defaultField: String?, allWords: Bool) {
        self.text = text
        self.defaultField = defaultField
        self.allWords = allWords
        self.rest = text[...]
    }

    /// The query; nil when the text uses what the emulator does not know.
    mutating func query(fields: [String]) -> Query? {
        if text.contains(where: "()[]{}^~/?\\!".contains) { return nil }
        var clauses: [Clause] = []
        var joinsNext = false
        var negatesNext = false
        while let word = nextWord() {
            switch word {
            case "AND", "&&":
                if !clauses.isEmpty { clauses[clauses.count - 1].isRequired = true }
                joinsNext = true
            case "OR", "||": joinsNext = false
            case "NOT": negatesNext = true
            default:
                guard var clause = clause(word, fields: fields) else { return nil }
                clause.isRequired = clause.isRequired || joinsNext || (allWords && !clause.isProhibited)
                clause.isProhibited = clause.isProhibited || negatesNext
                clauses.append(clause)
                (joinsNext, negatesNext) = (false, false)
            }
        }
        if clauses.isEmpty { return Query.none }
        if clauses.count == 1, !clauses[0].isProhibited { return clauses[0].query }
        return .boolean(
            BooleanQuery(
                must: clauses.filter { $0.isRequired && !$0.isProhibited }.map(\.query),
                should: clauses.filter { !$0.isRequired && !$0.isProhibited }.map(\.query),
                mustNot: clauses.filter(\.isProhibited).map(\.query)))
    }

    /// The next word with its field and quotes; nil at the end.
    private mutating func nextWord() -> String? {
        rest = rest.drop(while: \.isWhitespace)
        if rest.isEmpty { return nil }
        var isQuoted = false
        let word = rest.prefix { character in
            if character == "\"" { isQuoted.toggle() }
            return isQuoted || !character.isWhitespace
        }
        rest = rest[word.endIndex...]
        return String(word)
    }

    private func clause(_ word: String, fields: [String]) -> Clause? {
        var word = word[...]
        var isRequired = false
        var isProhibited = false
        if word.first == "+" || word.first == "-" {
            isRequired = word.first == "+"
            isProhibited = word.first == "-"
            word.removeFirst()
        }
        var field = defaultField
        if let colon = word.firstIndex(of: ":"), !word[..<colon].contains("\"") {
            field = String(word[..<colon])
            word = word[word.index(after: colon)...]
        }
        if word.isEmpty || field == "" { return nil }
        let names = field.map { $0 == "*" ? fields : [$0] } ?? fields
        guard let query = query(String(word), isEverywhere: field == nil || field == "*", names) else { return nil }
        return Clause(query: query, isRequired: isRequired, isProhibited: isProhibited)
    }

    private func query(_ word: String, isEverywhere: Bool, _ fields: [String]) -> Query? {
        if fields == ["_exists_"] { return .exists(field: word, boost: 1) }
        if word == "*" { return isEverywhere ? .all(boost: 1) : fields.first.map { .exists(field: $0, boost: 1) } }
        if word.hasPrefix("\"") {
            guard word.count > 1, word.hasSuffix("\"") else { return nil }
            let phrase = String(word.dropFirst().dropLast())
            return best(fields.map { .phrase(field: $0, text: phrase, boost: 1) })
        }
        if word.hasSuffix("*"), !word.dropLast().contains("*") {
            return best(fields.map { .prefix(field: $0, text: String(word.dropLast()), isNormalized: true, boost: 1) })
        }
        if word.contains("*") || word.contains("\"") || word.hasPrefix(">") || word.hasPrefix("<") { return nil }
        return best(fields.map { .match(field: $0, text: word, allWords: allWords, boost: 1) })
    }

    private func best(_ queries: [Query]) -> Query {
        queries.count == 1 ? queries[0] : .best(queries, boost: 1)
    }
}
