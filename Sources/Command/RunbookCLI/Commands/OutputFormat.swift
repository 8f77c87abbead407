import Arguments

/// How a command writes its result.
enum OutputFormat: String, CaseIterable, ArgumentValue {
    /// For people.
    case text
    /// For programs.
    case json
}
