package import OrderedJSON

/// The values that a step that passed gives to others.
package struct StepValues: Sendable, Hashable {
    /// The captures by name; secret ones are not among them.
    package var captures: JSONObject
    /// The names of the secret captures, whose values are not stored.
    package var secrets: [String]
    /// The value of the step itself, when it has an id that something uses.
    package var result: JSON?

    /// Makes values.
    package init(captures: JSONObject = JSONObject(), secrets: [String] = [], result: JSON? = nil) {
        self.captures = captures
        self.secrets = secrets
        self.result = result
    }
}
