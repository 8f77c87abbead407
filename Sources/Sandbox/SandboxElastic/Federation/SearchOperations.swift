internal import OrderedJSON

/// `_search` and `_count`, on this cluster and on remote ones.
enum SearchOperations {
    static func search(_ call: Call, _ cluster: ClusterHost) throws(ElasticError) -> Answer {
        warnOfTypes(call, "search requests")
        var request = try SearchRequest(call)
        request.isScroll = call.query["scroll"].map { !$0.isEmpty } ?? false
        if request.isScroll {
            try ScrollOperations.check(request, call)
            request.tracking = .exact
            request.isUnbounded = true
        }
        let found = try FederatedSearch(call: call, cluster: cluster, request: request).run()
        if request.isScroll { return try ScrollOperations.begin(call, cluster, request, found) }
        return Answer(try SearchAnswer(request: request, found: found).json())
    }

    static func count(_ call: Call, _ cluster: ClusterHost) throws(ElasticError) -> Answer {
        warnOfTypes(call, "count requests")
        let request = try SearchRequest(count: call)
        let found = try FederatedSearch(call: call, cluster: cluster, request: request).run()
        return Answer(["count": JSON(found.result.total), "_shards": found.result.shardsJSON()])
    }

    private static func warnOfTypes(_ call: Call, _ place: String) {
        guard call.arguments["type"] != nil else { return }
        call.warnOfTypes("[types removal] Specifying types in \(place) is deprecated.")
    }
}
