import OrderedJSON
package import RunbookModel

extension ElasticRequest {
    /// What the request does to its target.
    package var effect: Effect { rule?.effect ?? .write }

    /// The rule of the table that says so.
    package var rule: EffectRule? {
        let segments = segments
        // `_all` stands for all indices, and a leading cluster or index is just a segment.
        let api = segments.drop { !$0.hasPrefix("_") || $0 == "_all" }
        return EffectRule.table.first { rule in
            (rule.method == method || rule.method == "*") && rule.matches(segments: segments, api: Array(api))
                && (rule.body.map(has) ?? true)
        }
    }

    private func has(_ mark: EffectRule.BodyMark) -> Bool {
        switch mark {
        case .bulkAction(let name): hasBulkAction(name)
        case .aliasAction(let name): hasAliasAction(name)
        }
    }

    /// Whether a bulk body has this action; lines that are not JSON are searched as text, to be on the safe side.
    private func hasBulkAction(_ name: String) -> Bool {
        var isSource = false
        for line in (body ?? "").split(separator: "\n") {
            if isSource {
                isSource = false
                continue
            }
            guard let action = try? JSON(parsing: String(line)), let members = action.object else {
                if line.contains("\"\(name)\"") { return true }
                continue
            }
            if members.names.contains(name) { return true }
            isSource = !members.names.contains("delete")
        }
        return false
    }

    private func hasAliasAction(_ name: String) -> Bool {
        guard let body else { return false }
        guard let json = try? JSON(parsing: body) else { return body.contains("\"\(name)\"") }
        return json["actions"]?.array?.contains { $0[name] != nil } ?? false
    }
}

extension EffectRule {
    /// Whether the rule's segments stand where they must.
    func matches(segments: [String], api: [String]) -> Bool {
        if path == "*" { return true }
        let pattern = path.split(separator: "/").map(String.init)
        switch place {
        case .whole: return api.count == pattern.count && EffectRule.begins(api[...], with: pattern)
        case .start: return EffectRule.begins(api[...], with: pattern)
        case .anywhere: return segments.indices.contains { EffectRule.begins(segments[$0...], with: pattern) }
        }
    }

    private static func begins(_ segments: ArraySlice<String>, with pattern: [String]) -> Bool {
        segments.count >= pattern.count && zip(pattern, segments).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
