/// What the query of a request that writes a document says.
struct WriteOptions: Sendable {
    enum Refresh: Sendable { case none, now, wait }

    let refresh: Refresh
    /// Whether the document must be new.
    let mustCreate: Bool
    /// The version that an outer system gives.
    let externalVersion: Int?
    /// Whether an equal version is good enough.
    let allowsEqualVersion: Bool
    let ifSequenceNumber: Int?
    let ifPrimaryTerm: Int?

    init(_ query: QueryParameters, mustCreate: Bool = false) throws(ElasticError) {
        switch query["refresh"] {
        case nil, "false"?: refresh = .none
        case "true"?, ""?: refresh = .now
        case "wait_for"?: refresh = .wait
        case let value?: throw .illegalArgument("Unknown value for refresh: [\(value)].")
        }
        switch query["op_type"] {
        case nil: self.mustCreate = mustCreate
        case "create"?: self.mustCreate = true
        case "index"?: self.mustCreate = mustCreate
        case let value?: throw .illegalArgument("opType must be 'create' or 'index', found: [\(value)]")
        }
        try WriteOptions.checkCopies(query["wait_for_active_shards"])
        let version = try query.int("version")
        let kind = query["version_type"]
        if version != nil, kind == nil || kind == "internal" {
            throw .validation(
                "internal versioning can not be used for optimistic concurrency control. Please use `if_seq_no` and "
                    + "`if_primary_term` instead")
        }
        externalVersion = version
        allowsEqualVersion = kind == "external_gte"
        ifSequenceNumber = try query.int("if_seq_no")
        ifPrimaryTerm = try query.int("if_primary_term")
        if ifSequenceNumber != nil, ifPrimaryTerm == nil {
            throw .validation("ifSeqNo is set, but primary term is [0]")
        }
        if ifPrimaryTerm != nil, ifSequenceNumber == nil {
            throw .validation("ifSeqNo is unassigned, but primary term is [\(ifPrimaryTerm ?? 0)]")
        }
    }

    /// A write that waits for more copies than the one node can hold would time out; it does so at once.
    private static func checkCopies(_ wanted: String?) throws(ElasticError) {
        guard let wanted, let count = Int(wanted), count > 1 else { return }
        throw ElasticError(
            "unavailable_shards_exception",
            "Not enough active copies to meet shard count of [\(count)] (have 1, needed \(count)).", status: 503)
    }
}
