internal import OrderedJSON

/// `_block`: sets a block of an index.
enum BlockOperations {
    static func add(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let block = call.arguments["block"] ?? ""
        guard ["read_only", "read", "write", "metadata"].contains(block) else {
            throw .illegalArgument("No block found with name \(block)")
        }
        let options = try ExpansionOptions(call.query, default: .init(allowNone: false))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.changeMetadata, indices, call.profile)
        var change = SettingsMap()
        change["index.blocks.\(block)"] = .text("true")
        for index in indices { state.indices.change(index.name) { [change] in $0.update(change) } }
        let list = indices.map { index -> JSON in ["name": .string(index.name), "blocked": true] }
        return Answer(["acknowledged": true, "shards_acknowledged": true, "indices": .array(list)])
    }
}
