/// What a cluster of the sandbox is called, and where.
package struct SandboxCluster: Sendable, Hashable {
    /// The name, as a runbook's target has it.
    package let name: String
    /// The version profile it emulates, such as `7.0`.
    package let profile: String
    /// The instance name, as a cloud would give it; a function of the name.
    package let instance: String
    /// The logical transport address.
    package let transport: ClusterAddress
    /// The address inside its private network; transport listens on its port 9300.
    package let privateIP: String

    /// Makes the cluster at a position in its sandbox, counted from 0; addresses follow from it.
    ///
    /// - Parameters:
    ///   - name: `[a-z][a-z0-9_]*`.
    ///   - profile: The version profile.
    ///   - index: 0 to 199.
    package init(name: String, profile: String, index: Int) {
        self.name = name
        self.profile = profile
        self.instance = "es-cn-" + name.map { $0 == "_" ? "-" : String($0) }.joined()
        self.transport = ClusterAddress(host: "127.0.0.1", port: 19300 + index)
        self.privateIP = "10.\(index + 1).0.10"
    }
}
