extension Fault {
    /// A partition from a system that is not another one of the sandbox.
    package struct UnknownPeer: Error, Hashable {
        /// What `from` says.
        package let name: String
        /// The systems that it may be.
        package let others: [String]

        /// A sentence for a person.
        package var message: String {
            let known = others.isEmpty ? "there is no other system" : "the others are \(others.joined(separator: ", "))"
            return "`from` must be the name of another system, not `\(name)`; \(known)"
        }
    }
}
