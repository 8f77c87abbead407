/// `_cat/plugins`: what replicates between clusters, and what asks for users; else the emulated node has none.
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
        if call.profile.services.contains("aliyun") {
            let component = "elasticsearch-repository-oss"
            table.add([
                "id": state.nodeID, "name": call.nodeName, "component": component,
                "version": call.profile.build.number, "description": component,
            ])
        }
        guard let plugin = call.profile.plugin else { return }
        let version = plugin == .openDistro ? "1.13.0.0" : "\(call.profile.build.number).0"
        let names =
            plugin == .openDistro
            ? ["opendistro-cross-cluster-replication", "opendistro_security"]
            : ["opensearch-cross-cluster-replication", "opensearch-security"]
        for component in names.prefix(call.profile.isSecured ? 2 : 1) {
            table.add([
                "id": state.nodeID, "name": call.nodeName, "component": component, "version": version,
                "description": component,
            ])
        }
    }
}
