internal import OrderedJSON
internal import SandboxWorld

/// `_cat/nodes`: one node, whose machine is made up.
enum CatNodes {
    static func list(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let build = call.profile.build
        var row = figures
        row["id"] = try call.query.bool("full_id") ? state.nodeID : String(state.nodeID.prefix(4))
        row["ip"] = "127.0.0.1"
        row["port"] = String(call.cluster.transport.port)
        row["version"] = build.number
        row["flavor"] = build.flavor
        row["type"] = build.type
        row["build"] = build.hash
        row["node.role"] = call.profile.nodeRoles
        row["master"] = "*"
        row["name"] = call.nodeName
        var table = columns
        table.rows = [row]
        return try table.answer(call.query)
    }

    private static let figures = [
        "pid": "1", "jdk": "17", "disk.total": "100gb", "disk.used": "40gb", "disk.avail": "60gb",
        "disk.used_percent": "40.00", "heap.current": "200mb", "heap.percent": "20", "heap.max": "1gb",
        "ram.current": "4gb", "ram.percent": "50", "ram.max": "8gb", "file_desc.current": "300",
        "file_desc.percent": "0", "file_desc.max": "65536", "cpu": "5", "load_1m": "0.50", "load_5m": "0.40",
        "load_15m": "0.30", "uptime": "1h",
    ]

    /// The columns up to `name`; the counters behind it are not emulated.
    private static let columns = CatTable(
        """
        id|id,nodeId|unique node id
        pid|p|process id
        *ip|i|ip address
        port|po|bound transport port
        http_address|http|bound http address
        version|v|es version
        flavor|f|es distribution flavor
        type|t|es distribution type
        build|b|es build hash
        jdk|j|jdk version
        disk.total|dt,diskTotal|total disk space|>
        disk.used|du,diskUsed|used disk space|>
        disk.avail|d,da,disk,diskAvail|available disk space|>
        disk.used_percent|dup,diskUsedPercent|used disk space percentage|>
        heap.current|hc,heapCurrent|used heap|>
        *heap.percent|hp,heapPercent|used heap ratio|>
        heap.max|hm,heapMax|max configured heap|>
        ram.current|rc,ramCurrent|used machine memory|>
        *ram.percent|rp,ramPercent|used machine memory ratio|>
        ram.max|rm,ramMax|total machine memory|>
        file_desc.current|fdc,fileDescriptorCurrent|used file descriptors|>
        file_desc.percent|fdp,fileDescriptorPercent|used file descriptor ratio|>
        file_desc.max|fdm,fileDescriptorMax|max file descriptors|>
        *cpu|cpu|recent cpu usage|>
        *load_1m|l|1m load avg|>
        *load_5m|l|5m load avg|>
        *load_15m|l|15m load avg|>
        uptime|u|node uptime|>
        *node.role|r,role,nodeRole|m:master eligible node, d:data node, i:ingest node, -:coordinating node only
        *master|m|*:current master
        *name|n|node name
        """)
}
