internal import OrderedJSON
internal import SandboxWorld

/// The root of a cluster.
enum ClusterOperations {
    static func info(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let build = call.profile.build
        if call.profile.isOpenSearch { return openSearch(build, call, state) }
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

    private static func openSearch(_ build: Profile.Build, _ call: Call, _ state: ClusterState) -> Answer {
        Answer([
            "name": .string(call.nodeName), "cluster_name": .string(call.system.name),
            "cluster_uuid": .string(state.uuid),
            "version": [
                "distribution": "opensearch", "number": .string(build.number), "build_type": .string(build.type),
                "build_hash": .string(build.hash), "build_date": .string(build.date), "build_snapshot": false,
                "lucene_version": .string(build.lucene),
                "minimum_wire_compatibility_version": .string(build.minimumWire),
                "minimum_index_compatibility_version": .string(build.minimumIndex),
            ], "tagline": "The OpenSearch Project: https://opensearch.org/",
        ])
    }
}
