internal import OrderedJSON

extension Index {
    /// The members of an error that is about this index.
    var errorDetails: [(String, JSON)] { [("index_uuid", .string(uuid)), ("index", .string(name))] }
}

extension [Index] {
    /// The indices as the server lists them in errors.
    var errorList: String { "[\(map { "[\($0.name)/\($0.uuid)]" }.joined(separator: ", "))]" }
}

extension ElasticError {
    static func indexClosed(_ index: Index) -> ElasticError {
        ElasticError("index_closed_exception", "closed", details: index.errorDetails)
    }
}
