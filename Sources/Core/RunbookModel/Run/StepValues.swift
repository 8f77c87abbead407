public import OrderedJSON

/// The values that a step that came true gives to others.
public struct StepValues: Sendable, Hashable {
    /// The captures by name; secret ones are not among them.
    public var captures: JSONObject
    /// The names of the secret captures, whose values are not stored.
    public var secrets: [String]
    /// The value of the step itself, when it has an id that something uses.
    public var result: JSON?

    /// Makes values.
    public init(captures: JSONObject = JSONObject(), secrets: [String] = [], result: JSON? = nil) {
        self.captures = captures
        self.secrets = secrets
        self.result = result
    }
}
