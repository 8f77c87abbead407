/// `index.analysis`: how texts are taken apart, as the settings of an index define it.
struct AnalysisSettings: Sendable {
    /// The parts that are defined, by their kind and their name, with what is said of them.
    private var parts: [String: [String: [String: SettingsMap.Value]]] = [:]

    private static let kinds: Set<String> = ["analyzer", "tokenizer", "filter", "char_filter", "normalizer"]

    init(_ settings: SettingsMap) {
        for name in settings.names where name.hasPrefix("index.analysis.") {
            let words = name.split(separator: ".", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
            guard words.count == 5, AnalysisSettings.kinds.contains(words[2]), let value = settings[name] else {
                continue
            }
            parts[words[2], default: [:]][words[3], default: [:]][words[4]] = value
        }
    }

    /// The names of what is defined of a kind.
    func names(_ kind: String) -> Set<String> { Set((parts[kind] ?? [:]).keys) }

    /// Whether every server has a part of a kind without any settings, by the name of its type.
    static func isKnown(_ name: String, as kind: String) -> Bool { known[kind]?.contains(name) == true }

    /// Types of analyzers, tokenizers and filters that every server has.
    private static let known: [String: Set<String>] = [
        "tokenizer": words(
            """
            standard classic uax_url_email keyword letter lowercase whitespace pattern simple_pattern
            simple_pattern_split path_hierarchy PathHierarchy ngram nGram edge_ngram edgeNGram char_group thai
            """),
        "char_filter": words("html_strip htmlStrip mapping pattern_replace"),
        "filter": words(
            """
            standard lowercase uppercase stop asciifolding length trim truncate unique reverse shingle stemmer snowball
            porter_stem porterStem kstem synonym synonym_graph word_delimiter word_delimiter_graph ngram nGram
            edge_ngram edgeNGram pattern_replace pattern_capture elision keyword_marker keyword_repeat keep keep_types
            limit fingerprint flatten_graph hunspell hyphenation_decompounder dictionary_decompounder common_grams
            classic apostrophe cjk_bigram cjk_width decimal_digit delimited_payload delimited_payload_filter
            min_hash multiplexer condition predicate_token_filter remove_duplicates stemmer_override type_as_synonym
            arabic_normalization arabic_stem bengali_normalization brazilian_stem czech_stem dutch_stem french_stem
            german_normalization german_stem hindi_normalization indic_normalization persian_normalization
            russian_stem scandinavian_folding scandinavian_normalization serbian_normalization sorani_normalization
            """),
        "normalizer": ["custom", "lowercase"],
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// What plugins add, by the beginning of its name.
    private static let plugins = [
        "ik_", "icu_", "pinyin", "kuromoji", "nori", "smartcn", "phonetic", "aliws", "stconvert",
    ]

    private static func isKnown(_ kind: String, _ name: String) -> Bool {
        known[kind]?.contains(name) == true || plugins.contains(where: name.hasPrefix)
    }

    /// The server's error for n-grams or shingles of too many lengths; nil where there are none.
    ///
    /// - Parameter limits: The settings of the index.
    func problem(within limits: SettingsMap) -> ElasticError? {
        func number(_ definition: [String: SettingsMap.Value], _ name: String, _ standard: Int) -> Int {
            Int(definition[name]?.text.flatMap(Int32.init) ?? Int32(standard))
        }
        func limit(_ name: String, _ standard: Int) -> Int { limits.text(name).flatMap(Int.init) ?? standard }
        for kind in ["tokenizer", "filter"] {
            for (_, definition) in sorted(kind) {
                let (what, setting, difference, most): (String, String, Int, Int)
                switch definition["type"]?.text {
                case "ngram"?, "nGram"?:
                    what = "The difference between max_gram and min_gram in NGram Tokenizer"
                    (setting, most) = ("index.max_ngram_diff", limit("index.max_ngram_diff", 1))
                    difference = number(definition, "max_gram", 2) - number(definition, "min_gram", 1)
                case "shingle"? where kind == "filter":
                    what =
                        "In Shingle TokenFilter the difference between max_shingle_size and min_shingle_size (and +1 if "
                        + "outputting unigrams)"
                    (setting, most) = ("index.max_shingle_diff", limit("index.max_shingle_diff", 3))
                    difference =
                        number(definition, "max_shingle_size", 2) - number(definition, "min_shingle_size", 2)
                        + (definition["output_unigrams"]?.text == "false" ? 0 : 1)
                default: continue
                }
                if difference <= most { continue }
                return .illegalArgument(
                    "\(what) must be less than or equal to: [\(most)] but was [\(difference)]. This limit can be set by "
                        + "changing the [\(setting)] index level setting.")
            }
        }
        return nil
    }

    /// The server's error for what is not there; nil where all of it is.
    var problem: ElasticError? {
        for kind in ["char_filter", "filter", "tokenizer"] {
            for (name, definition) in sorted(kind) {
                if let type = definition["type"]?.text, !AnalysisSettings.isKnown(kind, type) {
                    return .illegalArgument("Unknown \(kind) type [\(type)] for [\(name)]")
                }
            }
        }
        for (name, definition) in sorted("analyzer") {
            if let problem = problem(ofAnalyzer: name, definition) { return problem }
        }
        for (name, definition) in sorted("normalizer") {
            if let type = definition["type"]?.text, !AnalysisSettings.isKnown("normalizer", type) {
                return .illegalArgument("Unknown normalizer type [\(type)] for [\(name)]")
            }
            if let problem = missing(of: name, definition, ["char_filter", "filter"]) { return problem }
        }
        return nil
    }

    private func sorted(_ kind: String) -> [(String, [String: SettingsMap.Value])] {
        (parts[kind] ?? [:]).sorted { $0.key < $1.key }
    }

    private func problem(ofAnalyzer name: String, _ definition: [String: SettingsMap.Value]) -> ElasticError? {
        let type = definition["type"]?.text
        if let type, type != "custom" {
            return MappingRules.isAnalyzer(type)
                ? nil : .illegalArgument("Unknown analyzer type [\(type)] for [\(name)]")
        }
        guard definition["tokenizer"] != nil else {
            return type == nil ? nil : .illegalArgument("Custom Analyzer [\(name)] must be configured with a tokenizer")
        }
        return missing(of: name, definition, ["tokenizer", "char_filter", "filter"])
    }

    /// The error for the first part that an analyzer names and nobody defines.
    private func missing(
        of analyzer: String, _ definition: [String: SettingsMap.Value], _ kinds: [String]
    ) -> ElasticError? {
        for kind in kinds {
            let wanted: [String] =
                switch definition[kind] {
                case .list(let list)?: list
                case .text(let text)?: text.split(separator: ",").map(String.init)
                default: []
                }
            let own = names(kind)
            if let absent = wanted.first(where: { !own.contains($0) && !AnalysisSettings.isKnown(kind, $0) }) {
                return .illegalArgument("Custom Analyzer [\(analyzer)] failed to find \(kind) under name [\(absent)]")
            }
        }
        return nil
    }
}
