import OrderedJSON

/// An answer of Elasticsearch or OpenSearch that an author has pasted where a request is expected.
enum PastedAnswer {
    /// Members that answers begin with, and that no request has at its top.
    private static let members: Set<String> = [
        "took", "timed_out", "_shards", "hits", "acknowledged", "shards_acknowledged", "found", "_seq_no",
        "_primary_term",
        "cluster_name", "cluster_uuid", "tagline", "snapshots", "breakdown", "_version", "_nodes",
    ]

    /// Whether a text is one.
    static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let object = (try? JSON(bytes: Array(bytes)))?.object else { return false }
        return object.names.contains(where: members.contains)
            || (object["error"] != nil && object["status"] != nil) || (object["_index"] != nil && object["_id"] != nil)
    }
}
