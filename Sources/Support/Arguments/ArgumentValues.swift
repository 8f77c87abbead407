/// The values of a command line, read by the keys that its declaration gave.
package struct ArgumentValues: Sendable {
    private let values: [any Sendable]
    private let usage: String

    init(_ values: [any Sendable], usage: String) {
        self.values = values
        self.usage = usage
    }

    /// The value of an argument; the key must come from the declaration of the same command.
    package subscript<Value>(key: ArgumentKey<Value>) -> Value {
        guard values.indices.contains(key.index), let value = values[key.index] as? Value else {
            preconditionFailure("the key of an argument was used with the values of another command")
        }
        return value
    }

    /// The error to throw where values that are right each by itself do not go together.
    package func misuse(_ message: String) -> UsageError { UsageError(message, usage: usage) }
}
