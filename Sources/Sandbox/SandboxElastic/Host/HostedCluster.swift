internal import SandboxWorld

/// An emulator that is a cluster, as its peers see it.
protocol HostedCluster: Emulator {
    var host: ClusterHost { get }
}
