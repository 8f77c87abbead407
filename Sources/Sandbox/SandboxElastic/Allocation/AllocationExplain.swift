internal import OrderedJSON
internal import SandboxWorld

/// `_cluster/allocation/explain`: why a shard is where it is, or nowhere.
enum AllocationExplain {
    static func explain(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        _ = try call.query.bool("include_yes_decisions")
        let body = call.body.isEmpty ? [:] : try call.json()
        guard let object = body.object else {
            throw parsing(
                "Expected START_OBJECT but was: \(JSONToken.name(of: body))", at: SourceMap(call.body).value())
        }
        if object.isEmpty {
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
        let known: Set<String> = ["index", "shard", "primary", "current_node"]
        if let unknown = object.names.first(where: { !known.contains($0) }) {
            throw parsing(call.profile.unknownField(unknown, among: known), at: SourceMap(call.body).name(unknown))
        }
        let number = try shard(body, call)
        var problems: [String] = []
        if body["index"] == nil { problems.append("index must be specified") }
        if body["shard"] == nil { problems.append("shard must be specified") }
        if body["primary"] == nil { problems.append("primary must be specified") }
        if !problems.isEmpty { throw .validation(problems) }
        let name = body["index"]?.string ?? ""
        // A closed index of an older version has no shards, and is as one that is not there.
        guard let index = state.indices[name], index.hasShards else { throw .indexNotFound(name, resource: nil) }
        if let node = body["current_node"]?.string,
            ![call.nodeName, state.nodeID, "127.0.0.1", "_local", "_master"].contains(node)
        {
            throw .illegalArgument("failed to resolve [\(node)], no matching nodes")
        }
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
            throw .illegalArgument(
                "unable to find any shards to explain [ClusterAllocationExplainRequest[index=\(name),shard=\(number),"
                    + "primary?=false,includeYesDecisions?=\(call.query["include_yes_decisions"] == "true")] in the routing "
                    + "table")
        }
        return Answer(unassigned(index, number, isPrimary: isPrimary, call, state))
    }

    /// The number of the shard that a body asks for; 0 where it asks for none.
    private static func shard(_ body: JSON, _ call: Call) throws(ElasticError) -> Int {
        guard let value = body["shard"] else { return 0 }
        let place = { SourceMap(call.body).value("shard") }
        if value.array != nil || value.object != nil || value.isNull || value.bool != nil {
            throw parsing("shard doesn't support values of type: \(JSONToken.name(of: value))", at: place())
        }
        let text = value.string ?? value.text()
        if let number = value.int ?? Int(text) { return number }
        var error = parsing("failed to parse field [shard]", at: place())
        error.causes = [.numberFormat(text)]
        throw error
    }

    private static func parsing(_ reason: String, at place: SourcePlace) -> ElasticError {
        ElasticError.xContent("[cluster/allocation/explain] \(reason)", at: place)
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
