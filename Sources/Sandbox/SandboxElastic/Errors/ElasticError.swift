internal import OrderedJSON

/// An error as an Elasticsearch server reports it: a type, a sentence and what belongs to them.
struct ElasticError: Error, Sendable {
    /// The status code of the answer.
    var status: Int
    /// The name of the server's exception in snake case.
    var type: String
    /// The sentence of the exception.
    var reason: String
    /// Members that follow the reason, such as `index` and `index_uuid`.
    var details: [(String, JSON)]
    /// The exception that caused this one, at most one.
    var causes: [ElasticError]
    /// Exceptions that happened beside this one.
    var suppressed: [ElasticError]
    /// Whether the answer is only `{"error": reason, "status": status}`.
    var isPlain = false
    /// Whether it is a root cause in spite of its cause.
    var hidesCause = false
    /// What the version does not have, where another one may.
    var lacking: Lacking?
    /// The root causes, when they are not what the causes say.
    var rootCauses: [ElasticError]?

    init(
        _ type: String, _ reason: String, status: Int = 400, details: [(String, JSON)] = [],
        cause: ElasticError? = nil, suppressed: [ElasticError] = []
    ) {
        self.type = type
        self.reason = reason
        self.status = status
        self.details = details
        self.causes = cause.map { [$0] } ?? []
        self.suppressed = suppressed
    }

    /// Something that versions differ in, by the name that a request gave it.
    enum Lacking: Sendable {
        case indexSetting(String)
        case clusterSetting(String)
        case repositoryType(String)
    }

    /// What the version does not have, as this exception or what caused it says.
    var whatIsLacking: Lacking? { lacking ?? causes.lazy.compactMap(\.whatIsLacking).first }

    /// The same error, which says what the version does not have.
    func lacking(_ what: Lacking) -> ElasticError {
        var error = self
        error.lacking = what
        return error
    }

    /// The exceptions at the bottom: a cause stands for its effect when both are of Elasticsearch's own classes.
    var roots: [ElasticError] {
        if let rootCauses { return rootCauses }
        if let cause = causes.first, !hidesCause, isElastic, cause.isElastic { return cause.roots }
        return [self]
    }

    /// Whether the server's class of this exception derives from `ElasticsearchException`.
    private var isElastic: Bool { !ElasticError.foreignTypes.contains(type) }

    private static let foreignTypes: Set<String> = [
        "illegal_argument_exception", "illegal_state_exception", "number_format_exception", "json_parse_exception",
        "json_e_o_f_exception", "x_content_parse_exception", "connect_exception", "annotated_connect_exception",
        "date_time_parse_exception", "unknown_host_exception", "pattern_syntax_exception", "array_store_exception",
        "index_out_of_bounds_exception", "array_index_out_of_bounds_exception", "unchecked_i_o_exception",
        "input_coercion_exception", "zone_rules_exception", "too_many_clauses", "class_cast_exception",
    ]

    /// The error as a version words it.
    func worded(namingIndex: Bool) -> ElasticError {
        if namingIndex { return self }
        var error = self
        if type == "index_not_found_exception" { error.reason = "no such index" }
        error.causes = causes.map { $0.worded(namingIndex: false) }
        error.rootCauses = rootCauses?.map { $0.worded(namingIndex: false) }
        return error
    }

    /// The body of the answer.
    var body: JSON { body(withTraces: false) }

    /// The body of the answer, with a trace at each exception if it is asked for.
    func body(withTraces: Bool) -> JSON {
        if isPlain { return ["error": .string(reason), "status": JSON(status)] }
        let causes = roots.map { root -> JSON in
            var object = root.summary
            if withTraces { object.append("stack_trace", .string(root.trace)) }
            return .object(object)
        }
        var error = JSONObject([("root_cause", .array(causes))])
        for member in full(withTraces: withTraces).members { error.append(member.name, member.value) }
        return ["error": .object(error), "status": JSON(status)]
    }

    private var summary: JSONObject { JSONObject([("type", .string(type)), ("reason", .string(reason))] + details) }

    /// The first line of a trace; the others would name lines of the server's code.
    private var trace: String {
        let name = type.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let index = details.first { $0.0 == "index" }?.1.string.map { "[\($0)] " } ?? ""
        return "\(index)\(name)[\(reason)]\n"
    }

    /// The exception with its causes, as it is in an answer and in an item of a list.
    var full: JSONObject { full(withTraces: false) }

    private func full(withTraces: Bool) -> JSONObject {
        var object = summary
        if let cause = causes.first { object.append("caused_by", .object(cause.full(withTraces: withTraces))) }
        if withTraces { object.append("stack_trace", .string(trace)) }
        if !suppressed.isEmpty {
            object.append("suppressed", .array(suppressed.map { .object($0.full(withTraces: withTraces)) }))
        }
        return object
    }
}

extension JSON {
    /// Makes a number.
    init(_ value: Int) { self = .number(JSONNumber(value)) }
}
