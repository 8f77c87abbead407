package import OrderedJSON

extension Fault {
    /// Why a description of a fault is refused.
    package struct Invalid: Error, Hashable {
        /// A sentence for a person.
        package let message: String
    }

    /// Reads a fault: `{"fault": "delay", "ms": 800, "times": 1, "match": "PUT /", "skip": 2, "applied": true}`.
    ///
    /// The kinds are `refuse`, `answer` (`status`, 503 when it is not given, `body`, `retry_after`), `delay` (`ms`), `cut` (`after`),
    /// `close`, `reset`, `garbage`, `hang` and `partition` (`from`, the other system). `applied` is true by default for
    /// `delay`, `cut` and `garbage`.
    ///
    /// - Throws: `Invalid` for an unknown kind or member, and for a value out of its range.
    package init(_ json: JSON) throws(Invalid) {
        guard let object = json.object, let word = object["fault"]?.string else {
            throw Invalid(message: "a fault must be an object with a member `fault`")
        }
        var own: Set<String> = []
        switch word {
        case "refuse": kind = .refuse
        case "close": kind = .close
        case "reset": kind = .reset
        case "garbage": kind = .garbage
        case "hang": kind = .hang
        case "partition":
            own = ["from"]
            guard let peer = object["from"]?.string else {
                throw Invalid(message: "`from` must be the name of the other system")
            }
            kind = .partition(from: peer)
        case "delay":
            own = ["ms"]
            kind = .delay(.milliseconds(try Fault.integer(object, "ms", in: 0...86_400_000)))
        case "cut":
            own = ["after"]
            kind = .cut(after: try Fault.integer(object, "after", in: 0...1 << 40, default: 0))
        case "answer":
            own = ["status", "body", "retry_after"]
            let status = try Fault.integer(object, "status", in: 200...599, default: 503)
            kind = .answer(status: status, body: object["body"].map(Fault.bytes) ?? [])
        default:
            throw Invalid(
                message:
                    "unknown fault `\(word)`; the faults are refuse, answer, delay, cut, close, reset, garbage, hang, "
                    + "partition")
        }
        let known = own.union(["fault", "times", "match", "skip", "applied"])
        if let unknown = object.names.first(where: { !known.contains($0) }) {
            throw Invalid(message: "fault `\(word)` has no member `\(unknown)`")
        }
        times = try Fault.integer(object, "times", in: 1...1_000_000, default: 1)
        let pattern = object["match"] ?? ""
        guard let pattern = pattern.string else {
            throw Invalid(message: "`match` must be a text, such as `PUT /orders`")
        }
        match = pattern
        skip = try Fault.integer(object, "skip", in: 0...1_000_000, default: 0)
        if object["retry_after"] != nil { retryAfter = try Fault.integer(object, "retry_after", in: 0...86_400) }
        let applied = object["applied"] ?? .bool(["delay", "cut", "garbage"].contains(word))
        guard let applied = applied.bool else { throw Invalid(message: "`applied` must be true or false") }
        isApplied = applied
    }

    /// A string's text, or any other value's JSON.
    private static func bytes(_ body: JSON) -> [UInt8] {
        body.string.map { Array($0.utf8) } ?? body.bytes()
    }

    private static func integer(
        _ object: JSONObject, _ name: String, in range: ClosedRange<Int>, default fallback: Int? = nil
    ) throws(Invalid) -> Int {
        let value = object[name]
        guard let number = value == nil ? fallback : value?.int, range.contains(number) else {
            throw Invalid(message: "`\(name)` must be an integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
