internal import OrderedJSON

/// How much a replication reads and writes at once; the emulator only keeps and shows it.
struct FollowParameters: Sendable {
    /// What a value has to be.
    private enum Kind { case count, size, time }

    private static let known: [(name: String, kind: Kind, standard: JSON)] = [
        ("max_read_request_operation_count", .count, 5120), ("max_read_request_size", .size, "32mb"),
        ("max_outstanding_read_requests", .count, 12), ("max_write_request_operation_count", .count, 5120),
        ("max_write_request_size", .size, "9223372036854775807b"), ("max_outstanding_write_requests", .count, 9),
        ("max_write_buffer_count", .count, 2_147_483_647), ("max_write_buffer_size", .size, "512mb"),
        ("max_retry_delay", .time, "500ms"), ("read_poll_timeout", .time, "1m"),
    ]

    /// What was said, by name.
    private var said: [String: JSON] = [:]

    /// The names of all parameters.
    static let names = Set(known.map(\.name))

    init() {}

    /// Reads the parameters of a body; other members are passed over.
    ///
    /// - Throws: The server's error for a value that it does not take.
    init(_ body: JSON) throws(ElasticError) {
        var problems: [String] = []
        for (name, kind, _) in FollowParameters.known {
            guard let value = body[name] else { continue }
            let text = value.string ?? value.text()
            switch kind {
            case .count:
                guard let count = Int(text) else {
                    throw .illegalArgument("Failed to parse value [\(text)] for [\(name)]", cause: .numberFormat(text))
                }
                if count < 1 { problems.append("\(name) must be larger than 0") }
            case .size:
                guard ByteSize.bytes(text) != nil else {
                    let problem = SettingRules.sizeWithoutUnit(name, text)
                    throw .illegalArgument(problem.reason, cause: problem)
                }
            case .time:
                if let problem = TimeValue.problem(name, text) { throw problem }
                let time = TimeValue.milliseconds(text) ?? 0
                if name == "max_retry_delay", time <= 0 {
                    problems.append("[\(name)] must be positive but was [\(text)]")
                } else if name == "max_retry_delay", time > 300_000 {
                    problems.append("[\(name)] must be less than [5m] but was [\(text)]")
                }
            }
            said[name] = kind == .count ? JSON(Int(text) ?? 0) : .string(text)
        }
        if !problems.isEmpty { throw .validation(problems) }
    }

    /// All parameters, with the server's defaults.
    var all: JSONObject { JSONObject(FollowParameters.known.map { ($0.name, said[$0.name] ?? $0.standard) }) }

    /// What was said only.
    var own: [(String, JSON)] {
        FollowParameters.known.compactMap { known in said[known.name].map { (known.name, $0) } }
    }

    /// These parameters, with others over them.
    func changed(by other: FollowParameters) -> FollowParameters {
        var result = self
        result.said.merge(other.said) { $1 }
        return result
    }

    /// How long a failed read waits before it is tried again, in milliseconds.
    var retryDelay: Int { all["max_retry_delay"]?.string.flatMap(TimeValue.milliseconds) ?? 500 }
}
