/// A tokenizer and the filters behind it.
struct AnalysisChain: Sendable {
    /// A word with its place in the text, in UTF-16 units.
    struct Token: Sendable {
        var text: String
        let start: Int
        let end: Int
        let type: String
        let position: Int
    }

    private let tokenizer: String
    private var filters: [String] = []

    private static let analyzers: [String: (String, [String])] = [
        "standard": ("standard", ["lowercase"]), "simple": ("lowercase", []), "whitespace": ("whitespace", []),
        "keyword": ("keyword", []), "stop": ("lowercase", ["stop"]), "default": ("standard", ["lowercase"]),
    ]
    private static let tokenizers: Set<String> = ["standard", "keyword", "whitespace", "letter", "lowercase"]
    private static let stopWords: Set<String> = [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
        "of",
        "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will",
        "with",
    ]

    /// An analyzer by its name; nil when there is none.
    init?(analyzer name: String) {
        guard let (tokenizer, filters) = AnalysisChain.analyzers[name] else { return nil }
        self.tokenizer = tokenizer
        self.filters = filters
    }

    init(tokenizer: String, filters: [String] = []) {
        self.tokenizer = tokenizer
        self.filters = filters
    }

    /// Whether there is such a tokenizer.
    var isKnown: Bool { AnalysisChain.tokenizers.contains(tokenizer) }

    /// Adds a filter; false when there is none of this name.
    mutating func add(filter name: String) -> Bool {
        guard ["lowercase", "uppercase", "trim", "stop", "unique", "reverse"].contains(name) else { return false }
        filters.append(name)
        return true
    }

    func tokens(of text: String) throws(ElasticError) -> [Token] {
        var tokens = split(text)
        for filter in filters {
            switch filter {
            case "lowercase": for place in tokens.indices { tokens[place].text = tokens[place].text.lowercased() }
            case "uppercase": for place in tokens.indices { tokens[place].text = tokens[place].text.uppercased() }
            case "reverse":
                for place in tokens.indices {
                    tokens[place].text = String(tokens[place].text.unicodeScalars.reversed().map { Character($0) })
                }
            case "stop": tokens.removeAll { AnalysisChain.stopWords.contains($0.text) }
            case "trim":
                for place in tokens.indices { tokens[place].text = tokens[place].text.trimmingWhiteSpace }
            case "unique":
                var seen: Set<String> = []
                tokens = tokens.filter { seen.insert($0.text).inserted }
            default: break
            }
        }
        return tokens
    }

    private func split(_ text: String) -> [Token] {
        switch tokenizer {
        case "keyword":
            return text.isEmpty ? [] : [Token(text: text, start: 0, end: text.utf16.count, type: "word", position: 0)]
        case "standard":
            return StandardAnalyzer.words(text).enumerated().map { number, word in
                Token(text: word.text, start: word.start, end: word.end, type: word.type, position: number)
            }
        default:
            return runs(of: text)
        }
    }

    /// Runs of letters, or of anything but space.
    private func runs(of text: String) -> [Token] {
        var tokens: [Token] = []
        var (word, start, place) = (String.UnicodeScalarView(), 0, 0)
        func finish() {
            if word.isEmpty { return }
            let found = tokenizer == "lowercase" ? String(word).lowercased() : String(word)
            tokens.append(Token(text: found, start: start, end: place, type: "word", position: tokens.count))
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            let belongs =
                tokenizer == "whitespace" ? !scalar.properties.isWhitespace : scalar.properties.isAlphabetic
            if belongs {
                if place - start >= StandardAnalyzer.longest { finish() }
                if word.isEmpty { start = place }
                word.append(scalar)
            } else {
                finish()
            }
            place += UTF16.width(scalar)
        }
        finish()
        return tokens
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmingWhiteSpace: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map { scalars.index(after: $0) }
        return String(scalars[..<(end ?? scalars.startIndex)])
    }
}
