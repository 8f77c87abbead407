internal import OrderedJSON

extension Call {
    /// The document that a path means in an index.
    ///
    /// - Parameter name: What the index was asked for by, which may be an alias with a routing of its own.
    /// - Throws: The server's error for a routing that is missing, or another one than the alias has.
    func document(_ id: String, in index: Index, named name: String, writes: Bool) throws(ElasticError) -> DocumentKey {
        let type = arguments["type"] ?? "_doc"
        var routing = query["routing"].flatMap { $0.isEmpty ? nil : $0 }
        let alias = name == index.name ? nil : index.aliases[name]
        if let own = writes ? alias?.indexRouting : alias?.searchRouting ?? alias?.indexRouting, !own.contains(",") {
            if let routing, routing != own {
                throw .illegalArgument(
                    "Alias [\(name)] has index routing associated with it [\(own)], and was provided with routing value "
                        + "[\(routing)], rejecting operation")
            }
            routing = own
        }
        if routing == nil, index.mapping.parameters["_routing"]?["required"]?.bool == true {
            throw ElasticError(
                "routing_missing_exception", "routing is required for [\(index.name)]/[\(type)]/[\(id)]",
                details: [("index_uuid", "_na_"), ("index", .string(index.name))])
        }
        return DocumentKey(index, id: id, type: type, routing: routing)
    }
}
