package import OrderedJSON
package import RunbookRun

/// Paths (`.a.b`, `$name`), comparisons of a path with JSON (`.a == 1`), JSON itself, `none`, and `fail: message`.
package struct FakeExpressions: Expressions {
    /// Makes an evaluator.
    package init() {}

    package func check(_ filters: [String], variables: [String]) async throws(FilterFailure) -> [Int: FilterFailure] {
        var problems: [Int: FilterFailure] = [:]
        for (index, filter) in filters.enumerated() where filter.hasPrefix("syntax") {
            problems[index] = FilterFailure(.syntax, "unexpected end")
        }
        return problems
    }

    package func prepare(_ filters: [String], variables: [String]) async {}

    package func evaluate(_ filter: String, on input: JSON, variables: JSONObject) async throws(FilterFailure) -> [JSON]
    {
        if filter == "none" { return [] }
        if filter.hasPrefix("fail: ") { throw FilterFailure(.runtime, String(filter.dropFirst(6))) }
        if filter.hasPrefix("slow") { throw FilterFailure(.time, "it took longer than 1s") }
        let sides = filter.split(separator: " == ", maxSplits: 1).map(String.init)
        let left = try value(sides[0], input, variables)
        return sides.count == 1 ? left : [.bool(left == (try value(sides[1], input, variables)))]
    }

    private func value(_ text: String, _ input: JSON, _ variables: JSONObject) throws(FilterFailure) -> [JSON] {
        guard text.hasPrefix(".") || text.hasPrefix("$") else {
            guard let json = try? JSON(parsing: text) else { throw FilterFailure(.syntax, "no such filter here") }
            return [json]
        }
        var parts = text.split(separator: ".").map(String.init)
        var value = input
        if text.hasPrefix("$") {
            guard let known = variables[String(parts.removeFirst().dropFirst())] else {
                throw FilterFailure(.syntax, "\(text) is not defined")
            }
            value = known
        }
        for part in parts {
            if part == "[]" { return value.array ?? [] }
            switch value {
            case .object(let object): value = object[part] ?? .null
            case .null: value = .null
            case .array(let elements):
                guard let index = Int(part) else {
                    throw FilterFailure(.runtime, "Cannot index array with \"\(part)\"")
                }
                value = elements.indices.contains(index) ? elements[index] : .null
            default: throw FilterFailure(.runtime, "Cannot index \(value.kind) (\(value.text())) with \"\(part)\"")
            }
        }
        return [value]
    }
}
