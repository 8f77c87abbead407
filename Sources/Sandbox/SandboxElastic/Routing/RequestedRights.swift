internal import OrderedJSON

/// What a request asks to do, and to which indices: its path says it, or its body.
struct RequestedRights {
    /// The actions that the user needs a right for.
    private(set) var actions: [String]
    /// The indices, as the request names them; nil where it names none.
    private(set) var named: String?

    /// - Parameter call: The request, whose body may be wrong: then its operation says so.
    init(_ route: Route, _ call: Call) {
        actions = RequiredActions.of(route)
        named = call.index
        switch actions.first {
        case "indices:admin/aliases" where route.pattern == "/_aliases":
            guard let changes = try? AliasAction.read(call) else { break }
            named = changes.flatMap(\.indices).joined(separator: ",")
            if changes.contains(where: { $0.kind == .removeIndex }) { actions.append("indices:admin/delete") }
        case "indices:admin/aliases" where !call.body.isEmpty:
            // What the body says counts, also beside a path.
            named = (try? call.json())?["index"]?.string ?? named
        case "indices:admin/create":
            let aliases = call.body.isEmpty ? nil : (try? call.json())?["aliases"]?.object
            if aliases?.isEmpty == false { actions.append("indices:admin/aliases") }
        case "indices:admin/resize":
            named = [named, call.arguments["target"]].compactMap(\.self).joined(separator: ",")
        default: break
        }
    }

    /// The indices that this cluster decides about; nil where other clusters decide about all of them.
    func decided(_ call: Call, _ host: ClusterHost) -> String? {
        let isFederated = actions.count == 1 && RequestedRights.federated.contains(actions[0])
        guard isFederated, let index = named ?? call.arguments["name"] else { return named ?? "*" }
        return FederatedSearch.targets(index, host.withState { $0.remotes }).0
    }

    /// The actions whose indices may be those of another cluster.
    private static let federated: Set<String> = [
        "indices:data/read/search", "indices:data/read/field_caps", "indices:admin/resolve/index",
    ]

    /// Whether the request would change the index that the rights are kept in.
    func changesSecurityIndex(_ call: Call) -> Bool {
        if actions == ["cluster:admin/snapshot/restore"] {
            let wanted = ((try? call.json())?["indices"]).map { value in
                value.array?.compactMap(\.string) ?? elements(value.string ?? "*")
            }
            return (wanted ?? ["*"]).contains { Wildcard.matches($0, SecurityIndex.name) }
        }
        guard let named else { return false }
        let isChange = actions.contains { action in
            // The documents of a request of several are judged one by one.
            if SecurityState.isOfCluster(action) || action == "indices:admin/aliases/get" { return false }
            return RequestedRights.changes.contains { action.hasPrefix($0) }
        }
        return isChange
            && elements(named).contains { Wildcard.matches($0 == "_all" ? "*" : $0, SecurityIndex.name) }
    }

    private static let changes = [
        "indices:data/write", "indices:admin/delete", "indices:admin/mapping/put", "indices:admin/close",
        "indices:admin/settings/update", "indices:admin/aliases",
    ]

    /// The index that is made by the way, where a single document is written under a name that is free.
    func madeIndex(_ host: ClusterHost) -> String? {
        guard actions == ["indices:data/write/index"] || actions == ["indices:data/write/update"], let named else {
            return nil
        }
        return host.withState { $0.indices.isFree(named) } ? named : nil
    }
}
