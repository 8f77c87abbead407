internal import OrderedJSON

/// Keeps what `filter_path` and `_source` name: dotted paths, `*` for any part of a name, `**` for any depth.
struct PathFilter: Sendable {
    private let includes: [[Substring]]
    private let excludes: [[Substring]]

    init(includes: [String], excludes: [String]) {
        self.includes = includes.map { $0.split(separator: ".") }
        self.excludes = excludes.map { $0.split(separator: ".") }
    }

    /// Makes a filter of a list in which `-` excludes, as `filter_path` has it.
    init(_ list: [String]) {
        self.init(
            includes: list.filter { !$0.hasPrefix("-") },
            excludes: list.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) })
    }

    /// What is left; nil when nothing is.
    func apply(to value: JSON) -> JSON? {
        let included = includes.isEmpty ? value : PathFilter.keep(value, includes)
        return included.flatMap { excludes.isEmpty ? $0 : PathFilter.drop($0, excludes) }
    }

    private static func keep(_ value: JSON, _ paths: [[Substring]]) -> JSON? {
        switch value {
        case .object(let object):
            let members = object.members.compactMap { member -> JSONObject.Member? in
                let rest = PathFilter.advance(paths, by: member.name)
                if rest.contains(where: \.isEmpty) { return member }
                return rest.isEmpty
                    ? nil : keep(member.value, rest).map { JSONObject.Member(name: member.name, value: $0) }
            }
            return members.isEmpty ? nil : .object(JSONObject(members))
        case .array(let elements):
            let kept = elements.compactMap { keep($0, paths) }
            return kept.isEmpty ? nil : .array(kept)
        default: return nil
        }
    }

    private static func drop(_ value: JSON, _ paths: [[Substring]]) -> JSON? {
        switch value {
        case .object(let object):
            let members = object.members.compactMap { member -> JSONObject.Member? in
                let rest = PathFilter.advance(paths, by: member.name)
                if rest.contains(where: \.isEmpty) { return nil }
                return drop(member.value, rest).map { JSONObject.Member(name: member.name, value: $0) }
            }
            return .object(JSONObject(members))
        case .array(let elements): return .array(elements.compactMap { drop($0, paths) })
        default: return value
        }
    }

    /// What is left of the paths behind a name; an empty path means the name itself is meant.
    private static func advance(_ paths: [[Substring]], by name: String) -> [[Substring]] {
        paths.flatMap { path -> [[Substring]] in
            guard let first = path.first else { return [] }
            let rest = Array(path.dropFirst())
            if first == "**" { return [path] + advance([rest], by: name) }
            return Wildcard.matches(String(first), name) ? [rest] : []
        }
    }
}
