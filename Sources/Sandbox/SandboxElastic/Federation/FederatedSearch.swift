internal import OrderedJSON
internal import SandboxWorld

/// A search that may go to several clusters.
struct FederatedSearch {
    /// What all clusters found together.
    struct Found: Sendable {
        var result = SearchResult()
        /// How many clusters answered and were passed over; nil when no remote one was asked.
        var clusters: (successful: Int, skipped: Int)?
        var reducePhases = 1
        /// What became of each remote cluster.
        var details: [(String, JSON)] = []
    }

    /// What a remote cluster asks for a right for.
    private static let actions = ["indices:admin/shards/search_shards", "indices:data/read/search"]

    let call: Call
    let cluster: ClusterHost
    let request: SearchRequest

    func run() throws(ElasticError) -> Found {
        let remotes = cluster.withState { $0.remotes }
        try checkNames(remotes)
        let (local, remote) = targets(remotes)
        var found = Found()
        if remote.isEmpty {
            found.result = try cluster.search(call.index, call, request)
            return found
        }
        var counts = (successful: 0, skipped: 0)
        var hitsOfAll: [SearchResult] = []
        let order = remote.sorted { left, right in
            // Proxies are asked first, since they answer at once.
            let (one, two) = (remotes[left.key]?.mode == .proxy, remotes[right.key]?.mode == .proxy)
            return one == two ? left.key < right.key : one
        }
        for (alias, expression) in order {
            guard let connection = remotes[alias] else { continue }
            if let peer = cluster.connect(alias, connection) {
                let part = try search(peer, alias: alias, expression: expression)
                found.result.add(part, alias: alias)
                hitsOfAll.append(part)
                counts.successful += 1
                found.details.append(
                    (
                        alias,
                        [
                            "status": "successful", "indices": .string(expression), "took": 1, "timed_out": false,
                            "_shards": part.shardsJSON(),
                        ]
                    ))
            } else if connection.skipsUnavailable {
                counts.skipped += 1
                found.details.append(
                    (alias, ["status": "skipped", "indices": .string(expression), "timed_out": false]))
            } else {
                throw ClusterHost.refused(connection, alias: alias, call.profile)
            }
        }
        if let local {
            let part = try cluster.search(local, call, request)
            found.result.add(part)
            hitsOfAll.append(part)
            counts.successful += 1
        }
        found.clusters = counts
        let isSingle = remote.count == 1 && local == nil
        found.reducePhases = isSingle ? counts.successful : 1 + hitsOfAll.count
        return found
    }

    /// Checks that the user may search what this cluster has of the indices that are asked.
    ///
    /// - Throws: The server's error, which names the action.
    func requireHere() throws(ElasticError) {
        guard let access = call.access else { return }
        let (local, remote) = targets(cluster.withState { $0.remotes })
        guard let expression = local ?? (remote.isEmpty ? "*" : nil) else { return }
        let names = cluster.indices(meantBy: expression.isEmpty ? "*" : expression)
        try access.require(["indices:data/read/search"], on: names)
    }

    /// - Throws: The server's error for a remote cluster that is not configured, in versions that tell it so.
    func checkNames(_ remotes: RemoteTable) throws(ElasticError) {
        guard call.profile.has(.remoteMayBeUnknown) else { return }
        for part in elements(call.index ?? "") {
            guard !part.hasPrefix("<"), let colon = part.firstIndex(of: ":"), colon > part.startIndex else { continue }
            let alias = String(part[..<colon])
            let index = part[part.index(after: colon)...]
            if alias.hasPrefix("-"), index != "*" {
                throw .illegalArgument(
                    "To exclude a cluster you must specify the '*' wildcard for the index expression, but found: [\(index)]"
                )
            }
            if !alias.contains("*"), !alias.hasPrefix("-"), remotes[alias] == nil {
                throw ElasticError(
                    "no_such_remote_cluster_exception", "no such remote cluster: [\(alias)]", status: 404)
            }
        }
    }

    /// What is asked here (nil when nothing is) and on which remote cluster.
    func targets(_ remotes: RemoteTable) -> (String?, [String: String]) {
        FederatedSearch.targets(call.index, remotes)
    }

    /// What of an expression is asked here (nil when nothing is) and on which remote cluster.
    static func targets(_ expression: String?, _ remotes: RemoteTable) -> (String?, [String: String]) {
        var local: [String] = []
        var remote: [String: [String]] = [:]
        for part in elements(expression ?? "") {
            guard let colon = part.firstIndex(of: ":"), colon > part.startIndex else {
                local.append(part)
                continue
            }
            let aliases = remotes.aliases.filter { Wildcard.matches(String(part[..<colon]), $0) }
            if aliases.isEmpty { local.append(part) }
            for alias in aliases { remote[alias, default: []].append(String(part[part.index(after: colon)...])) }
        }
        let here = local.isEmpty && !remote.isEmpty ? nil : local.joined(separator: ",")
        return (here, remote.mapValues { $0.joined(separator: ",") })
    }

    private func search(
        _ peer: ClusterHost, alias: String, expression: String
    ) throws(ElasticError) -> SearchResult {
        // Here it is known who asks; what the user may read, the cluster decides that has it.
        try peer.require(FederatedSearch.actions, on: expression, of: call.access?.principal)
        do {
            return try peer.search(expression, call, request)
        } catch {
            throw FederatedSearch.prefixed(error, alias)
        }
    }

    /// An error of a remote cluster, whose indices are named with its alias when its shards failed.
    private static func prefixed(_ error: ElasticError, _ alias: String) -> ElasticError {
        guard error.type == "search_phase_execution_exception" else { return error }
        var error = error
        error.rootCauses = error.rootCauses?.map { root in
            var root = root
            root.details = prefixed(root.details, alias)
            return root
        }
        error.details = error.details.map { ($0.0, prefixed($0.1, alias)) }
        if error.causes.isEmpty, let first = error.rootCauses?.first { error.causes = [first] }
        return error
    }

    private static func prefixed(_ details: [(String, JSON)], _ alias: String) -> [(String, JSON)] {
        details.map {
            $0.0 == "index" ? ($0.0, .string("\(alias):\($0.1.string ?? "")")) : ($0.0, prefixed($0.1, alias))
        }
    }

    private static func prefixed(_ json: JSON, _ alias: String) -> JSON {
        switch json {
        case .array(let elements): .array(elements.map { prefixed($0, alias) })
        case .object(let object):
            .object(JSONObject(prefixed(object.members.map { ($0.name, $0.value) }, alias)))
        default: json
        }
    }
}
