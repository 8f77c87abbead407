/// A `${reference}` in a template, and the manner in which its value is written there.
public struct Hole: Sendable, Hashable {
    /// What is put in.
    public let reference: ValueReference
    /// How it is written.
    public let context: HoleContext
    /// Where `${...}` is in the file.
    public let span: SourceSpan

    /// Makes a hole.
    public init(reference: ValueReference, context: HoleContext, span: SourceSpan) {
        self.reference = reference
        self.context = context
        self.span = span
    }
}
