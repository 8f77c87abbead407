/// `_cat/master`: the one node.
enum CatMaster: CatEndpoint {
    static let columns = CatTable(
        """
        *id||node id||
        *host|h|host name||
        *ip||ip address||
        *node|n|node name||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        table.add(["id": state.nodeID, "host": "127.0.0.1", "ip": "127.0.0.1", "node": call.nodeName])
    }
}
