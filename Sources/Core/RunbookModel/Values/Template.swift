public import OrderedJSON

/// A text with holes that are filled when a step runs, once; filled values are never scanned again.
public struct Template: Sendable, Hashable {
    /// A piece of a template.
    public enum Segment: Sendable, Hashable {
        /// Text that stays as it is.
        case literal(String)
        /// A place for a value.
        case hole(Hole)
    }

    /// The pieces in order.
    public let segments: [Segment]

    /// Makes a template of pieces.
    public init(_ segments: [Segment]) { self.segments = segments }

    /// Makes a template without holes.
    public init(literal: String) { segments = [.literal(literal)] }

    /// The holes in order.
    public var holes: [Hole] {
        segments.compactMap { segment in
            if case .hole(let hole) = segment { hole } else { nil }
        }
    }

    /// The text when there is no hole.
    public var literal: String? {
        var text = ""
        for segment in segments {
            guard case .literal(let piece) = segment else { return nil }
            text += piece
        }
        return text
    }

    /// The template as it is written, with `${reference}` for each hole; what journals and outlines show.
    public var source: String {
        segments.reduce(into: "") { text, segment in
            switch segment {
            case .literal(let piece): text += piece
            case .hole(let hole): text += "${\(hole.reference)}"
            }
        }
    }

    /// The text with each hole filled in the manner of its context.
    ///
    /// - Parameter value: The value of a reference; nil when there is none.
    /// - Throws: `Template.Unfilled` at the first hole without a value, or with one its context cannot hold.
    public func filled(_ value: (ValueReference) -> JSON?) throws(Unfilled) -> String {
        var text = ""
        for segment in segments {
            switch segment {
            case .literal(let piece): text += piece
            case .hole(let hole):
                guard let value = value(hole.reference) else { throw Unfilled(hole: hole, reason: .noValue) }
                guard let rendered = hole.context.render(value) else {
                    throw Unfilled(hole: hole, reason: .wrongKind(value.kind))
                }
                text += rendered
            }
        }
        return text
    }

    /// The text with known, public values filled in and every other hole left as `${reference}`.
    ///
    /// This is what may be stored and shown: a secret is never given to it.
    public func shown(_ value: (ValueReference) -> JSON?) -> String {
        segments.reduce(into: "") { text, segment in
            switch segment {
            case .literal(let piece): text += piece
            case .hole(let hole):
                text += value(hole.reference).flatMap(hole.context.render) ?? "${\(hole.reference)}"
            }
        }
    }

    /// Why a hole could not be filled.
    public struct Unfilled: Error, Sendable, Hashable {
        /// What was wrong with the value.
        public enum Reason: Sendable, Hashable {
            /// There is no such value.
            case noValue
            /// The value's kind has no form in the hole's context, such as an object in a URL.
            case wrongKind(String)
        }

        /// The hole.
        public let hole: Hole
        /// What was wrong.
        public let reason: Reason
    }
}
