import Arguments

/// How `test` writes its results.
enum TestFormat: String, CaseIterable, ArgumentValue {
    /// For people.
    case text
    /// For build servers: JUnit's XML.
    case junit
}
