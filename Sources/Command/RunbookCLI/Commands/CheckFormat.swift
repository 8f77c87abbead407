import Arguments

/// How `check` writes the problems it finds.
enum CheckFormat: String, CaseIterable, ArgumentValue {
    /// For people.
    case text
    /// For programs.
    case json
    /// As annotations of GitHub Actions.
    case github
}
