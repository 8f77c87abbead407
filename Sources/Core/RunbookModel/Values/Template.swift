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
        var paths: [(hole: Hole, range: Range<Int>)] = []
        for segment in segments {
            switch segment {
            case .literal(let piece): text += piece
            case .hole(let hole):
                guard let value = value(hole.reference) else { throw Unfilled(hole: hole, reason: .noValue) }
                let start = text.utf8.count
                text += try hole.written(value)
                if hole.context == .urlPath { paths.append((hole, start..<text.utf8.count)) }
            }
        }
        if let problem = Template.dotSegment(in: text, paths) { throw problem }
        return text
    }

    /// What is wrong with the values that are known, wherever they stand; holes without a value are passed over.
    ///
    /// - Parameter value: The value of a reference; nil where it is not known yet.
    public func unfit(_ value: (ValueReference) -> JSON?) -> [Unfilled] {
        var problems: [Unfilled] = []
        for hole in holes {
            guard let value = value(hole.reference) else { continue }
            do throws(Unfilled) { _ = try hole.written(value) } catch { problems.append(error) }
        }
        if !problems.isEmpty { return problems }
        do throws(Unfilled) { _ = try filled { value($0) ?? .string("x") } } catch { problems.append(error) }
        return problems
    }

    /// A hole that makes a segment of a path `.` or `..` together with what is beside it.
    private static func dotSegment(in text: String, _ holes: [(hole: Hole, range: Range<Int>)]) -> Unfilled? {
        if holes.isEmpty { return nil }
        let bytes = Array(text.utf8)
        func isEnd(_ byte: UInt8) -> Bool { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(byte) }
        for (hole, range) in holes {
            // Nothing longer is one, and a search for the ends would cost each hole the length of its segment.
            var (start, end) = (range.lowerBound, range.upperBound)
            while start > 0, end - start <= 2, !isEnd(bytes[start - 1]) { start -= 1 }
            while end < bytes.count, end - start <= 2, !isEnd(bytes[end]) { end += 1 }
            guard end - start <= 2 else { continue }
            let segment = String(decoding: bytes[start..<end], as: UTF8.self)
            if segment == "." || segment == ".." {
                return Unfilled(hole: hole, reason: .noForm("makes `\(segment)` a part of the path"))
            }
        }
        return nil
    }

    /// The text with known, public values filled in and every other hole left as `${reference}`.
    ///
    /// This is what may be stored and shown: a secret is never given to it.
    public func shown(_ value: (ValueReference) -> JSON?) -> String { written(value) { $0 } }

    /// The text as `shown`, in which the text `${` is `$${`, so that only holes are written as `${reference}`.
    package func escaped(_ value: (ValueReference) -> JSON? = { _ in nil }) -> String {
        written(value) { $0.replacing("${", with: "$${") }
    }

    /// The text with literal pieces and known values as a rule writes them, and other holes as `${reference}`.
    private func written(_ value: (ValueReference) -> JSON?, as rule: (String) -> String) -> String {
        segments.reduce(into: "") { text, segment in
            switch segment {
            case .literal(let piece): text += rule(piece)
            case .hole(let hole):
                text += value(hole.reference).flatMap(hole.context.render).map(rule) ?? "${\(hole.reference)}"
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
            /// The value has none there, as a phrase that follows its name, such as an empty text in a path.
            case noForm(String)
        }

        /// The hole.
        public let hole: Hole
        /// What was wrong.
        public let reason: Reason

        /// What was wrong, as a sentence.
        public var message: String {
            switch reason {
            case .noValue: "`\(hole.reference)` has no value"
            case .wrongKind(let kind): "`\(hole.reference)` is \(kind), which is not allowed here"
            case .noForm(let problem): "`\(hole.reference)` \(problem), which is not allowed in a path"
            }
        }
    }
}

extension Hole {
    /// A value as it is written here.
    fileprivate func written(_ value: JSON) throws(Template.Unfilled) -> String {
        if let rendered = context.render(value) { return rendered }
        let reason = context.objection(to: value).map(Template.Unfilled.Reason.noForm) ?? .wrongKind(value.kind)
        throw Template.Unfilled(hole: self, reason: reason)
    }
}
