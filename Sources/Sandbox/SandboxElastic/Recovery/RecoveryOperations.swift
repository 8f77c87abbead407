internal import OrderedJSON
internal import SandboxWorld

/// `_recovery`.
enum RecoveryOperations {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let onlyActive = try call.query.bool("active_only")
        _ = try call.query.bool("detailed")
        let options = try ExpansionOptions(
            call.query, default: .init(forbidsClosed: !call.profile.has(.closeNamesIndices)))
        var answer = JSONObject()
        let indices = try state.indices.resolve(call.index, options)
        if call.profile.has(.recoveryIsMetadata) { try IndexBlock.check(.readMetadata, indices, call.profile) }
        for index in indices {
            let shards = ShardRecovery.all(of: index, at: call.now).filter { !onlyActive || !$0.isDone }
            if shards.isEmpty { continue }
            answer.append(index.name, ["shards": .array(shards.map { $0.json(call, nodeID: state.nodeID) })])
        }
        return Answer(.object(answer))
    }
}
