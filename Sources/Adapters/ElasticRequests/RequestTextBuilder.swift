import RunbookModel

/// Collects a template piece by piece.
struct RequestTextBuilder {
    private var segments: [Template.Segment] = []
    private var literal: [UInt8] = []

    /// Adds text that stays as it is.
    mutating func append(_ bytes: some Sequence<UInt8>) { literal += bytes }

    /// Adds one byte of such text.
    mutating func append(_ byte: UInt8) { literal.append(byte) }

    /// Adds a place for a value.
    mutating func append(_ hole: Hole) {
        flush()
        segments.append(.hole(hole))
    }

    /// Returns what was collected.
    consuming func template() -> Template {
        flush()
        return Template(segments)
    }

    private mutating func flush() {
        guard !literal.isEmpty else { return }
        segments.append(.literal(String(decoding: literal, as: UTF8.self)))
        literal = []
    }
}
