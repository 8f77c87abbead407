internal import OrderedJSON

/// One action of a bulk request.
struct BulkItem: Sendable {
    /// `index`, `create`, `update` or `delete`.
    let action: String
    let index: String
    let id: String?
    let type: String?
    let query: [(name: String, value: String)]
    var source: [UInt8] = []

    private static let parameters = [
        "version", "version_type", "if_seq_no", "if_primary_term", "retry_on_conflict", "routing", "require_alias",
    ]

    /// Reads the line of an action; nil when it names none, after which the server reads no further.
    ///
    /// - Parameter number: The line's number, from 1.
    init?(line: ArraySlice<UInt8>, number: Int, call: Call) throws(ElasticError) {
        let json: JSON
        do {
            json = try JSON(bytes: line)
        } catch {
            throw .unreadable(error, in: Array(line), status: call.parseErrorStatus)
        }
        if json.object == nil {
            throw .illegalArgument(
                "Malformed action/metadata line [\(number)], expected START_OBJECT but found "
                    + "[\(JSONToken.name(of: json))]")
        }
        guard let member = json.object?.first, ["index", "create", "update", "delete"].contains(member.name) else {
            return nil
        }
        let meta = member.value.object ?? JSONObject()
        let known = ["_index", "_id"] + (call.profile.hasNoTypes ? [] : ["_type"]) + BulkItem.parameters
        for name in meta.names where !known.contains(name) {
            throw .illegalArgument("Action/metadata line [\(number)] contains an unknown parameter [\(name)]")
        }
        action = member.name
        let type = meta["_type"]?.string ?? call.arguments["type"]
        if type == nil, !call.profile.has(.typesAreDeprecated) { throw .validation("type is missing") }
        self.type = type == "_doc" ? nil : type
        id = meta["_id"].map { $0.string ?? $0.text() }
        guard let index = meta["_index"]?.string ?? call.index else { throw .validation("index is missing") }
        self.index = index
        query = BulkItem.parameters.compactMap { name in
            meta[name].map { (name, $0.string ?? $0.text()) }
        }
    }

    /// The request of this action alone.
    func call(in bulk: Call) -> Call {
        var arguments = ["index": index]
        arguments["id"] = id
        arguments["type"] = type
        let common = ["refresh", "routing", "require_alias"].compactMap { name in
            query.contains { $0.name == name } ? nil : bulk.query[name].map { (name, $0) }
        }
        return bulk.with(arguments: arguments, query: QueryParameters(query + common), body: source)
    }
}
