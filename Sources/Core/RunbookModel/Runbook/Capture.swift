/// `name = filter`: a value taken from a response.
public struct Capture: Sendable, Hashable {
    /// The name it gets.
    public let name: Located<String>
    /// Whether it must never be shown or stored (`name!`).
    public let isSecret: Bool
    /// What it is.
    public let filter: Filter

    /// Makes a capture.
    public init(name: Located<String>, isSecret: Bool, filter: Filter) {
        self.name = name
        self.isSecret = isSecret
        self.filter = filter
    }
}
