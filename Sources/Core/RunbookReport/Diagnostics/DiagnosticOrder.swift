import RunbookModel

/// The order in which diagnostics are reported.
enum DiagnosticOrder {
    /// The diagnostics by place, those without a place first, files in the order of their first diagnostic.
    static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var files: [String: Int] = [:]
        for case let span? in diagnostics.map(\.span) where files[span.file] == nil { files[span.file] = files.count }
        // Swift does not promise a stable sort, so the place in the input decides last.
        let keyed = diagnostics.enumerated().map { index, diagnostic in
            let file = diagnostic.span.flatMap { files[$0.file] } ?? -1
            return (key: (file, diagnostic.span?.start.offset ?? -1, index), diagnostic: diagnostic)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.diagnostic)
    }
}
