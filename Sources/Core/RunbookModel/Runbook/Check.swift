/// Something asked of a response, or taken from it.
public enum Check: Sendable {
    /// What the response must contain.
    case expect(Expectation)
    /// Filters of which each must be true.
    case assert([Filter])
    /// Values taken from the response.
    case capture([Capture])

    /// Where it is.
    public var span: SourceSpan? {
        switch self {
        case .expect(let expectation): expectation.span
        case .assert(let filters): filters.first?.span
        case .capture(let captures): captures.first?.name.span
        }
    }
}
