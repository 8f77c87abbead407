package import OrderedJSON
package import RunbookModel

/// A value for a parameter of the runbooks that run in an environment.
package struct EnvironmentParameter: Sendable, Hashable {
    /// The parameter's name.
    package let name: Located<String>
    /// The value as it is written.
    package let value: Located<JSON>
    /// The value read as the source of a secret (`{ env: NAME }` and the like), which it is for a secret parameter.
    package let secretSource: SecretSource?
}
