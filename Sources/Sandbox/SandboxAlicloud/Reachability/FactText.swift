/// Sentences about what is there instead of what a predicate asks for.
enum FactText {
    /// The state of something; nil for something that does not exist.
    static func state(_ subject: String, _ state: String?) -> String {
        state.map { "\(subject) is \($0)." } ?? "\(subject) does not exist."
    }

    /// A list, or that there is nothing in it.
    static func list(_ elements: [String], of noun: String) -> String {
        elements.isEmpty ? "no \(noun)" : elements.joined(separator: ", ")
    }

    /// An address.
    static func address(_ number: UInt32?) -> String { number.map(IPv4Range.text) ?? "no address" }

    /// The ports that a listener takes packets to.
    static func ports(of listener: Topology.Listener?) -> String {
        guard let listener else { return "no port" }
        return listener.range.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "port \(listener.port)"
    }
}
