internal import OrderedJSON
internal import SandboxWorld

/// Lists of the tasks that run, and what is done to them.
enum TaskLists {
    /// A task in a list: its own two of the list, and those that run.
    struct Item {
        let id: Int
        let action: String
        let parent: Int?
        let json: JSONObject
    }

    static func list(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let group = call.query["group_by"] ?? "nodes"
        guard ["nodes", "parents", "none"].contains(group) else {
            throw .illegalArgument("[group_by] must be one of [nodes], [parents] or [none] but was [\(group)]")
        }
        let items = try items(call, &state)
        switch group {
        case "none": return Answer(["tasks": .array(items.map { .object($0.json) })])
        case "parents":
            let tops = items.filter { $0.parent == nil }.map { item -> (String, JSON) in
                var object = item.json
                let children = items.filter { $0.parent == item.id }.map { JSON.object($0.json) }
                if !children.isEmpty { object.append("children", .array(children)) }
                return ("\(state.nodeID):\(item.id)", .object(object))
            }
            return Answer(["tasks": .object(JSONObject(tops))])
        default: return Answer(nodes(items.map { ($0.id, .object($0.json)) }, call, state))
        }
    }

    /// What the request's parameters choose.
    static func items(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> [Item] {
        let isDetailed = try call.query.bool("detailed")
        if let nodes = call.query.list("nodes"), !nodes.contains(where: { NodeOperations.matches($0, call, state) }) {
            return []
        }
        let parent = try call.query["parent_task_id"].map { name throws(ElasticError) in
            try TaskName.number(name, in: state)
        }
        let actions = call.query.list("actions")
        func isMeant(_ action: String) -> Bool {
            actions.map { $0.contains { Wildcard.matches($0, action) } } ?? true
        }
        var items = state.tasks.running.sorted { $0.key < $1.key }.map { number, task -> Item in
            let json = TaskOperations.json(number, task, state, call, isDetailed: isDetailed)
            return Item(id: number, action: task.action, parent: nil, json: json.object ?? JSONObject())
        }
        let list = state.tasks.makeNumber()
        let part = state.tasks.makeNumber()
        for (number, parent) in [(list, nil), (part, list)] {
            let action = "cluster:monitor/tasks/lists" + (parent == nil ? "" : "[n]")
            var json = JSONObject([
                ("node", .string(state.nodeID)), ("id", JSON(number)),
                ("type", parent == nil ? "transport" : "direct"), ("action", .string(action)),
            ])
            if isDetailed { json.append("description", "") }
            json.append("start_time_in_millis", JSON(call.now.milliseconds))
            json.append("running_time_in_nanos", 100_000)
            json.append("cancellable", false)
            if let parent { json.append("parent_task_id", .string("\(state.nodeID):\(parent)")) }
            json.append("headers", [:])
            items.append(Item(id: number, action: action, parent: parent, json: json))
        }
        return items.filter { item in
            isMeant(item.action) && (parent.map { $0 != nil && item.parent == $0 } ?? true)
        }
    }

    static func cancel(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        var shown: [(Int, JSON)] = []
        if let name = call.arguments["task_id"] {
            guard let number = try TaskName.number(name, in: state), state.tasks.running[number] != nil else {
                return Answer(failed(name, "is not found", state))
            }
            shown = [cancel(number, call, &state)].compactMap { $0 }
        } else {
            let actions = call.query.list("actions")
            for (number, task) in state.tasks.running.sorted(by: { $0.key < $1.key }) {
                if let actions, !actions.contains(where: { Wildcard.matches($0, task.action) }) { continue }
                if let item = cancel(number, call, &state) { shown.append(item) }
            }
        }
        return Answer(nodes(shown, call, state))
    }

    private static func cancel(_ number: Int, _ call: Call, _ state: inout ClusterState) -> (Int, JSON)? {
        guard let task = state.tasks.running[number] else { return nil }
        let json = TaskOperations.json(number, task, state, call, isDetailed: false)
        state.tasks.running[number]?.isCancelled = true
        state.advanceTasks(to: call.now)
        return (number, json)
    }

    /// - Throws: The server's error for a request without a rate.
    static func checkRate(_ call: Call) throws(ElasticError) { _ = try TaskOperations.rate(call, isRequired: true) }

    static func rethrottle(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let rate = try TaskOperations.rate(call, isRequired: true)
        let name = call.arguments["task_id"] ?? ""
        guard let number = try TaskName.number(name, in: state), state.tasks.running[number] != nil else {
            return Answer(failed(name, "is missing", state))
        }
        state.tasks.running[number]?.perSecond = rate
        if rate == nil { state.tasks.running[number]?.due = call.now }
        guard let task = state.tasks.running[number] else { return Answer(["nodes": [:]]) }
        let shown = TaskOperations.json(number, task, state, call, isDetailed: true)
        return Answer(nodes([(number, shown)], call, state))
    }

    private static func failed(_ name: String, _ problem: String, _ state: ClusterState) -> JSON {
        let node = name.split(separator: ":").first.map(String.init) ?? state.nodeID
        let cause =
            node == state.nodeID
            ? ElasticError("resource_not_found_exception", "task [\(name)] \(problem)", status: 404)
            : ElasticError("no_such_node_exception", "No such node [\(node)]", details: [("node_id", .string(node))])
        return [
            "node_failures": [
                [
                    "type": "failed_node_exception", "reason": .string("Failed node [\(node)]"),
                    "node_id": .string(node), "caused_by": .object(cause.full),
                ]
            ], "nodes": [:],
        ]
    }

    private static func nodes(_ tasks: [(Int, JSON)], _ call: Call, _ state: ClusterState) -> JSON {
        if tasks.isEmpty { return ["nodes": [:]] }
        let list = tasks.map { ("\(state.nodeID):\($0.0)", $0.1) }
        let node: JSON = [
            "name": .string(call.nodeName), "transport_address": .string(call.transport.description),
            "host": "127.0.0.1", "ip": .string(call.transport.description), "roles": NodeOperations.roles(call.profile),
            "tasks": .object(JSONObject(list)),
        ]
        return ["nodes": .object(JSONObject([(state.nodeID, node)]))]
    }
}
