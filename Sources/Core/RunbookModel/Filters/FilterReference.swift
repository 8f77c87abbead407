/// A name that a filter takes from outside itself.
public struct FilterReference: Sendable, Hashable {
    /// The name, of a variable without `$`.
    public let name: String
    /// Where it is in the filter's text, in bytes of UTF-8; of a variable with its `$`.
    public let range: Range<Int>

    /// Makes a reference.
    public init(name: String, range: Range<Int>) {
        self.name = name
        self.range = range
    }
}
