import RunbookModel

/// A word of an info string or directive: `name`, or `name=value`.
struct KeyWord: Sendable, Hashable {
    /// What is before the `=`, or the whole word.
    let name: Located<String>
    /// What is behind it, without quotes.
    let value: Located<String>?

    /// Whether the value has no quotes, so that it ends at a space.
    var isBare: Bool { value.map { $0.span.start.offset == name.span.end.offset + 1 } ?? false }

    /// The whole word.
    var span: SourceSpan {
        SourceSpan(file: name.span.file, start: name.span.start, end: value?.span.end ?? name.span.end)
    }
}
