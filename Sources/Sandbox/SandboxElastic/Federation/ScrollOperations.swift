internal import OrderedJSON
internal import SandboxWorld

/// `_search/scroll`, and the searches that begin one.
enum ScrollOperations {
    /// Keeps what a search found, and answers with its first portion.
    static func begin(
        _ call: Call, _ host: ClusterHost, _ request: SearchRequest, _ found: FederatedSearch.Found
    ) throws(ElasticError) -> Answer {
        var found = found
        found.result.hits.sort { Searcher.precedes($0, $1, request.sort) }
        let keepAlive = try keepAlive(call.query["scroll"] ?? "", host)
        let context = ScrollContext(
            request: request, found: found, position: request.size, keepAlive: keepAlive,
            end: call.now + keepAlive, shards: found.result.shards)
        let number = host.withState { state -> Int? in
            state.scrolls.contexts.count < ScrollTable.limit ? state.scrolls.add(context) : nil
        }
        guard let number else {
            throw ElasticError(
                "exception",
                "Trying to create too many scroll contexts. Must be less than or equal to: [\(ScrollTable.limit)]. This "
                    + "limit can be set by changing the [search.max_open_scroll_context] setting.", status: 500)
        }
        return try answer(number, request, found, call)
    }

    /// Checks that a request can be answered in portions.
    static func check(_ request: SearchRequest, _ call: Call) throws(ElasticError) {
        var problems: [String] = []
        if request.tracking == .none {
            problems.append("disabling [track_total_hits] is not allowed in a scroll context")
        }
        if request.from > 0 { problems.append("using [from] is not allowed in a scroll context") }
        if request.size == 0 { problems.append("[size] cannot be [0] in a scroll context") }
        if call.query["request_cache"] == "true" {
            problems.append("[request_cache] cannot be used in a scroll context")
        }
        if !problems.isEmpty { throw .validation(problems) }
    }

    static func next(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        var (ids, scroll) = (call.arguments["scroll_id"] ?? call.query["scroll_id"], call.query["scroll"])
        if !call.body.isEmpty {
            for member in try call.json().object?.members ?? [] {
                switch (member.name, member.value.string) {
                case ("scroll_id", let text?): ids = text
                case ("scroll", let text?): scroll = text
                default: throw unknown(member)
                }
            }
        }
        guard let id = ids else { throw .validation("scrollId is missing") }
        if id.isEmpty {
            throw .illegalArgument(
                "Cannot parse scroll id",
                cause: ElasticError(
                    "array_index_out_of_bounds_exception", "Index 0 out of bounds for length 0", status: 500))
        }
        let number = try ScrollID.number(id)
        let keepAlive = try scroll.map { text throws(ElasticError) in try self.keepAlive(text, host) }
        let context = host.withState { state -> ScrollContext? in
            guard let context = state.scrolls[number] as? ScrollContext else { return nil }
            // Who does not keep it any longer gets the last portion; the one shard of a search then forgets it.
            guard keepAlive != nil || context.shards > 1 else {
                state.scrolls[number] = nil
                return context
            }
            var next = context
            next.position += context.request.size
            next.keepAlive = keepAlive ?? context.keepAlive
            next.end = call.now + next.keepAlive
            state.scrolls[number] = next
            return context
        }
        guard let context else { throw missing(max(number, 0)) }
        var request = context.request
        request.from = context.position
        request.totalAsNumber = try call.query.bool(
            "rest_total_hits_as_int", default: !call.profile.has(.totalsAreObjects))
        var found = context.found
        found.clusters = nil
        return try answer(keepAlive == nil ? nil : number, request, found, call)
    }

    static func clear(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        var ids = elements(call.arguments["scroll_id"] ?? call.query["scroll_id"] ?? "")
        if !call.body.isEmpty {
            for member in try call.json().object?.members ?? [] {
                guard member.name == "scroll_id" else { throw unknown(member) }
                ids += member.value.string.map { [$0] } ?? member.value.array?.compactMap(\.string) ?? []
            }
        }
        if ids.isEmpty { throw .validation("no scroll ids specified") }
        var freed = 0
        if ids == ["_all"] {
            freed = state.scrolls.removeAll()
        } else {
            var numbers: [Int] = []
            for id in ids { numbers.append(try ScrollID.number(id)) }
            for number in numbers {
                freed += state.scrolls[number]?.shards ?? 0
                state.scrolls[number] = nil
            }
        }
        return Answer(status: freed == 0 ? 404 : 200, ["succeeded": true, "num_freed": JSON(freed)])
    }

    private static func answer(
        _ number: Int?, _ request: SearchRequest, _ found: FederatedSearch.Found, _ call: Call
    ) throws(ElasticError) -> Answer {
        var object = JSONObject()
        if let number { object.append("_scroll_id", .string(ScrollID.text(number, call.profile))) }
        for member in try SearchAnswer(request: request, found: found).json().object?.members ?? [] {
            object.append(member.name, member.value)
        }
        return Answer(.object(object))
    }

    private static func keepAlive(_ text: String, _ host: ClusterHost) throws(ElasticError) -> Duration {
        if let problem = TimeValue.problem("scroll", text) { throw problem }
        let wanted = TimeValue.milliseconds(text) ?? 0
        let limit = host.withState { $0.settings.text("search.max_keep_alive") } ?? "24h"
        if wanted > TimeValue.milliseconds(limit) ?? 86_400_000 {
            var error = ElasticError(
                "search_phase_execution_exception", "all shards failed",
                details: [("phase", "query"), ("grouped", true), ("failed_shards", [])])
            let cause = ElasticError.illegalArgument(
                "Keep alive for scroll (\(text)) is too large. It must be less than (\(limit)). This limit can be set by "
                    + "changing the [search.max_keep_alive] cluster level setting.")
            error.rootCauses = [cause]
            error.causes = [cause]
            throw error
        }
        return .milliseconds(wanted)
    }

    private static func missing(_ number: Int) -> ElasticError {
        let cause = ElasticError(
            "search_context_missing_exception", "No search context found for id [\(number)]", status: 404)
        let shard: JSON = ["shard": -1, "index": .null, "reason": .object(cause.full)]
        var error = ElasticError(
            "search_phase_execution_exception", "all shards failed", status: 404,
            details: [("phase", "query"), ("grouped", true), ("failed_shards", [shard])])
        error.rootCauses = [cause]
        error.causes = [cause]
        return error
    }

    private static func unknown(_ member: JSONObject.Member) -> ElasticError {
        .illegalArgument(
            "Unknown parameter [\(member.name)] in request body or parameter is of the wrong type"
                + "[\(JSONToken.name(of: member.value))] ")
    }
}
