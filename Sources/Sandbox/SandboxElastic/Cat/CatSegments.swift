/// `_cat/segments`: what each refresh has made visible is one.
enum CatSegments: CatEndpoint {
    static let columns = CatTable(
        """
        *index|i,idx|index name||
        *shard|s,sh|shard name||
        *prirep|p,pr,primaryOrReplica|primary or replica||
        *ip||ip of node where it lives||
        id||unique id of node where it lives||
        *segment|seg|segment name||
        *generation|g,gen|segment generation|>|
        *docs.count|dc,docsCount|number of docs in segment|>|
        *docs.deleted|dd,docsDeleted|number of deleted docs in segment|>|
        *size|si|segment size in bytes|>|
        *size.memory|sm,sizeMemory|segment memory in bytes|>|
        *committed|ic,isCommitted|is segment committed||
        *searchable|is,isSearchable|is segment searched||
        *version|v,ver|version||
        *compound|ico,isCompound|is segment compound||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.readMetadata, indices, call.profile)
        for index in indices where index.isOpen {
            for (number, shard) in index.shards.enumerated() {
                for segment in Segment.all(of: shard) {
                    table.add([
                        "index": index.name, "shard": String(number), "prirep": "p", "ip": "127.0.0.1",
                        "id": state.nodeID, "segment": segment.name, "generation": String(segment.generation),
                        "docs.count": String(segment.documents), "docs.deleted": String(segment.deleted),
                        "size": ByteSize.text(segment.bytes, unit: call.query["bytes"]), "size.memory": "700",
                        "committed": "true", "searchable": "true", "version": call.profile.build.lucene,
                        "compound": "true",
                    ])
                }
            }
        }
    }
}
