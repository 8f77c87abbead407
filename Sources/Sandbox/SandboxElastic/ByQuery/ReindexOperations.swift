internal import OrderedJSON
internal import SandboxWorld

/// `_reindex`, from indices of this cluster or of another one of the sandbox.
enum ReindexOperations {
    private static let members: Set<String> = ["source", "dest", "conflicts", "size", "max_docs", "script"]

    static func reindex(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        let known = call.profile.has(.limitsDocuments) ? members : members.subtracting(["max_docs"])
        if let unknown = body.object?.names.first(where: { !known.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw ElasticError(
                "x_content_parse_exception",
                "[\(place.line):\(place.column)] [reindex] \(call.profile.unknownField(unknown))")
        }
        if body["script"] != nil { call.unemulated.add("reindex script") }
        let source = body["source"] ?? [:]
        let target = body["dest"]?["index"]?.string ?? ""
        let index = source["index"]?.string ?? source["index"]?.array?.compactMap(\.string).joined(separator: ",") ?? ""
        var problems: [String] = []
        if index.isEmpty { problems.append("use _all if you really want to copy from all existing indexes") }
        if target.isEmpty { problems.append("index must be specified") }
        if !problems.isEmpty { throw .validation(problems) }
        try checkSlices(source, call)
        if source["remote"] == nil { try refuseItself(index, target, call, host) }
        let found = try read(index, source, call, host)
        let count = (try? found.get())?.hits.count ?? 0
        var counts = ByQueryCounts()
        counts.total = count
        counts.batchSize = min(max(source["size"]?.int ?? 1000, 1), 10_000)
        for name in ["max_docs", "size"] {
            guard let most = body[name]?.int else { continue }
            if most < 1 {
                let place = SourceMap(call.body).value(name)
                throw ElasticError(
                    "x_content_parse_exception",
                    "[\(place.line):\(place.column)] [reindex] failed to parse field [\(name)]",
                    cause: .illegalArgument("[max_docs] should be >= [slices]"))
            }
            counts.total = min(count, most)
        }
        let dest = body["dest"] ?? [:]
        let goesOn = body["conflicts"]?.string == "proceed"
        let work = TaskOperations.Work(
            action: "indices:data/write/reindex", description: "reindex from [\(index)] to [\(target)][_doc]",
            creates: true
        ) { hits, counts, state in
            write(hits, to: target, dest, goesOn, counts, call, &state)
        }
        return try TaskOperations.perform(work, found, counts, call, host)
    }

    /// - Throws: The server's error where an index would be copied into itself.
    private static func refuseItself(
        _ index: String, _ target: String, _ call: Call, _ host: ClusterHost
    ) throws(ElasticError) {
        let itself = host.withState { state -> String? in
            let options = try? ExpansionOptions(QueryParameters([]), default: .init())
            let sources = options.flatMap { try? state.indices.resolve(index, $0) } ?? []
            let own = state.indices.values.filter { $0.name == target || $0.aliases[target] != nil }
            // Of several indices with an alias, one may be the one that is written to.
            let written = own.count == 1 ? own.first : own.first { $0.aliases[target]?.isWriteIndex == true }
            return sources.contains { $0.name == written?.name } ? written?.name : nil
        }
        if let itself { throw .validation(["reindex cannot write into an index its reading from [\(itself)]"]) }
    }

    /// Slices are for what is here only.
    private static func checkSlices(_ source: JSON, _ call: Call) throws(ElasticError) {
        guard let text = call.query["slices"], text != "auto" else { return }
        guard let slices = Int(text) else {
            throw .illegalArgument(
                "[slices] must be a positive integer or the string \"auto\", but was [\(text)]",
                cause: .numberFormat(text))
        }
        if slices < 1 { throw .illegalArgument("[slices] must be at least 1 but was [\(slices)]") }
        if slices > 1, source["remote"] != nil {
            throw .validation("reindex from remote sources doesn't support slices > 1 but was [\(slices)]")
        }
    }

    private static func write(
        _ hits: ArraySlice<SearchResult.Hit>, to target: String, _ dest: JSON, _ goesOn: Bool, _ start: ByQueryCounts,
        _ call: Call, _ state: inout ClusterState
    ) -> ByQueryCounts {
        var counts = start
        for hit in hits {
            var query: [(name: String, value: String)] = []
            if let kind = dest["version_type"]?.string, kind != "internal" {
                query += [("version_type", kind), ("version", String(hit.entry.version))]
            }
            if let kind = dest["op_type"]?.string { query.append(("op_type", kind)) }
            switch dest["routing"]?.string {
            case nil, "keep"?: if let routing = hit.entry.routing { query.append(("routing", routing)) }
            case "discard"?: break
            case let routing?: query.append(("routing", String(routing.drop { $0 == "=" })))
            }
            let one = call.with(
                arguments: ["index": target, "id": hit.entry.id], query: QueryParameters(query), body: hit.entry.source)
            do throws(ElasticError) {
                let answer = try DocumentWriting.index(one, &state)
                if answer.status == 201 { counts.created += 1 } else { counts.updated += 1 }
            } catch {
                counts.note(error, index: target, hit: hit, goesOn: goesOn)
            }
        }
        if call.isRefreshing { state.indices.change(target) { $0.refresh() } }
        return counts
    }

    /// What is to be copied; no lock of this cluster is held while another one is read.
    ///
    /// - Throws: The server's error for a request that is wrong, which a client that does not wait gets as well.
    private static func read(
        _ index: String, _ source: JSON, _ call: Call, _ host: ClusterHost
    ) throws(ElasticError) -> Result<SearchResult, ElasticError> {
        let query = source["query"].map { ["query": $0] as JSON }
        let search = call.with(arguments: [:], query: QueryParameters([]), body: query?.bytes() ?? [])
        guard let remote = source["remote"] else {
            do throws(ElasticError) {
                _ = try SearchRequest(search)
            } catch {
                throw failed(error, call)
            }
            return Result { () throws(ElasticError) in try search.everything(index, on: host) }
        }
        guard let url = remote["host"]?.string else {
            throw failed("[host] must be specified to reindex from a remote cluster", call)
        }
        let parts = url.split(separator: "/").map(String.init)
        guard url.contains("://"), parts.count > 1, let address = SystemAddress(parts[1]) else {
            throw failed("[host] must be of the form [scheme]://[host]:[port](/[pathPrefix])? but was [\(url)]", call)
        }
        guard let peer = host.peer(atHTTP: address) else {
            if !host.allows(address) {
                throw .illegalArgument("[\(address)] not whitelisted in reindex.remote.whitelist")
            }
            return .failure(ElasticError("connect_exception", "Connection refused", status: 500))
        }
        if url.hasPrefix("https:"), peer.system.access == nil {
            return .failure(
                ElasticError("s_s_l_exception", "Unrecognized SSL message, plaintext connection?", status: 500))
        }
        return Result { () throws(ElasticError) in
            do throws(ElasticError) {
                return try search.everything(index, on: peer)
            } catch {
                throw ElasticError("status_exception", "body=\(error.body.text())", status: error.status)
            }
        }
    }

    private static func failed(_ reason: String, _ call: Call) -> ElasticError {
        failed(.illegalArgument(reason), call)
    }

    private static func failed(_ cause: ElasticError, _ call: Call) -> ElasticError {
        let place = SourceMap(call.body).end("source")
        var error = ElasticError(
            "x_content_parse_exception", "[\(place.line):\(place.column)] [reindex] failed to parse field [source]",
            cause: cause)
        // The root is the error of the query, but not a value that is refused.
        if cause.type != "illegal_argument_exception" { error.rootCauses = cause.roots }
        return error
    }
}
