import RunbookModel

extension ElasticRequest {
    /// How long a server may hold the request before it responds; nil where it responds when it is done.
    ///
    /// It is what the request says, else what the API does by itself: a request for the health of a cluster waits 30 s
    /// for an index that is not there yet, whether it asks for a state or not.
    package var wait: Duration? {
        let parameters = parameters
        let names = ["timeout", "master_timeout", "cluster_manager_timeout", "wait_for_completion_timeout"]
        let own = parameters.filter { names.contains($0.name) }.compactMap { ElasticRequest.duration($0.value) }.max()
        return own ?? (waitsByItself ? .seconds(30) : nil)
    }

    private var waitsByItself: Bool {
        let segments = ElasticPath.readings(path).first ?? []
        return segments.starts(with: ["_cluster", "health"]) || asksToWait && segments.first == "_tasks"
    }

    /// Whether the request asks for a response only when its work is done, however long that takes.
    package var isOpenEnded: Bool {
        // A task has a limit by itself; that of the master is for taking the request in.
        asksToWait && ElasticPath.readings(path).first?.first != "_tasks"
            && !parameters.contains { ["timeout", "wait_for_completion_timeout"].contains($0.name) }
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
