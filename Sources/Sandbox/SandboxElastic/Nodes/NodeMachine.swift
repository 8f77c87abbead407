internal import OrderedJSON
internal import SandboxWorld

/// The machine of a cluster's one node, which is made up.
struct NodeMachine {
    /// Milliseconds since the node has started.
    let uptime: Int

    init(_ call: Call) { uptime = max(call.now.milliseconds % 86_400_000, 1) }

    var memory: JSON {
        [
            "total_in_bytes": 8_589_934_592, "free_in_bytes": 4_294_967_296, "used_in_bytes": 4_294_967_296,
            "free_percent": 50, "used_percent": 50,
        ]
    }

    var disk: JSON {
        [
            "total_in_bytes": 107_374_182_400, "free_in_bytes": 85_899_345_920, "available_in_bytes": 85_899_345_920,
        ]
    }
}
