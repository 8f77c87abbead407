/// One header line of a request or an answer.
package struct SandboxHeader: Sendable, Hashable {
    /// The name as it was written.
    package var name: String
    /// The value without white space at its ends.
    package var value: String

    /// Makes a header line.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
