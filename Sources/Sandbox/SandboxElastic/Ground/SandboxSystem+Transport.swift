internal import SandboxWorld

extension SandboxSystem {
    /// Where other nodes find the cluster's one node.
    var transport: SystemAddress { addresses.first ?? SystemAddress(host: "127.0.0.1", port: 9300) }
}
