import OrderedJSON

/// A value that was captured from the responses of a step.
struct CapturedValue: Sendable {
    let name: String
    let value: JSON
    let isSecret: Bool
}
