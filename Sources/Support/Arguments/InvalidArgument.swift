/// Why a word is not a value of a type.
package struct InvalidArgument: Error, Hashable {
    /// What was expected, as the end of a sentence: `expected an integer`.
    package let reason: String

    /// Makes an error.
    package init(_ reason: String) { self.reason = reason }
}
