internal import SandboxWorld

/// `_cat/count`.
enum CatCount: CatEndpoint {
    static let columns = CatTable(
        """
        *epoch|t,time|seconds since 1970-01-01 00:00:00||
        *timestamp|ts,hms,hhmmss|time in HH:MM:SS||
        *count|dc,docs.count,docsCount|the document count||
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        let options = try ExpansionOptions(call.query, default: .init(forbidsClosed: true))
        let indices = try state.indices.resolve(call.index, options)
        try IndexBlock.check(.read, indices, call.profile)
        let count = indices.map { $0.visibleCount(at: call.now) }.reduce(0, +)
        table.add([
            "epoch": String(call.now.milliseconds / 1000), "timestamp": ISODate.clock(call.now.milliseconds),
            "count": String(count),
        ])
    }
}
