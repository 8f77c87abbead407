internal import OrderedJSON
internal import SandboxWorld

/// What is asked for without waiting, and who looks after it: `_tasks`.
enum TaskOperations {
    /// A request that works through documents.
    struct Work: Sendable {
        let action: String
        let description: String
        /// Whether it may create documents.
        let creates: Bool
        let portion: RunningTask.Portion

        /// Whether it only deletes documents.
        var deletes: Bool { action.hasSuffix("delete/byquery") }
    }

    /// Does the work, and answers as the request asks: with what came of it, or with the name of a task.
    static func perform(
        _ work: Work, _ found: Result<FoundDocuments, ElasticError>, _ search: SearchRequest, _ call: Call,
        _ host: ClusterHost
    ) throws(ElasticError) -> Answer {
        let isAwaited = try call.query.bool("wait_for_completion", default: true)
        let documents: FoundDocuments
        do throws(ElasticError) {
            documents = try found.get()
        } catch {
            if isAwaited { throw error }
            return fail(work, error, call, host)
        }
        var start = ByQueryCounts()
        start.batchSize = max(search.size, 1)
        start.slice = search.slice?.id
        start.firstBatch = search.terminateAfter
        if isAwaited {
            let counts = host.withState { [start] state in
                documents.parts.map { part in
                    var start = start
                    start.total = part.total
                    start.documents = part.hits.count
                    return work.portion(part.hits[...], start, &state)
                }
            }
            let result = counts.count == 1 ? counts[0] : ByQueryCounts(slices: counts)
            return Answer(status: result.status, result.json(creates: work.creates, deletes: work.deletes))
        }
        if documents.parts.count > 1 { call.unemulated.add("slices of a task") }
        start.total = documents.parts.map(\.total).reduce(0, +)
        start.documents = documents.parts.map(\.hits.count).reduce(0, +)
        let task = RunningTask(
            action: work.action, description: work.description, start: call.now, hits: documents.parts.flatMap(\.hits),
            creates: work.creates, deletes: work.deletes, work: work.portion, counts: start,
            perSecond: try rate(call), due: call.now)
        let (node, number) = host.withState { state in
            let number = state.tasks.makeNumber()
            state.tasks.running[number] = task
            state.advanceTasks(to: call.now)
            return (state.nodeID, number)
        }
        return Answer(["task": .string("\(node):\(number)")])
    }

    private static func fail(_ work: Work, _ error: ElasticError, _ call: Call, _ host: ClusterHost) -> Answer {
        let status = JSON.object(
            JSONObject(ByQueryCounts().members(creates: work.creates, deletes: work.deletes)))
        let (node, number) = host.withState { state in
            let number = state.tasks.add(
                action: work.action, description: work.description, start: call.now, status: status, error: error)
            state.storeResults(at: call.now)
            return (state.nodeID, number)
        }
        return Answer(["task": .string("\(node):\(number)")])
    }

    /// The documents a second that a request allows; nil for any number.
    static func rate(_ call: Call, isRequired: Bool = false) throws(ElasticError) -> Double? {
        guard let text = call.query["requests_per_second"] else {
            if isRequired { throw .illegalArgument("requests_per_second is a required parameter") }
            return nil
        }
        let wrong = ElasticError.illegalArgument(
            "[requests_per_second] must be a float greater than 0. Use -1 to disable throttling.",
            cause: Double(text) == nil ? .numberFormat(text) : nil)
        if text == "-1" || text == "unlimited" { return nil }
        guard let rate = Double(text), rate.isFinite, rate > 0 || rate == -1 else { throw wrong }
        return rate == -1 ? nil : rate
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["task_id"] ?? ""
        let number = try TaskName.number(name, in: state)
        if let task = number.flatMap({ state.tasks.running[$0] }), let number {
            if call.query["wait_for_completion"] == "true" { return waiting(number, task, call, state) }
            return Answer(["completed": false, "task": json(number, task, state, call, isDetailed: true)])
        }
        guard let number, let task = state.tasks.done[number] else { throw missing(name, state) }
        var answer = JSONObject([
            ("completed", true),
            (
                "task",
                [
                    "node": .string(state.nodeID), "id": JSON(number), "type": "transport",
                    "action": .string(task.action), "status": task.status, "description": .string(task.description),
                    "start_time_in_millis": JSON(task.start.milliseconds), "running_time_in_nanos": 1_000_000,
                    "cancellable": true, "headers": [:],
                ]
            ),
        ])
        if let error = task.error {
            answer.append("error", .object(error.worded(namingIndex: call.profile.has(.namesMissingIndex)).full))
        }
        if let response = task.response { answer.append("response", response) }
        return Answer(.object(answer))
    }

    /// The answer to who waits for a task: later, or that the time is over.
    private static func waiting(_ number: Int, _ task: any OngoingWork, _ call: Call, _ state: ClusterState) -> Answer {
        let timeout = TimeValue.milliseconds(call.query["timeout"] ?? "30s") ?? 30_000
        let left = timeout - (call.now.milliseconds - call.asked.milliseconds)
        if left <= 0 {
            let error = ElasticError(
                "timeout_exception",
                "Timed out waiting for completion of [\(task.description)]", status: 500)
            return Answer(status: 500, error.body)
        }
        var answer = Answer(["completed": false, "task": json(number, task, state, call, isDetailed: true)])
        answer.wait = .milliseconds(min(left, max(task.due.milliseconds - call.now.milliseconds, 1)))
        return answer
    }

    static func missing(_ name: String, _ state: ClusterState) -> ElasticError {
        let node = name.split(separator: ":").first.map(String.init) ?? ""
        let kept = "task [\(name)] isn't running and hasn't stored its results"
        if node == state.nodeID { return ElasticError("resource_not_found_exception", kept, status: 404) }
        return ElasticError(
            "resource_not_found_exception",
            "task [\(name)] belongs to the node [\(node)] which isn't part of the cluster and there is no record of the "
                + "task", status: 404,
            cause: ElasticError(
                "resource_not_found_exception", kept, status: 404,
                cause: .indexNotFound(".tasks", resource: "index_expression")))
    }

    /// A task that runs, as lists show it.
    static func json(
        _ number: Int, _ task: any OngoingWork, _ state: ClusterState, _ call: Call, isDetailed: Bool
    ) -> JSON {
        var object = JSONObject([
            ("node", .string(state.nodeID)), ("id", JSON(number)), ("type", "transport"),
            ("action", .string(task.action)),
        ])
        if isDetailed {
            object.append("status", task.status)
            object.append("description", .string(task.description))
        }
        object.append("start_time_in_millis", JSON(task.start.milliseconds))
        object.append(
            "running_time_in_nanos", JSON(max(call.now.milliseconds - task.start.milliseconds, 1) * 1_000_000))
        object.append("cancellable", true)
        object.append("headers", [:])
        return .object(object)
    }
}
