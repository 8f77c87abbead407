import OrderedJSON
import RunbookModel

/// Tells errors that the same request would always get from those that time may end.
///
/// A missing index may come, and a shard may recover; a request that the product cannot read stays what it is. So an
/// error about the request lasts, unless something in it is about what the cluster has at that moment.
enum LastingError {
    /// Whether no waiting changes the response.
    static func isIn(_ body: JSON, status: Int) -> Bool {
        switch status {
        case 405, 406, 413, 414, 415: return true
        // Some versions answer 500 to a request that they cannot read.
        case 400, 500: break
        default: return false
        }
        guard let error = body["error"] else { return false }
        // `no handler found for uri [/_x] and method [GET]`
        if let text = error.string {
            return status == 400 && has(text, any: ["no handler found", "Incorrect HTTP method", "Failed to parse"])
        }
        let causes = causes(of: error)
        if causes.contains(.state) { return false }
        return causes.contains(.form) || status == 400 && causes.contains(.argument)
    }

    /// What an error is about.
    private enum Cause {
        /// The request's own form.
        case form
        /// One of its values.
        case argument
        /// What the cluster has at that moment.
        case state
    }

    /// Types of errors about the request's own form.
    private static let types: Set<String> = [
        "parsing_exception", "parse_exception", "x_content_parse_exception", "json_parse_exception",
        "json_e_o_f_exception", "action_request_validation_exception", "settings_exception",
        "invalid_index_name_exception", "invalid_type_name_exception", "invalid_snapshot_name_exception",
        "named_object_not_found_exception", "number_format_exception", "mapper_parsing_exception",
        "query_parsing_exception", "aggregation_initialization_exception", "search_parse_exception",
        "unsupported_operation_exception", "content_type_header_exception", "media_type_header_exception",
        "date_time_parse_exception", "date_time_exception", "void_type_exception", "input_coercion_exception",
        "stream_constraints_exception",
    ]

    /// Words about what a cluster has: an index that is closed, a field that no document has yet, a node that is away.
    private static let stateWords = [
        "no mapping found", "No mapping found", "No field found", "no field found", "data nodes", "node []",
        "nodes []", "index []", "indices []", "alias []", "Alias []", "an alias", "write index", "shard", "snapshot",
        "repositor", "remote cluster", "no such index", "not found", "exist", "closed", "be open", "replication",
        "follow index", "follower", "follow task", "leader index", "policy", "data stream", "task []", "license",
        "unassigned", "already", "not yet", "in progress", "not started", "currently",
    ]

    /// The causes in an error and in those that it names.
    private static func causes(of error: JSON, depth: Int = 0) -> Set<Cause> {
        guard depth < 16 else { return [] }
        var causes: Set<Cause> = []
        if let own = cause(of: error) { causes.insert(own) }
        let inner =
            (error["root_cause"]?.array ?? []) + (error["failed_shards"]?.array ?? []).compactMap { $0["reason"] }
        for error in inner.prefix(16) + [error["caused_by"]].compactMap(\.self) {
            causes.formUnion(Self.causes(of: error, depth: depth + 1))
        }
        return causes
    }

    private static func cause(of error: JSON) -> Cause? {
        let reason = withoutNames(error["reason"]?.string ?? "")
        switch error["type"]?.string {
        case let type? where types.contains(type): return .form
        case "index_closed_exception"?: return .state
        case "illegal_argument_exception"?: return has(reason, any: stateWords) ? .state : .argument
        case "query_shard_exception"?: return has(reason, any: ["ailed to parse"]) ? .form : nil
        case "status_exception"?: return has(reason, any: ["compatible", "Accept version"]) ? .form : nil
        // What a script does depends on the documents, and whether it compiles does not.
        case "script_exception"?, "general_script_exception"?: return has(reason, any: ["compile"]) ? .form : nil
        default: return nil
        }
    }

    /// A reason without what is in brackets: names of others, in which any word may be.
    private static func withoutNames(_ reason: String) -> String {
        var bytes: [UInt8] = []
        var depth = 0
        for byte in reason.utf8.prefix(2000) {
            if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
            if depth == 0 { bytes.append(byte) }
            if byte == UInt8(ascii: "[") { depth += 1 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func has(_ text: String, any words: [String]) -> Bool {
        let text = text.utf8.prefix(2000)
        return words.contains { text.holds($0.utf8) }
    }
}
