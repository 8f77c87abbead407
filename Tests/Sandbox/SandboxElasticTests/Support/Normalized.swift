import OrderedJSON

/// Takes out of bodies what differs from run to run.
enum Normalized {
    /// Removes members by paths such as `hits.hits[]._id`.
    static func removing(_ paths: [String], from json: JSON) -> JSON {
        paths.reduce(json) { json, path in
            let steps = path.split(separator: ".").flatMap { part -> [String] in
                guard part.hasSuffix("[]") else { return [String(part)] }
                return part == "[]" ? ["[]"] : [String(part.dropLast(2)), "[]"]
            }
            return remove(steps[...], from: json)
        }
    }

    private static func remove(_ steps: ArraySlice<String>, from json: JSON) -> JSON {
        guard let step = steps.first else { return json }
        let rest = steps.dropFirst()
        switch json {
        case .array(let elements) where step == "[]": return .array(elements.map { remove(rest, from: $0) })
        case .object(var object):
            // Names may hold dots themselves.
            for length in 1...steps.count {
                let name = steps.prefix(length).joined(separator: ".")
                guard let value = object[name] else { continue }
                let behind = steps.dropFirst(length)
                object[name] = behind.isEmpty ? Optional<JSON>.none : remove(behind, from: value)
                return .object(object)
            }
            return json
        default: return json
        }
    }

    /// Replaces what a server makes up: identifiers, times, durations, sizes, addresses of objects.
    static func general(_ json: JSON, name: String = "") -> JSON {
        switch json {
        case .object(let object):
            return .object(
                JSONObject(object.members.map { (general(member: $0.name), general($0.value, name: $0.name)) }))
        case .array(let elements):
            let list = elements.map { general($0, name: name) }
            return .array(unordered.contains(name) ? list.sorted { $0.text() < $1.text() } : list)
        case .string(let text): return .string(general(text, name: name))
        case .number where volatileNumbers.contains(name): return 0
        default: return json
        }
    }

    private static let volatileNames: Set<String> = [
        "uuid", "index_uuid", "node", "creation_date", "index.uuid", "index.creation_date", "cluster_uuid",
        "store.size", "pri.store.size", "start_time", "end_time", "restoreUUID", "store", "build_hash", "at",
    ]
    /// Lists whose order is that of a hash set over identifiers.
    private static let unordered: Set<String> = ["indices", "shards", "aliases"]
    private static let volatileNumbers: Set<String> = [
        "took", "start_time_in_millis", "end_time_in_millis", "duration_in_millis", "time_in_millis",
        "stop_time_in_millis", "total_time_in_millis", "file_count", "size_in_bytes", "total_in_bytes",
        "recovered_in_bytes", "reused_in_bytes",
    ]

    /// Nodes are named by their identifiers.
    private static func general(member name: String) -> String {
        isIdentifier(name) ? "~" : name
    }

    /// Whether a text is one of the 22 characters that a server makes up for nodes, indices and allocations.
    private static func isIdentifier(_ text: String) -> Bool {
        text.wholeMatch(of: #/(?=.*[A-Z])[A-Za-z0-9_-]{22}/#) != nil
    }

    private static func general(_ text: String, name: String) -> String {
        if volatileNames.contains(name), text != "_na_" { return "~" }
        if name == "_id", text.count == 20 { return "~" }
        if isIdentifier(text) { return "~" }
        if name == "reason", let cut = text.firstRange(of: "\n at [Source") { return String(text[..<cut.lowerBound]) }
        if name == "error", let start = text.firstRange(of: "allowed: [")?.upperBound {
            // The server lists methods in the order of a hash set.
            return text[..<start] + text[start...].dropLast().split(separator: ", ").sorted().joined(separator: ", ")
        }
        return text.replacing(#/\/[A-Za-z0-9_-]{22}\]/#, with: "/~]")
    }

    /// The words of each line, without those that a server makes up.
    static func table(_ text: String) -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: " ").map { word in
                let isSize = word.wholeMatch(of: #/[0-9.]+([kmg]?b|ms|s)|[0-9]{2}:[0-9]{2}:[0-9]{2}|[0-9]{10}/#) != nil
                let isIdentifier = word.wholeMatch(of: #/"?[A-Za-z0-9_-]{22}"?/#) != nil
                return isSize || isIdentifier ? "~" : String(word)
            }
        }
    }
}
