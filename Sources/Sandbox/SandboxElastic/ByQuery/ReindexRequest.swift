internal import OrderedJSON

/// What `_reindex` asks for: where documents come from, and what becomes of them.
struct ReindexRequest {
    /// What of the source is not the search itself.
    struct Source {
        var index = ""
        var remote: JSON?
        /// The search on another cluster, which reads it.
        var query: JSON?
    }

    private(set) var source = Source()
    private(set) var search = SearchRequest()
    private(set) var target = ReindexTarget()
    private(set) var options = ByQueryOptions()

    init(_ call: Call) throws(ElasticError) {
        let body = try call.json()
        guard let object = body.object else {
            let place = SourceMap(call.body).value()
            throw .xContent("[reindex] Expected START_OBJECT but was: \(JSONToken.name(of: body))", at: place)
        }
        search.size = 1000
        let limit = ByQueryOptions.limitName(call.profile)
        for member in object.members {
            switch member.name {
            case "source": try readSource(try ReindexRequest.object(member, call), call)
            case "dest":
                target = try ReindexTarget(try ReindexRequest.object(member, call), call)
                options.pipeline = target.pipeline
            case "script": call.unemulated.add("reindex script")
            case "conflicts":
                guard let word = member.value.string else { throw ReindexRequest.unsupported(member, call) }
                try ReindexRequest.reading(member, call) { () throws(ElasticError) in try options.setConflicts(word) }
            case "size", limit:
                if member.name != limit { ByQueryOptions.warnOfSize(call) }
                let text = member.value.string ?? member.value.text()
                try ReindexRequest.reading(member, call) { () throws(ElasticError) in
                    guard let count = Int(text) else { throw .numberFormat(text) }
                    guard Int32(exactly: count) != nil else { throw .outOfRange(text, in: call.body) }
                    try options.limit(to: count, call.profile)
                }
            default:
                let place = SourceMap(call.body).name(member.name)
                let known: Set<String> = ["source", "dest", "conflicts", "size", limit, "script"]
                throw .xContent("[reindex] \(call.profile.unknownField(member.name, among: known))", at: place)
            }
        }
        try options.read(call)
        var problems = ByQueryRequest.problems(search, options)
        if source.index.isEmpty { problems.append("use _all if you really want to copy from all existing indexes") }
        if !search.source.isShown { problems.append("_source:false is not supported in this context") }
        problems += target.problems
        if source.remote != nil, let slices = options.slices.map(String.init) ?? call.query["slices"], slices != "1" {
            problems.append("reindex from remote sources doesn't support slices > 1 but was [\(slices)]")
        }
        if !problems.isEmpty { throw .validation(problems) }
    }

    private mutating func readSource(_ object: JSONObject, _ call: Call) throws(ElasticError) {
        var rest = object
        source.remote = rest.take("remote")
        source.index = try ReindexRequest.list(rest.take("index"), "index", call)
        let types = try ReindexRequest.list(rest.take("type"), "type", call)
        if source.remote != nil { source.query = rest.take("query") }
        let body = rest.isEmpty ? [] : JSON.object(rest).inJavaOrder.bytes()
        do throws(ElasticError) {
            search = try SearchRequest(call.with(arguments: [:], query: QueryParameters([]), body: body))
        } catch {
            throw ReindexRequest.failed(error, call)
        }
        search.types = elements(types)
        if !types.isEmpty {
            call.warnOfTypes("[types removal] Specifying types in reindex requests is deprecated.")
        }
        if rest["size"] == nil { search.size = 1000 }
    }

    /// A list of names, which may be one alone.
    private static func list(_ json: JSON?, _ name: String, _ call: Call) throws(ElasticError) -> String {
        guard let json else { return "" }
        if let text = json.string { return text }
        guard let list = json.array else {
            throw failed(
                .illegalArgument("Expected [\(name)] to be a list or a string but was [\(json.text())]"), call)
        }
        return list.map { $0.string ?? $0.text() }.joined(separator: ",")
    }

    private static func object(_ member: JSONObject.Member, _ call: Call) throws(ElasticError) -> JSONObject {
        guard let object = member.value.object else { throw unsupported(member, call) }
        return object
    }

    private static func unsupported(_ member: JSONObject.Member, _ call: Call) -> ElasticError {
        let place = SourceMap(call.body).value(member.name)
        return ElasticError.xContent(
            "[reindex] \(member.name) doesn't support values of type: "
                + JSONToken.name(of: member.value), at: place)
    }

    /// Reads a member of the body, whose error has the place of its value.
    private static func reading(
        _ member: JSONObject.Member, _ call: Call, _ read: () throws(ElasticError) -> Void
    ) throws(ElasticError) {
        do throws(ElasticError) {
            try read()
        } catch {
            let place = SourceMap(call.body).value(member.name)
            throw .xContent("[reindex] failed to parse field [\(member.name)]", at: place, cause: error)
        }
    }

    /// The error for a source that cannot be read.
    static func failed(_ cause: ElasticError, _ call: Call) -> ElasticError {
        let place = SourceMap(call.body).end("source")
        var error = ElasticError.xContent(
            "[reindex] failed to parse field [source]", at: place,
            cause: cause)
        // The root is the error of the query, but not a value that is refused.
        let values = ["illegal_argument_exception", "input_coercion_exception", "number_format_exception"]
        if !values.contains(cause.type) { error.rootCauses = cause.roots }
        return error
    }
}
