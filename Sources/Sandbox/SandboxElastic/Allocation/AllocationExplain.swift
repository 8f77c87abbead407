internal import OrderedJSON
internal import SandboxWorld

/// `_cluster/allocation/explain`: why a shard is where it is, or nowhere.
enum AllocationExplain {
    static func explain(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty {
            let waiting = state.indices.values.filter { $0.hasShards && ($0.isUnallocated || $0.replicas > 0) }
                .sorted { $0.name < $1.name }
            guard let index = waiting.first else {
                throw .illegalArgument(
                    "unable to find any unassigned shards to explain "
                        + "[ClusterAllocationExplainRequest[useAnyUnassignedShard=true,includeYesDecisions?="
                        + "\(call.query["include_yes_decisions"] ?? "false")]")
            }
            return Answer(unassigned(index, 0, isPrimary: index.isUnallocated, call, state))
        }
        let body = try call.json()
        let known: Set<String> = ["index", "shard", "primary", "current_node"]
        if let unknown = body.object?.names.first(where: { !known.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw ElasticError(
                "x_content_parse_exception",
                "[\(place.line):\(place.column)] [cluster/allocation/explain] \(call.profile.unknownField(unknown))")
        }
        var problems: [String] = []
        if body["index"] == nil { problems.append("index must be specified") }
        if body["shard"] == nil { problems.append("shard must be specified") }
        if body["primary"] == nil { problems.append("primary must be specified") }
        if !problems.isEmpty { throw .validation(problems) }
        let name = body["index"]?.string ?? ""
        // A closed index of an older version has no shards, and is as one that is not there.
        guard let index = state.indices[name], index.hasShards else { throw .indexNotFound(name, resource: nil) }
        let number = body["shard"]?.int ?? 0
        guard (0..<index.shardCount).contains(number) else {
            throw ElasticError(
                "shard_not_found_exception", "no such shard", status: 404,
                details: [
                    ("index_uuid", .string(index.uuid)), ("shard", .string(String(number))),
                    ("index", .string(index.name)),
                ])
        }
        let isPrimary = body["primary"]?.bool ?? true
        if isPrimary, !index.isUnallocated { return Answer(assigned(index, number, call, state)) }
        if !isPrimary, index.replicas == 0 {
            throw .illegalArgument("unable to find a replica shard to explain")
        }
        return Answer(unassigned(index, number, isPrimary: isPrimary, call, state))
    }

    private static func assigned(_ index: Index, _ number: Int, _ call: Call, _ state: ClusterState) -> JSON {
        let isHeld = state.indices.values.contains { $0.hasShards && $0.replicas > 0 }
        let (decider, explanation) =
            isHeld
            ? (
                "cluster_rebalance",
                "the cluster has unassigned shards and cluster setting [cluster.routing.allocation.allow_rebalance] is set "
                    + "to [indices_all_active]"
            ) : ("", "")
        var object = JSONObject([
            ("index", .string(index.name)), ("shard", JSON(number)), ("primary", true),
            ("current_state", .string(index.recovery.isDone(number, at: call.now) ? "started" : "initializing")),
            (
                "current_node",
                [
                    "id": .string(state.nodeID), "name": .string(call.nodeName),
                    "transport_address": .string(call.transport.description), "weight_ranking": 1,
                ]
            ), ("can_remain_on_current_node", "yes"), ("can_rebalance_cluster", isHeld ? "no" : "yes"),
        ])
        if isHeld {
            object.append(
                "can_rebalance_cluster_decisions",
                [["decider": .string(decider), "decision": "NO", "explanation": .string(explanation)]])
        }
        object.append("can_rebalance_to_other_node", "no")
        let reason =
            isHeld
            ? "rebalancing is not allowed"
            : "cannot rebalance as no target node exists that can both allocate this shard and improve the cluster balance"
        object.append("rebalance_explanation", .string(reason))
        return .object(object)
    }

    private static func unassigned(
        _ index: Index, _ number: Int, isPrimary: Bool, _ call: Call, _ state: ClusterState
    ) -> JSON {
        var information = JSONObject([
            ("reason", .string(index.unassignedReason)),
            ("at", .string(ISODate.text(index.recovery.work.start.milliseconds))),
        ])
        if case .snapshot(let repository, let snapshot, _, _, _) = index.recovery.source {
            information.append("details", .string("restore_source[\(repository)/\(snapshot)]"))
        }
        information.append("last_allocation_status", isPrimary ? "no" : "no_attempt")
        let allocation = MadeUpIdentifier.of("\(index.uuid) \(number) \(index.primaryTerm)")
        let (decider, explanation) =
            isPrimary
            ? ("enable", "no allocations are allowed due to cluster setting [cluster.routing.allocation.enable=none]")
            : (
                "same_shard",
                "a copy of this shard is already allocated to this node [[\(index.name)][\(number)], "
                    + "node[\(state.nodeID)], [P], s[STARTED], a[id=\(allocation)]]"
            )
        return [
            "index": .string(index.name), "shard": JSON(number), "primary": .bool(isPrimary),
            "current_state": "unassigned", "unassigned_info": .object(information), "can_allocate": "no",
            "allocate_explanation": "cannot allocate because allocation is not permitted to any of the nodes",
            "node_allocation_decisions": [
                [
                    "node_id": .string(state.nodeID), "node_name": .string(call.nodeName),
                    "transport_address": .string(call.transport.description), "node_decision": "no",
                    "deciders": [
                        ["decider": .string(decider), "decision": "NO", "explanation": .string(explanation)]
                    ],
                ]
            ],
        ]
    }
}
