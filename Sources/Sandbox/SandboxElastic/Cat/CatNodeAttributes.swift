/// `_cat/nodeattrs`: the emulated node has none.
enum CatNodeAttributes: CatEndpoint {
    static let columns = CatTable(
        """
        *node|name|node name||
        id|id,nodeId|unique node id||
        pid|p|process id||
        *host|h|host name||
        *ip|i|ip address||
        port|po|bound transport port||
        *attr|attr.name|attribute description||
        *value|attr.value|attribute value||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
    }
}
