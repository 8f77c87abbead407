/// What a mapping is read by, beside what it says itself.
struct MappingRules: Sendable {
    /// Whether each type reads its own parameters, and names the one that it does not know.
    var namesParameters = false
    /// Whether parameters that all types had before are passed over with a warning.
    var passesOver = false
    /// Told of what is passed over.
    var warnings: Warnings?
    /// The analyzers that the settings of the index define; nil where they are not known.
    var analyzers: Set<String>?
    /// The normalizers that the settings of the index define; nil where they are not known.
    var normalizers: Set<String>?
    /// The similarities that the settings of the index define.
    var similarities: Set<String> = []

    /// Analyzers that every server has.
    private static let builtIn: Set<String> = [
        "default", "standard", "simple", "whitespace", "stop", "keyword", "pattern", "fingerprint", "snowball",
        "arabic", "armenian", "basque", "bengali", "brazilian", "bulgarian", "catalan", "chinese", "cjk", "czech",
        "danish", "dutch", "english", "estonian", "finnish", "french", "galician", "german", "greek", "hindi",
        "hungarian", "indonesian", "irish", "italian", "latvian", "lithuanian", "norwegian", "persian", "portuguese",
        "romanian", "russian", "sorani", "spanish", "swedish", "turkish", "thai", "standard_html_strip",
    ]

    /// Analyzers of plugins, which a server may have.
    private static let ofPlugins: Set<String> = [
        "ik_smart", "ik_max_word", "aliws", "smartcn", "kuromoji", "nori", "polish", "ukrainian", "icu_analyzer",
        "pinyin", "hanlp", "stconvert", "tsconvert",
    ]

    /// Whether a server has an analyzer of a name without any settings, or may have it.
    static func isAnalyzer(_ name: String) -> Bool { builtIn.contains(name) || ofPlugins.contains(name) }
}
