internal import SandboxWorld

/// `_cat/health`.
enum CatHealth: CatEndpoint {
    static let columns = CatTable(
        """
        *epoch|t,time|seconds since 1970-01-01 00:00:00||
        *timestamp|ts,hms,hhmmss|time in HH:MM:SS||
        *cluster|cl|cluster name||
        *status|st|health status||
        *node.total|nt,nodeTotal|total number of nodes|>|1
        *node.data|nd,nodeData|number of nodes that can store data|>|1
        *shards|t,sh,shards.total,shardsTotal|total number of shards|>|
        *pri|p,shards.primary,shardsPrimary|number of primary shards|>|
        *relo|r,shards.relocating,shardsRelocating|number of relocating nodes|>|0
        *init|i,shards.initializing,shardsInitializing|number of initializing nodes|>|
        *unassign|u,shards.unassigned,shardsUnassigned|number of unassigned shards|>|
        *pending_tasks|pt,pendingTasks|number of pending tasks|>|0
        *max_task_wait_time|mtwt,maxTaskWaitTime|wait time of longest task pending|>|-
        *active_shards_percent|asp,activeShardsPercent|active number of shards in percent|>|
        """)

    static func fill(_ table: inout CatTable, _ call: Call, _ state: inout ClusterState) throws(ElasticError) {
        if try !call.query.bool("ts", default: true) { table.hide(["epoch", "timestamp"]) }
        let health = Health(Array(state.indices.values), at: call.now)
        let percent = health.activePercent(in: health)
        table.add([
            "epoch": String(call.now.milliseconds / 1000), "timestamp": ISODate.clock(call.now.milliseconds),
            "cluster": call.system.name, "status": health.status, "shards": String(health.primaries),
            "pri": String(health.primaries), "init": String(health.initializing),
            "unassign": String(health.unassigned), "active_shards_percent": "\((percent * 10).rounded() / 10)%",
        ])
    }
}
