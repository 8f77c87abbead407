import Arguments

/// The forms of a report.
enum ReportFormat: String, CaseIterable, ArgumentValue {
    /// For people, to attach to a change ticket.
    case markdown
    /// For programs.
    case json
    /// For build servers: JUnit's XML.
    case junit

    /// The form that a file's name asks for.
    init(ending file: String) {
        self = file.hasSuffix(".json") ? .json : file.hasSuffix(".xml") ? .junit : .markdown
    }
}
