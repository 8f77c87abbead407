/// `_cat/allocation`: one node, whose disk is made up, and what is not assigned.
enum CatAllocation: CatEndpoint {
    static let columns = CatTable(
        """
        *shards|s|number of shards on node|>|
        *disk.indices|di,diskIndices|disk used by ES indices|>|
        *disk.used|du,diskUsed|disk used (total, not just ES)|>|
        *disk.avail|da,diskAvail|disk available|>|
        *disk.total|dt,diskTotal|total capacity of all volumes|>|
        *disk.percent|dp,diskPercent|percent disk used|>|
        *host|h|host of node||
        *ip||ip of node||
        *node|n|name of node||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let health = Health(Array(state.indices.values), at: call.now)
        let wanted = elements(call.arguments["node"] ?? "_all")
        if wanted.contains(where: { ["_all", "_local", "_master", state.nodeID].contains($0) })
            || wanted.contains(where: { Wildcard.matches($0, call.nodeName) })
        {
            let size = health.indices.flatMap(\.shards).map(\.files.bytes).reduce(0, +)
            table.add([
                "shards": String(health.primaries + health.initializing),
                "disk.indices": ByteSize.text(size, unit: call.query["bytes"]), "disk.used": "40gb",
                "disk.avail": "60gb", "disk.total": "100gb", "disk.percent": "40", "host": "127.0.0.1",
                "ip": "127.0.0.1", "node": call.nodeName,
            ])
        }
        if health.unassigned > 0 { table.add(["shards": String(health.unassigned), "node": "UNASSIGNED"]) }
    }
}
