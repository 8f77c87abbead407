internal import OrderedJSON
internal import SandboxWorld

/// `_cat/nodes`: one node, whose machine is made up.
enum CatNodes: CatEndpoint {
    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let build = call.profile.build
        var row = figures
        row["id"] = try call.query.bool("full_id") ? state.nodeID : String(state.nodeID.prefix(4))
        row["ip"] = "127.0.0.1"
        row["port"] = String(call.transport.port)
        row["http_address"] = call.httpAddress
        row["version"] = build.number
        row["flavor"] = build.flavor
        row["type"] = build.type
        row["build"] = build.hash
        row["node.role"] = call.profile.nodeRoles
        row["master"] = "*"
        row["name"] = call.nodeName
        table.add(row)
    }

    private static let figures = [
        "pid": "1", "jdk": "17", "disk.total": "100gb", "disk.used": "40gb", "disk.avail": "60gb",
        "disk.used_percent": "40.00", "heap.current": "200mb", "heap.percent": "20", "heap.max": "1gb",
        "ram.current": "4gb", "ram.percent": "50", "ram.max": "8gb", "file_desc.current": "300",
        "file_desc.percent": "0", "file_desc.max": "65536", "cpu": "5", "load_1m": "0.50", "load_5m": "0.40",
        "load_15m": "0.30", "uptime": "1h",
    ]
}
