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

    /// Whether the body of a request with this path may be a document, or contain one: it may have any members.
    static func mayBeDocument(at path: String) -> Bool {
        let parts = path.split(separator: "/")
        if parts.contains(where: { storing.contains(String($0)) }) { return true }
        // An API follows a name, or, in old versions, a type.
        return parts.count > 1 && !parts[0].hasPrefix("_") && !parts[1].hasPrefix("_")
    }

    /// The parts of paths whose bodies hold documents or examples of them.
    private static let storing: Set<String> = [
        "_doc", "_create", "_update", "_bulk", "_percolate", "_simulate", "_termvectors", "_mtermvectors", "_execute",
        "_render", "_scripts", "_template", "_msearch",
    ]
}
