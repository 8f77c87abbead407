import RunbookModel

extension Template {
    /// The templates one behind the other.
    static func joined(_ templates: [Template], separator: String) -> Template {
        var segments: [Segment] = []
        for (index, template) in templates.enumerated() {
            if index > 0 { append(.literal(separator), to: &segments) }
            for segment in template.segments { append(segment, to: &segments) }
        }
        return Template(segments)
    }

    private static func append(_ segment: Segment, to segments: inout [Segment]) {
        guard case .literal(let text) = segment, case .literal(let before)? = segments.last else {
            segments.append(segment)
            return
        }
        segments[segments.count - 1] = .literal(before + text)
    }

    /// The template without blanks and empty lines at its ends.
    var trimmed: Template {
        var segments = segments
        if case .literal(let text)? = segments.first {
            segments[0] = .literal(String(text.drop(while: \.isWhitespace)))
        }
        if case .literal(let text)? = segments.last {
            segments[segments.count - 1] = .literal(text.trimmingEnd)
        }
        return Template(segments)
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmed: String { String(drop(while: \.isWhitespace)).trimmingEnd }

    /// The text without blanks at its end.
    var trimmingEnd: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
