package import OrderedJSON
package import RunbookModel

/// Writes diagnostics for programs: an array of objects with stable names.
package enum DiagnosticJSON {
    /// The diagnostics in the order of their files and places.
    ///
    /// Lines and columns count from 1, columns and offsets in UTF-8 bytes, ends are exclusive. `file` and `range` are
    /// null for a diagnostic without a place.
    package static func json(_ diagnostics: [Diagnostic]) -> JSON {
        .array(
            DiagnosticOrder.sorted(diagnostics).map { diagnostic in
                [
                    "code": .string(diagnostic.code),
                    "severity": .string(diagnostic.severity.rawValue),
                    "message": .string(diagnostic.message),
                    "file": (diagnostic.span?.file).map(JSON.string) ?? .null,
                    "range": diagnostic.span.map(range) ?? .null,
                    "help": .array(diagnostic.help.map(JSON.string)),
                    "related": .array(
                        diagnostic.related.map { related in
                            [
                                "message": .string(related.message),
                                "file": .string(related.span.file),
                                "range": range(related.span),
                            ]
                        }),
                ]
            })
    }

    private static func range(_ span: SourceSpan) -> JSON {
        ["start": position(span.start), "end": position(span.end)]
    }

    private static func position(_ position: SourcePosition) -> JSON {
        [
            "line": JSON.number(JSONNumber(position.line)), "column": JSON.number(JSONNumber(position.column)),
            "offset": JSON.number(JSONNumber(position.offset)),
        ]
    }
}
