internal import OrderedJSON

/// `_msearch`: several searches, each with a line that says where and a line that says what.
enum MultiSearch {
    static func search(_ call: Call, _ cluster: ClusterHost) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .parse("request body or source parameter is required") }
        guard call.body.last == UInt8(ascii: "\n") else {
            throw .illegalArgument("The msearch request must be terminated by a newline [\n]")
        }
        if let limit = try call.query.count("max_concurrent_searches"), limit < 1 {
            throw .illegalArgument("maxConcurrentSearchRequests must be positive")
        }
        let searches = try searches(call)
        if searches.isEmpty { throw .validation("no requests added") }
        if searches.contains(where: { $0.arguments["type"] != nil }) {
            call.warnOfTypes("[types removal] Specifying types in multi search requests is deprecated.")
        }
        // A search that cannot be read fails all of them; one that fails while it runs fails alone.
        var requests: [(Call, SearchRequest)] = []
        for search in searches { requests.append((search, try SearchRequest(search))) }
        let responses = requests.map { search, request in answer(search, request, cluster) }
        return Answer(["took": 1, "responses": .array(responses)])
    }

    private static func answer(_ call: Call, _ request: SearchRequest, _ cluster: ClusterHost) -> JSON {
        do throws(ElasticError) {
            let search = FederatedSearch(call: call, cluster: cluster, request: request)
            try search.requireHere()
            let found = try search.run()
            var object = try SearchAnswer(request: request, found: found).json().object ?? JSONObject()
            object.append("status", 200)
            return .object(object)
        } catch {
            return error.body
        }
    }

    private static func searches(_ call: Call) throws(ElasticError) -> [Call] {
        let lines = call.body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        var searches: [Call] = []
        var number = 0
        while number < lines.count {
            let header = lines[number]
            number += 1
            // A line break at the very beginning is passed over; elsewhere an empty header says nothing.
            if header.isEmpty, number == 1 { continue }
            let body = number < lines.count ? Array(lines[number]) : nil
            number += 1
            let search = try search(Array(header), body ?? [], call)
            if body != nil { searches.append(search) }
        }
        return searches
    }

    private static func search(_ header: [UInt8], _ body: [UInt8], _ call: Call) throws(ElasticError) -> Call {
        var arguments = call.arguments
        var query = call.query.all.filter { $0.name != "max_concurrent_searches" }
        if !header.isEmpty {
            let json = try call.with(arguments: [:], query: call.query, body: header).json()
            for member in json.object?.members ?? [] {
                let list = member.value.array.map { $0.compactMap(\.string).joined(separator: ",") }
                let text = list ?? member.value.string ?? member.value.text()
                switch member.name {
                case "index", "indices": arguments["index"] = text
                case "type", "types": arguments["type"] = text
                case "search_type", "searchType": query.append(("search_type", text))
                case "request_cache", "requestCache", "preference", "routing", "ccs_minimize_roundtrips",
                    "ccsMinimizeRoundtrips", "allow_partial_search_results":
                    break
                case "ignore_unavailable", "allow_no_indices", "expand_wildcards":
                    query.append((member.name, text))
                case "ignoreUnavailable": query.append(("ignore_unavailable", text))
                case "allowNoIndices": query.append(("allow_no_indices", text))
                case "expandWildcards": query.append(("expand_wildcards", text))
                default:
                    throw .illegalArgument("key [\(member.name)] is not supported in the metadata section")
                }
            }
        }
        return call.with(arguments: arguments, query: QueryParameters(query), body: body)
    }
}
