import RunbookModel

/// Collects the pieces of a template, neighbouring literals as one.
struct BodyTemplateBuilder {
    private var segments: [Template.Segment] = []
    private var literal: [UInt8] = []

    mutating func append(_ bytes: some Sequence<UInt8>) { literal.append(contentsOf: bytes) }

    mutating func append(_ byte: UInt8) { literal.append(byte) }

    mutating func append(_ text: String) { literal.append(contentsOf: text.utf8) }

    mutating func append(_ hole: Hole) {
        flush()
        segments.append(.hole(hole))
    }

    /// The template of what was collected; a single empty literal when there was nothing.
    mutating func finish() -> Template {
        flush()
        return segments.isEmpty ? Template(literal: "") : Template(segments)
    }

    private mutating func flush() {
        if literal.isEmpty { return }
        segments.append(.literal(String(decoding: literal, as: UTF8.self)))
        literal.removeAll()
    }
}
