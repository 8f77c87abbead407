import RunbookModel

extension ElasticRequest {
    /// How long a server may hold the request before it responds; nil where it responds when it is done.
    ///
    /// It is what the request says, else what the API does by itself: a request for the health of a cluster waits 30 s
    /// for an index that is not there yet, whether it asks for a state or not.
    package var wait: Duration? { statedWait ?? (waitsByItself ? .seconds(30) : nil) }

    /// What the request itself says of `wait`.
    package var statedWait: Duration? {
        let names = ["timeout", "master_timeout", "cluster_manager_timeout", "wait_for_completion_timeout"]
        return parameters.filter { names.contains($0.name) }.compactMap { ElasticRequest.duration($0.value) }.max()
    }

    /// Whether the response waits for an index to be there: the health of an index does, even without a condition.
    package var waitsForIndex: Bool {
        let segments = segments
        return segments.count > 2 && segments.starts(with: ["_cluster", "health"])
    }

    private var waitsByItself: Bool {
        let segments = segments
        return segments.starts(with: ["_cluster", "health"]) || asksToWait && segments.first == "_tasks"
    }

    /// Whether the response comes only when the work is done, however long that takes: the request asks for it, or the
    /// API does so by itself.
    package var isOpenEnded: Bool {
        let (segments, parameters) = (segments, parameters)
        let asked = parameters.last { $0.name == "wait_for_completion" }?.value
        // A task has a limit by itself.
        if asked == "false" || asked != nil && segments.first == "_tasks" { return false }
        if worksUntilDone(segments) { return true }
        return asked != nil && !parameters.contains { ["timeout", "wait_for_completion_timeout"].contains($0.name) }
    }

    /// Whether the API waits until the work is done unless it is asked not to; its `timeout`, if it has one, is for the
    /// shards of each part of the work.
    private func worksUntilDone(_ segments: [String]) -> Bool {
        guard let last = segments.last else { return false }
        switch method {
        case "POST" where ["_reindex", "_update_by_query", "_delete_by_query", "_forcemerge"].contains(last):
            return true
        case "POST" where segments.count == 3 && segments.first == "_snapshot": return last == "_cleanup"
        case "DELETE": return segments.count == 3 && segments.first == "_snapshot"
        case "PUT", "POST": return last == "_execute" && segments.dropLast().contains("_enrich")
        default: return false
        }
    }

    private var asksToWait: Bool {
        parameters.contains { $0.name == "wait_for_completion" && $0.value != "false" }
    }

    /// A time as the product reads it: a whole number or a fraction, and a unit.
    private static func duration(_ text: String) -> Duration? {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...10).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        let unit = String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self)
        let milliseconds: Int
        switch unit {
        case "nanos": milliseconds = number / 1_000_000
        case "micros": milliseconds = number / 1000
        case "ms": milliseconds = number
        case "s": milliseconds = number * 1000
        case "m": milliseconds = number * 60_000
        case "h": milliseconds = number * 3_600_000
        case "d": milliseconds = number * 86_400_000
        default: return nil
        }
        return min(.milliseconds(milliseconds), DurationText.longest)
    }
}
