internal import OrderedJSON

/// What `_update_by_query` and `_delete_by_query` ask for.
struct ByQueryRequest {
    let search: SearchRequest
    let options: ByQueryOptions

    /// - Parameter deletes: Whether documents are deleted, for which a query is needed.
    init(_ call: Call, deletes: Bool) throws(ElasticError) {
        _ = try ExpansionOptions(call.query, default: .init())
        let action = deletes ? "delete/byquery" : "update/byquery"
        // Anything but an object says nothing.
        var body = call.body.isEmpty ? JSONObject() : try call.json().object ?? JSONObject()
        var options = ByQueryOptions()
        if let value = body.take("conflicts") { try options.setConflicts(value.string ?? value.text()) }
        if !deletes, body.take("script") != nil { call.unemulated.add("\(action) script") }
        if call.profile.has(.limitsDocuments), let value = body.take("max_docs") {
            guard let count = value.int else {
                throw ElasticError(
                    "class_cast_exception",
                    "class java.lang.\(value.string == nil ? "Object" : "String") cannot be cast to class java.lang.Number",
                    status: 500)
            }
            try options.limit(to: count, call.profile)
        }
        let isStored = body.take("stored_fields") != nil || call.query["stored_fields"] != nil
        let rest = JSON.object(body).inJavaOrder
        let own = call.with(
            arguments: call.arguments, query: QueryParameters(ByQueryRequest.searchParameters(call)),
            body: body.isEmpty ? [] : rest.bytes())
        var search = try SearchRequest(own)
        // Before the limit had a name of its own, the size of a body was passed over.
        if body["size"] == nil || !call.profile.has(.limitsDocuments) { search.size = 1000 }
        if let count = try call.query.int("size") {
            if call.profile.has(.limitsDocuments) { ByQueryOptions.warnOfSize(call) }
            try options.limit(to: count, call.profile)
        }
        if let size = try call.query.int("scroll_size") { search.size = size }
        if let word = call.query["conflicts"] { try options.setConflicts(word) }
        if let text = call.query["search_timeout"], let problem = TimeValue.problem("search_timeout", text) {
            throw problem
        }
        if !deletes { options.pipeline = call.query["pipeline"] }
        try options.read(call)
        var problems = ByQueryRequest.problems(search, options)
        if body["from"] != nil || call.query["from"] != nil { problems.append("from is not supported in this context") }
        if isStored { problems.append("stored_fields is not supported in this context") }
        if deletes, body["query"] == nil, call.query["q"] == nil { problems.append("query is missing") }
        if !problems.isEmpty { throw .validation(problems) }
        self.search = search
        self.options = options
    }

    /// What is wrong with a search that goes through everything.
    static func problems(_ search: SearchRequest, _ options: ByQueryOptions) -> [String] {
        var problems: [String] = []
        if search.from > 0 { problems.append("using [from] is not allowed in a scroll context") }
        if search.size == 0 { problems.append("[size] cannot be [0] in a scroll context") }
        if search.slice != nil, options.slices != 1 {
            problems.append("can't specify both manual and automatic slicing at the same time")
        }
        return problems
    }

    /// The parameters of the query that say what is searched.
    private static func searchParameters(_ call: Call) -> [(name: String, value: String)] {
        call.query.all.filter { !ofWork.contains($0.name) }
    }

    private static let ofWork: Set<String> = [
        "conflicts", "max_docs", "scroll_size", "search_timeout", "pipeline", "refresh", "timeout",
        "wait_for_active_shards", "wait_for_completion", "requests_per_second", "slices", "size", "scroll",
        "stored_fields",
    ]
}

extension JSONObject {
    /// Removes a member, and returns its value.
    mutating func take(_ name: String) -> JSON? {
        let value = self[name]
        self[name] = nil
        return value
    }
}

extension JSON {
    /// The value as a server writes it that has read it into maps of Java.
    var inJavaOrder: JSON {
        switch self {
        case .array(let elements): .array(elements.map(\.inJavaOrder))
        case .object(let object):
            .object(
                JSONObject(
                    JavaHashOrder.sorted(object.names).compactMap { name in
                        object[name].map { (name, $0.inJavaOrder) }
                    }))
        default: self
        }
    }
}
