internal import OrderedJSON
internal import SandboxWorld

/// `_resolve/index`: what names and patterns mean, here and on remote clusters.
enum ResolveIndex {
    static func get(_ call: Call, _ host: ClusterHost) throws(ElasticError) -> Answer {
        let remotes = host.withState { $0.remotes }
        let search = FederatedSearch(
            call: call.with(
                arguments: ["index": call.arguments["name"] ?? ""], query: call.query, body: []), cluster: host,
            request: SearchRequest())
        try search.checkNames(remotes)
        let (local, remote) = search.targets(remotes)
        var indices: [(String, JSON)] = []
        var aliases: [(String, JSON)] = []
        for (alias, expression) in remote {
            guard let connection = remotes[alias], let peer = host.connect(alias, connection) else { continue }
            try peer.require(["indices:admin/resolve/index"], on: expression, of: call.access?.principal)
            try add(expression, of: peer, prefix: "\(alias):", call, &indices, &aliases)
        }
        if let local { try add(local, of: host, prefix: "", call, &indices, &aliases) }
        return Answer([
            "indices": .array(indices.sorted { $0.0 < $1.0 }.map(\.1)),
            "aliases": .array(aliases.sorted { $0.0 < $1.0 }.map(\.1)), "data_streams": [],
        ])
    }

    private static func add(
        _ expression: String, of host: ClusterHost, prefix: String, _ call: Call, _ indices: inout [(String, JSON)],
        _ aliases: inout [(String, JSON)]
    ) throws(ElasticError) {
        var options = try ExpansionOptions(call.query, default: .init())
        options.ignoreUnavailable = true
        let found = host.withState { state -> Result<([Index], [Index]), ElasticError> in
            let all = state.indices.values.map(\.withoutDocuments)
            return Result { () throws(ElasticError) in
                (try state.indices.resolve(expression, options).map(\.withoutDocuments), all)
            }
        }
        let (matching, all) = try found.get()
        let names = elements(expression)
        func isMeant(_ name: String) -> Bool { names.contains { Wildcard.matches($0, name) } }
        for index in matching where isMeant(index.name) {
            var object = JSONObject([("name", .string(prefix + index.name))])
            if !index.aliases.isEmpty {
                object.append("aliases", .array(index.aliases.keys.sorted().map { .string($0) }))
            }
            object.append("attributes", [index.isOpen ? "open" : "closed"])
            indices.append((prefix + index.name, .object(object)))
        }
        for alias in Set(all.flatMap { $0.aliases.keys }) where isMeant(alias) {
            let named = all.filter { $0.aliases[alias] != nil }.map(\.name).sorted()
            aliases.append(
                (
                    prefix + alias,
                    ["name": .string(prefix + alias), "indices": .array(named.map { .string($0) })]
                ))
        }
    }
}
