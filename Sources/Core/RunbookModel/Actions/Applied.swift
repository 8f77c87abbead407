/// Whether something that acts changed its target.
public enum Applied: String, Sendable, Hashable {
    /// Surely not.
    case no
    /// All of it was done; what was asked of the response may not hold.
    case yes
    /// Some of it was done, or may have been.
    case partly
}

extension Applied {
    /// What several requests that act came to together.
    ///
    /// - Parameters:
    ///   - parts: What became of each that was sent.
    ///   - count: How many there are, sent or not.
    public init(_ parts: some Sequence<Applied>, of count: Int) {
        let parts = Array(parts)
        if parts.allSatisfy({ $0 == .no }) {
            self = .no
        } else {
            self = parts.count >= count && parts.allSatisfy { $0 == .yes } ? .yes : .partly
        }
    }
}
