/// Why a text does not ask for a system of a sandbox.
package struct InvalidSystem: Error, Hashable {
    /// A sentence for a person.
    package let message: String
}
