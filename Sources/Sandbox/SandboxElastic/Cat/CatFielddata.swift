/// `_cat/fielddata`: none is ever loaded.
enum CatFielddata: CatEndpoint {
    static let columns = CatTable(
        """
        *id||node id||
        *host|h|host name||
        *ip||ip address||
        *node|n|node name||
        *field|f|field name||
        *size|s|field data usage||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
    }
}
