/// What the values of settings may be.
enum SettingRules {
    private enum Kind: Sendable {
        /// At least so long.
        case time(String?)
        case size
        /// A size, or a share of what there is.
        case memory
        /// The same, also as a ratio.
        case watermark
        /// How often in a time.
        case rate
        case bool
        case whole(Int?, Int?)
        case fraction(Double?, Double?)
    }

    private static let byName: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        for line in SettingRules.kinds.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, let kind = kind(first) else { continue }
            for name in words.dropFirst() { kinds[name] = kind }
        }
        return kinds
    }()

    private static func kind(_ text: String) -> Kind? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let bounds = parts.count > 1 ? parts[1].split(separator: "..", omittingEmptySubsequences: false) : []
        let least = bounds.first.map(String.init) ?? ""
        let most = bounds.count > 1 ? String(bounds[1]) : ""
        switch parts[0] {
        case "time": return .time(least.isEmpty ? nil : least)
        case "size": return .size
        case "memory": return .memory
        case "watermark": return .watermark
        case "rate": return .rate
        case "bool": return .bool
        case "int": return .whole(Int(least), Int(most))
        case "double": return .fraction(Double(least), Double(most))
        default: return nil
        }
    }

    /// Settings with a few values, and what the server says of another one.
    private static let choices: [String: (values: Set<String>, error: @Sendable (String) -> String)] = [
        "cluster.routing.allocation.enable": (allocation, { "Illegal allocation.enable value [\($0.uppercased())]" }),
        "index.routing.allocation.enable": (allocation, { "Illegal allocation.enable value [\($0.uppercased())]" }),
        "cluster.routing.rebalance.enable": (rebalance, { "Illegal rebalance.enable value [\($0.uppercased())]" }),
        "index.routing.rebalance.enable": (rebalance, { "Illegal rebalance.enable value [\($0.uppercased())]" }),
        "cluster.persistent_tasks.allocation.enable": (
            ["all", "none"],
            { "Illegal value [\($0.uppercased())] for [cluster.persistent_tasks.allocation.enable]" }
        ),
        "cluster.no_master_block": (
            ["all", "write", "metadata_write"],
            { "invalid no-master block [\($0)], must be one of [all, write, metadata_write]" }
        ),
        "index.shard.check_on_startup": (
            ["true", "false", "checksum"],
            {
                "unknown value for [index.shard.check_on_startup] must be one of [true, false, checksum] but was: \($0)"
            }
        ),
        "index.translog.durability": (
            ["request", "async"],
            { "No enum constant org.elasticsearch.index.translog.Translog.Durability.\($0.uppercased())" }
        ),
    ]
    private static let allocation: Set<String> = ["all", "new_primaries", "none", "primaries"]
    private static let rebalance: Set<String> = ["all", "none", "primaries", "replicas"]
    private static let levels: Set<String> = ["trace", "debug", "info", "warn", "error", "fatal", "off", "all"]

    /// The server's error for a value that a setting cannot have; nil when it can.
    static func problem(_ name: String, _ text: String) -> ElasticError? {
        if let choice = choices[name] {
            return choice.values.contains(text.lowercased()) ? nil : .illegalArgument(choice.error(text))
        }
        if name.hasPrefix("logger."), !levels.contains(text.lowercased()) {
            return .illegalArgument("Unknown level constant [\(text.uppercased())].")
        }
        if name.contains(".allocation."),
            ["_ip", "_host_ip", "_publish_ip"].contains(where: { name.hasSuffix(".\($0)") })
        {
            let wrong = elements(text).first { !$0.contains("*") && !IPAddress.isOne($0) }
            return wrong.map { ElasticError.illegalArgument("invalid IP address [\($0)] for [\(name)]") }
        }
        return byName[name].flatMap { problem($0, name, text) }
    }

    private static func problem(_ kind: Kind, _ name: String, _ text: String) -> ElasticError? {
        switch kind {
        case .time(let least):
            if let problem = TimeValue.problem(name, text) { return problem }
            guard let least, let value = TimeValue.milliseconds(text), let limit = TimeValue.milliseconds(least),
                value < limit
            else { return nil }
            return .illegalArgument("failed to parse value [\(text)] for setting [\(name)], must be >= [\(least)]")
        case .size: return sizeProblem(name, text)
        case .memory:
            if text.hasSuffix("%"), Double(text.dropLast()) != nil { return nil }
            return sizeProblem(name, text)
        case .watermark: return Watermark.problem(name, text)
        case .rate: return rateProblem(name, text)
        case .bool:
            return ["true", "false"].contains(text)
                ? nil : .noTruthValue(text)
        case .whole(let least, let most):
            guard let number = Int32(text).map(Int.init) else { return noNumber(name, text) }
            return bounds(
                name, text, isLess: least.map { number < $0 } == true, least.map(String.init),
                isMore: most.map { number > $0 } == true, most.map(String.init))
        case .fraction(let least, let most):
            guard let number = Double(text), number.isFinite else { return noNumber(name, text) }
            return bounds(
                name, text, isLess: least.map { number < $0 } == true, least.map { "\($0)" },
                isMore: most.map { number > $0 } == true, most.map { "\($0)" })
        }
    }

    /// The server's error for a text that is not `COUNT/TIME`.
    private static func rateProblem(_ name: String, _ text: String) -> ElasticError? {
        if text == "use-context" { return nil }
        guard let slash = text.utf8.firstIndex(of: 0x2F), slash > text.startIndex, !text.hasSuffix("/") else {
            return .illegalArgument(
                "parameter must contain a positive integer and a timevalue, i.e. 10/1m, but was [\(text)]")
        }
        let count = String(text[..<slash])
        let time = String(text[text.utf8.index(after: slash)...])
        guard let number = Int32(count) else {
            return .illegalArgument(
                "could not parse [\(count)] as integer in value [\(text)]", cause: .numberFormat(count))
        }
        if number < 0 { return .illegalArgument("rate [\(number)] must be positive") }
        if let problem = TimeValue.problem(name, time) { return problem }
        let milliseconds = TimeValue.milliseconds(time) ?? 0
        if milliseconds <= 0 { return .illegalArgument("time value [\(time)] must be positive") }
        if milliseconds < 60_000 {
            return .illegalArgument("time value [\(time)] must be at least on a one minute resolution")
        }
        return nil
    }

    private static func noNumber(_ name: String, _ text: String) -> ElasticError {
        .illegalArgument("Failed to parse value [\(text)] for setting [\(name)]", cause: .numberFormat(text))
    }

    private static func bounds(
        _ name: String, _ text: String, isLess: Bool, _ least: String?, isMore: Bool, _ most: String?
    ) -> ElasticError? {
        if !isLess, !isMore { return nil }
        let bound = isLess ? ">= \(least ?? "")" : "<= \(most ?? "")"
        return .illegalArgument("Failed to parse value [\(text)] for setting [\(name)] must be \(bound)")
    }

    /// The server's error for a text that is not a size in bytes.
    static func sizeProblem(_ name: String, _ text: String) -> ElasticError? {
        if ByteSize.bytes(text) != nil || text == "0" || text == "-1" { return nil }
        let units = ["kb", "mb", "gb", "tb", "pb", "k", "m", "g", "t", "p", "b"]
        if let unit = units.first(where: text.lowercased().hasSuffix) {
            let reason = "failed to parse [\(text)]"
            let number = String(text.dropLast(unit.utf8.count))
            return .illegalArgument(
                reason,
                cause: ElasticError("parse_exception", reason, cause: .numberFormat(number)))
        }
        let problem = sizeWithoutUnit(name, text)
        return .illegalArgument(problem.reason, cause: problem)
    }

    /// What the reader of sizes says of a text without a unit.
    static func sizeWithoutUnit(_ name: String, _ text: String) -> ElasticError {
        .parse(
            "failed to parse setting [\(name)] with value [\(text)] as a size in bytes: unit is missing or unrecognized"
        )
    }
}
