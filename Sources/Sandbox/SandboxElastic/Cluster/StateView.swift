internal import OrderedJSON
internal import SandboxWorld

/// The parts of a cluster's state as `_cluster/state` shows them.
struct StateView {
    let state: ClusterState
    /// The indices that were asked for.
    let indices: [Index]
    let call: Call

    var blocks: JSON {
        let blocked = indices.compactMap { index -> (String, JSON)? in
            let blocks = IndexBlock.json(of: index, call.profile)
            return blocks.isEmpty ? nil : (index.name, .object(blocks))
        }
        return blocked.isEmpty ? [:] : ["indices": .object(JSONObject(blocked))]
    }

    var nodes: JSON {
        let node: JSON = [
            "name": .string(call.nodeName), "ephemeral_id": .string(MadeUpIdentifier.of(state.nodeID)),
            "transport_address": .string(call.transport.description), "attributes": [:],
        ]
        return .object(JSONObject([(state.nodeID, node)]))
    }

    func metadata(flat: Bool) -> JSON {
        let list = indices.map { index -> (String, JSON) in
            let terms = (0..<index.shardCount).map { (String($0), JSON(index.primaryTerm)) }
            let allocations = (0..<index.shardCount).map { (String($0), JSON.array([.string(allocation(index, $0))])) }
            return (
                index.name,
                [
                    "state": index.isOpen ? "open" : "close", "settings": index.settings.json(flat: flat),
                    "mappings": index.mapping.json(withType: true),
                    "aliases": .array(index.aliases.keys.sorted().map { .string($0) }),
                    "primary_terms": .object(JSONObject(terms)),
                    "in_sync_allocations": .object(JSONObject(allocations)),
                ]
            )
        }
        var object = JSONObject([
            ("cluster_uuid", .string(state.uuid)),
            (
                "cluster_coordination",
                [
                    "term": 1, "last_committed_config": [.string(state.nodeID)],
                    "last_accepted_config": [.string(state.nodeID)], "voting_config_exclusions": [],
                ]
            ), ("templates", templates(flat: flat)), ("indices", .object(JSONObject(list))),
        ])
        if call.index == nil, !state.snapshots.repositories.isEmpty {
            let repositories = state.snapshots.repositories.sorted { $0.key < $1.key }.map {
                name, repository -> (String, JSON) in
                (name, ["type": .string(repository.type), "settings": repository.settings.json(flat: flat)])
            }
            object.append("repositories", .object(JSONObject(repositories)))
        }
        object.append("index-graveyard", ["tombstones": []])
        return .object(object)
    }

    private func templates(flat: Bool) -> JSON {
        .object(
            JSONObject(
                state.templates.legacy.sorted { $0.key < $1.key }.map { name, template in
                    (name, template.json(withType: true, flat: flat))
                }))
    }

    var routingTable: JSON {
        let list = indices.filter(\.isOpen).map { index -> (String, JSON) in
            let shards = (0..<index.shardCount).map { number in
                (String(number), JSON.array([primary(index, number)] + replicas(index, number)))
            }
            return (index.name, ["shards": .object(JSONObject(shards))])
        }
        return ["indices": .object(JSONObject(list))]
    }

    var routingNodes: JSON {
        let open = indices.filter(\.isOpen)
        let assigned = open.flatMap { index in (0..<index.shardCount).map { primary(index, $0) } }
        let unassigned = open.flatMap { index in (0..<index.shardCount).flatMap { replicas(index, $0) } }
        return [
            "unassigned": .array(unassigned), "nodes": .object(JSONObject([(state.nodeID, .array(assigned))])),
        ]
    }

    var runningSnapshots: JSON {
        guard let running = state.snapshots.store.running(in: call.system.name, at: call.now) else { return [] }
        return [
            [
                "repository": .string(running.repository), "snapshot": .string(running.name),
                "uuid": .string(running.uuid), "include_global_state": .bool(running.globalState != nil),
                "partial": false, "state": "STARTED",
                "indices": .array(running.parts.map { ["name": .string($0.index.name)] }),
            ]
        ]
    }

    /// The name of what a shard was allocated as.
    func allocation(_ index: Index, _ shard: Int) -> String {
        MadeUpIdentifier.of("\(index.uuid) \(shard) \(index.primaryTerm)")
    }

    /// A primary shard and where it is.
    func primary(_ index: Index, _ shard: Int) -> JSON {
        let isStarted = index.recovery.isDone(shard, at: call.now)
        return [
            "state": isStarted ? "STARTED" : "INITIALIZING", "primary": true, "node": .string(state.nodeID),
            "relocating_node": .null, "shard": JSON(shard), "index": .string(index.name),
            "allocation_id": ["id": .string(allocation(index, shard))],
        ]
    }

    private func replicas(_ index: Index, _ shard: Int) -> [JSON] {
        let replica: JSON = [
            "state": "UNASSIGNED", "primary": false, "node": .null, "relocating_node": .null, "shard": JSON(shard),
            "index": .string(index.name), "recovery_source": ["type": "PEER"],
            "unassigned_info": [
                "reason": .string(index.unassignedReason),
                "at": .string(ISODate.text(index.recovery.work.start.milliseconds)), "delayed": false,
                "allocation_status": "no_attempt",
            ],
        ]
        return Array(repeating: replica, count: index.replicas)
    }
}
