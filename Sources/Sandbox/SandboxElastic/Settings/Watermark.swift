/// One limit of a disk that is getting full, as a setting writes it.
enum Watermark {
    /// A share in percent, which may be written as a ratio; nil for what is a size, or neither.
    static func share(_ text: String) -> Double? {
        if text.hasSuffix("%") { return Double(text.dropLast()) }
        return Double(text).flatMap { 0...1 ~= $0 ? $0 * 100 : nil }
    }

    /// The server's error for a text that is not a limit; nil when it is one.
    static func problem(_ name: String, _ text: String) -> ElasticError? {
        if share(text) != nil { return nil }
        guard var problem = SettingRules.sizeProblem(name, text) else { return nil }
        if Double(text) != nil, !problem.causes.isEmpty {
            problem.causes[0].suppressed = [.parse("Ratio should be in [0-1.0], got [\(text)]")]
        }
        return problem
    }
}
