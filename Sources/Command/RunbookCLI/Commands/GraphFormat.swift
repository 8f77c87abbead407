import Arguments

/// How `graph` writes the steps and what joins them.
enum GraphFormat: String, CaseIterable, ArgumentValue {
    /// For people.
    case text
    /// As a chart that hosts of Markdown draw.
    case mermaid
    /// For programs.
    case json
}
