internal import OrderedJSON
internal import SandboxWorld

/// `_reindex`, from indices of this cluster or of another one of the sandbox.
enum ReindexOperations {
    static func reindex(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let request = try ReindexRequest(call)
        let found: Result<FoundDocuments, ElasticError>
        if let remote = request.source.remote {
            found = try read(remote, request, call, host)
        } else {
            found = Result { () throws(ElasticError) in
                try checkTarget(request, host)
                return try FoundDocuments(
                    request.search, request.options, request.source.index, call, host, writer: call.access)
            }
        }
        let target = request.target
        let options = request.options
        let work = TaskOperations.Work(
            action: "indices:data/write/reindex",
            description: "reindex from [\(request.source.index)] to [\(target.index)][_doc]", creates: true
        ) { hits, counts, state in
            write(hits, to: target, options, counts, call, &state)
        }
        return try TaskOperations.perform(work, found, request.search, call, host)
    }

    /// - Throws: The server's error where the target cannot be written to, or where an index would be copied into
    ///   itself.
    private static func checkTarget(_ request: ReindexRequest, _ host: ClusterHost) throws(ElasticError) {
        let name = request.target.index
        let result = host.withState { state in
            Result { () throws(ElasticError) -> String? in
                let isFree = state.indices.isFree(name)
                let written = isFree ? name : try state.indices.resolveOne(name, writes: true).name
                let sources = try state.indices.resolve(request.source.index, ExpansionOptions())
                return sources.contains { $0.name == written } ? written : nil
            }
        }
        if let itself = try result.get() {
            throw .validation("reindex cannot write into an index its reading from [\(itself)]")
        }
    }

    private static func write(
        _ hits: ArraySlice<SearchResult.Hit>, to target: ReindexTarget, _ options: ByQueryOptions,
        _ start: ByQueryCounts, _ call: Call, _ state: inout ClusterState
    ) -> ByQueryCounts {
        var counts = start
        var rights = WriteRights(call)
        for hit in hits {
            var arguments = ["index": target.index, "id": hit.entry.id]
            arguments["type"] = target.type == "_doc" ? nil : target.type
            let one = call.with(
                arguments: arguments, query: QueryParameters(target.query(for: hit.entry) + options.ofWrites),
                body: hit.entry.source)
            do throws(ElasticError) {
                try options.checkPipeline()
                let name = one.index ?? ""
                if state.indices.isFree(name) { try rights.checkCreation(of: name) }
                let written = (try? state.indices.resolveOne(name, writes: true))?.name ?? name
                try rights.check(["index"], on: written)
                let answer = try DocumentWriting.index(one, &state)
                if answer.status == 201 { counts.created += 1 } else { counts.updated += 1 }
            } catch {
                counts.note(error, index: target.index, hit: hit, goesOn: options.goesOn)
            }
        }
        if call.isRefreshing { state.indices.change(target.index) { $0.refresh() } }
        return counts
    }

    /// What is to be copied of another cluster; no lock of this one is held while that is read.
    ///
    /// - Throws: The server's error for a request that is wrong, which a client that does not wait gets as well.
    private static func read(
        _ remote: JSON, _ request: ReindexRequest, _ call: Call, _ host: ClusterHost
    ) throws(ElasticError) -> Result<FoundDocuments, ElasticError> {
        guard let url = remote["host"]?.string else {
            throw failed("[host] must be specified to reindex from a remote cluster", call)
        }
        let parts = url.split(separator: "/").map(String.init)
        guard url.contains("://"), parts.count > 1, let address = SystemAddress(parts[1]) else {
            throw failed("[host] must be of the form [scheme]://[host]:[port](/[pathPrefix])? but was [\(url)]", call)
        }
        guard let peer = host.peer(atHTTP: address) else {
            if !host.allows(address) {
                let list = call.profile.isOpenSearch ? "allowlist" : "whitelist"
                throw .illegalArgument("[\(address)] not \(list)ed in reindex.remote.\(list)")
            }
            return .failure(ElasticError("connect_exception", "Connection refused", status: 500))
        }
        if url.hasPrefix("https:"), peer.system.access == nil {
            return .failure(
                ElasticError("s_s_l_exception", "Unrecognized SSL message, plaintext connection?", status: 500))
        }
        return Result { () throws(ElasticError) in
            let body = request.source.query.map { ["query": $0] as JSON }?.bytes() ?? []
            var asked = call.with(arguments: [:], query: QueryParameters([]), body: body)
            asked.access = try access(remote, to: peer)
            do throws(ElasticError) {
                try asked.access?.require(["cluster:monitor/main"], on: nil)
                var search = request.search
                search.query = try SearchRequest(asked).query
                return try FoundDocuments(
                    search, request.options, request.source.index, asked, peer, writer: call.access)
            } catch {
                throw ElasticError("status_exception", "body=\(error.body.text())", status: error.status)
            }
        }
    }

    /// Who asks the other cluster, by the name and the password that the request has for it; nil where nobody has to say.
    ///
    /// - Throws: The error for a cluster that does not know this user.
    private static func access(_ remote: JSON, to peer: ClusterHost) throws(ElasticError) -> CallAccess? {
        guard let security = peer.withState({ $0.security }) else { return nil }
        let (name, password) = (remote["username"]?.string ?? "", remote["password"]?.string ?? "")
        guard let user = security.principal(named: name, password: password) else {
            throw ElasticError("status_exception", "body=Unauthorized", status: 401)
        }
        return CallAccess(principal: user, security: security)
    }

    private static func failed(_ reason: String, _ call: Call) -> ElasticError {
        ReindexRequest.failed(.illegalArgument(reason), call)
    }
}
