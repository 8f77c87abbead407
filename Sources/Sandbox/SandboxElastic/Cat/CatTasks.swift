internal import OrderedJSON
internal import SandboxWorld

/// `_cat/tasks`.
enum CatTasks: CatEndpoint {
    static let columns = CatTable(
        """
        id||id of the task with the node||
        *action|ac|task action||
        *task_id|ti|unique task id||
        *parent_task_id|pti|parent task id||
        *type|ty|task type||
        *start_time|start|start time in ms||
        *timestamp|ts,hms,hhmmss|start time in HH:MM:SS||
        running_time_ns|time|running time ns||
        *running_time|time|running time||
        node_id|ni|unique node id||
        *ip|i|ip address||
        port|po|bound transport port||
        *node|n|node name||
        version|v|es version||
        x_opaque_id|x|X-Opaque-ID header|||7.10
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        if try call.query.bool("detailed") { table.append(CatTable("*description|desc|task action||")) }
        for item in try TaskLists.items(call, &state) {
            let start = item.json["start_time_in_millis"]?.int ?? 0
            let nanos = item.json["running_time_in_nanos"]?.int ?? 0
            let time = nanos < 1_000_000 ? "\(nanos / 1000)micros" : TimeValue.text(nanos / 1_000_000)
            table.add([
                "id": String(item.id), "action": item.action, "task_id": "\(state.nodeID):\(item.id)",
                "parent_task_id": item.json["parent_task_id"]?.string ?? "-", "type": item.json["type"]?.string ?? "",
                "start_time": String(start), "timestamp": ISODate.clock(start), "running_time_ns": String(nanos),
                "running_time": time, "node_id": state.nodeID, "ip": "127.0.0.1", "port": String(call.transport.port),
                "node": call.nodeName, "version": call.profile.build.number, "x_opaque_id": "-",
                "description": item.json["description"]?.string ?? "",
            ])
        }
    }
}
