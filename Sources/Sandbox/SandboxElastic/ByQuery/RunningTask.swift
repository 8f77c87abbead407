internal import OrderedJSON
internal import SandboxWorld

/// Something that was asked for without waiting, and that is done in portions, since it may do only so much a second.
struct RunningTask: OngoingWork {
    /// Does one portion; returns what has been done so far.
    typealias Portion = @Sendable (ArraySlice<SearchResult.Hit>, ByQueryCounts, inout ClusterState) -> ByQueryCounts

    let action: String
    let description: String
    let start: SandboxInstant
    let hits: [SearchResult.Hit]
    let creates: Bool
    let deletes: Bool
    let work: Portion
    var counts: ByQueryCounts
    var position = 0
    /// Documents a second; nil for as many as can be.
    var perSecond: Double?
    /// When the next portion is due.
    var due: SandboxInstant
    var isCancelled = false

    /// What the task says of itself.
    var status: JSON {
        var members = JSONObject()
        for (name, value) in counts.members(creates: creates, deletes: deletes) {
            members.append(name, value)
        }
        members["requests_per_second"] = .float(perSecond ?? -1)
        members["batches"] = JSON((position + counts.batchSize - 1) / max(counts.batchSize, 1))
        if isCancelled { members.append("canceled", "by user request") }
        return .object(members)
    }

    var response: JSON {
        let response = counts.json(creates: creates, deletes: deletes)
        guard isCancelled, var object = response.object else { return response }
        object.append("canceled", "by user request")
        return .object(object)
    }

    mutating func advance(to now: SandboxInstant, in state: inout ClusterState) {
        while !isDone, due <= now {
            let end = min(position + counts.batchSize, hits.count)
            counts = work(hits[position..<end], counts, &state)
            let count = end - position
            position = end
            guard let rate = perSecond else { continue }
            let seconds = min(Double(count) / max(rate, 0.000_001), 1e9)
            due = due + .milliseconds(Int(seconds * 1000))
        }
    }

    /// Whether nothing is left to do.
    var isDone: Bool { isCancelled || position >= hits.count }
}
