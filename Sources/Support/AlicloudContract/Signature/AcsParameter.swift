/// A name and a value: of a query, a form or a header, decoded.
package struct AcsParameter: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The value.
    package var value: String

    /// Makes a parameter.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
