/// The names that filters may use besides those of the document.
package enum FilterScope {
    /// The variables that the engine gives to every filter on an answer.
    package static let engineNames = ["status", "headers", "request"]
}
