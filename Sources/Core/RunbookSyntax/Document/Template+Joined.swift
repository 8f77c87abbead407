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
        if case .literal(let text)? = segments.first { segments[0] = .literal(text.trimmingStart) }
        return Template(segments).trimmedEnd
    }

    /// The template without blanks and empty lines at its end.
    var trimmedEnd: Template {
        guard case .literal(let text)? = segments.last else { return self }
        return Template(segments.dropLast() + [.literal(text.trimmingEnd)])
    }
}

extension String {
    /// The text without blanks and empty lines at its ends.
    var trimmed: String { trimmingStart.trimmingEnd }

    /// The text without blanks and empty lines at its start.
    var trimmingStart: String {
        guard let start = utf8.firstIndex(where: { !String.isBlank($0) }) else { return "" }
        return String(self[start...])
    }

    /// The text without blanks and empty lines at its end.
    var trimmingEnd: String {
        guard let last = utf8.lastIndex(where: { !String.isBlank($0) }) else { return "" }
        return String(self[..<utf8.index(after: last)])
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
