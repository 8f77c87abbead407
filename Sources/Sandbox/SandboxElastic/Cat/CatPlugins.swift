/// `_cat/plugins`: the emulated node has none.
enum CatPlugins: CatEndpoint {
    static let columns = CatTable(
        """
        id||unique node id||
        *name|n|node name||
        *component|c|component||
        *version|v|component version||
        description|d|plugin details||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
    }
}
