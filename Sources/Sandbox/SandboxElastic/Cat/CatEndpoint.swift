/// An endpoint of `_cat`: a table and what fills it.
protocol CatEndpoint: Sendable {
    /// The columns, without rows.
    static var columns: CatTable { get }

    /// Adds the rows that a request asks for.
    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError)
}

extension CatEndpoint {
    /// Answers with the table, or with what its columns mean.
    static func answer(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        var table = columns.restricted(to: call.profile.version)
        if try call.query.bool("help") { return Answer(text: table.help) }
        try fill(&table, call, &state)
        return try table.answer(call.query, call.profile)
    }
}
