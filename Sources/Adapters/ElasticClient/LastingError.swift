import OrderedJSON

/// Tells errors that the same request would always get from those that time may end.
///
/// A missing index may come, and a shard may recover; a request that the product cannot read stays what it is.
enum LastingError {
    /// Whether no waiting changes the response.
    static func isIn(_ body: JSON, status: Int) -> Bool {
        switch status {
        case 405, 406, 413, 414, 415: return true
        case 400: break
        default: return false
        }
        guard let error = body["error"] else { return false }
        // `no handler found for uri [/_x] and method [GET]`
        if let text = error.string { return has(text, any: ["no handler found", "Incorrect HTTP method"]) }
        return isLasting(error) || (error["root_cause"]?.array ?? []).contains(where: isLasting)
            || (error["failed_shards"]?.array ?? []).contains { $0["reason"].map(isLasting) ?? false }
    }

    /// Types of errors about the request's own form.
    private static let types: Set<String> = [
        "parsing_exception", "parse_exception", "x_content_parse_exception", "json_parse_exception",
        "json_e_o_f_exception", "action_request_validation_exception", "settings_exception",
        "invalid_index_name_exception", "invalid_type_name_exception", "named_object_not_found_exception",
        "number_format_exception", "mapper_parsing_exception", "query_parsing_exception",
        "aggregation_initialization_exception",
        "search_parse_exception", "unsupported_operation_exception", "script_exception", "general_script_exception",
        "content_type_header_exception", "media_type_header_exception", "date_time_parse_exception",
        "date_time_exception", "void_type_exception", "input_coercion_exception", "stream_constraints_exception",
    ]

    /// Words of an error of no type of its own that is about a parameter, a setting or a value.
    private static let words = [
        "unrecognized parameter", "unknown setting", "unknown parameter", "Failed to parse", "failed to parse",
        "No enum constant", "unknown cluster health status", "Validation Failed", "unknown value", "unknown metric",
        "Unable to parse", "unable to parse", "request body is required",
        "request body or source parameter is required",
        "unknown field", "unknown key", "unsupported", "Unsupported", "must be", "must not", "is not allowed",
        "Unrecognized",
        "unrecognized", "cannot be negative", "invalid", "Invalid", "unexpected", "Unexpected", "For input string",
        "Too many fractional", "mutually exclusive", "missing required", "Missing required", "Required",
        "no such setting", "not a recognized", "malformed", "out of range", "illegal", "Illegal",
    ]

    private static func isLasting(_ error: JSON) -> Bool {
        let reason = error["reason"]?.string ?? ""
        switch error["type"]?.string {
        case let type? where types.contains(type): return true
        case "illegal_argument_exception"?: return has(reason, any: words)
        case "query_shard_exception"?:
            return has(reason, any: ["Failed to parse", "failed to parse", "failed to create query"])
        default: return error["caused_by"].map(isLasting) ?? false
        }
    }

    private static func has(_ text: String, any words: [String]) -> Bool {
        let text = text.utf8.prefix(2000)
        return words.contains { text.firstRange(of: $0.utf8) != nil }
    }
}
