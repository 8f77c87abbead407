/// The name of a task: `NODE:NUMBER`.
enum TaskName {
    /// The number of a task of this node; nil for one of another node.
    ///
    /// - Throws: The server's error for a text that is not a name.
    static func number(_ name: String, in state: ClusterState) throws(ElasticError) -> Int? {
        let parts = name.split(separator: ":").map(String.init)
        guard parts.count == 2 else { throw .illegalArgument("malformed task id \(name)") }
        guard let number = Int(parts[1]) else {
            throw .illegalArgument("malformed task id \(name)", cause: .numberFormat(parts[1]))
        }
        return parts[0] == state.nodeID ? number : nil
    }
}
