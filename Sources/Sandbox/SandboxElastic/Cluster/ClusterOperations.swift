internal import OrderedJSON
internal import SandboxWorld

/// The root of a cluster.
enum ClusterOperations {
    static func info(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let build = call.profile.build
        return Answer([
            "name": .string(call.nodeName), "cluster_name": .string(call.system.name),
            "cluster_uuid": .string(state.uuid),
            "version": [
                "number": .string(build.number), "build_flavor": .string(build.flavor),
                "build_type": .string(build.type), "build_hash": .string(build.hash),
                "build_date": .string(build.date), "build_snapshot": false, "lucene_version": .string(build.lucene),
                "minimum_wire_compatibility_version": .string(build.minimumWire),
                "minimum_index_compatibility_version": .string(build.minimumIndex),
            ], "tagline": "You Know, for Search",
        ])
    }
}
