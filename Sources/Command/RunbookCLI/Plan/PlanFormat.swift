import Arguments

/// How `plan` writes what would be done.
enum PlanFormat: String, CaseIterable, ArgumentValue {
    /// For people at a terminal.
    case text
    /// For a comment on a pull request.
    case markdown
    /// For programs.
    case json
}
