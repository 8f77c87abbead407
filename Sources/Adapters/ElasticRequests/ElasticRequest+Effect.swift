import OrderedJSON
import RunbookBodies
package import RunbookModel

extension ElasticRequest {
    /// What the request does to its target: the worst of what servers may make of its path.
    package var effect: Effect { rule.effect }

    /// The rule of the table that says so.
    package var rule: EffectRule {
        var worst: EffectRule?
        for request in [self] + proxied {
            // What is not sent is still never taken for a read.
            let isOdd = ElasticPath.problem(in: request.path.utf8) != nil
            let marks = RequestMarks(request)
            for segments in ElasticPath.readings(request.path) {
                let rule = EffectRule.rule(request.method, segments, isOdd: isOdd, marks)
                if worst.map({ $0.effect < rule.effect }) ?? true { worst = rule }
            }
        }
        return worst ?? EffectRule.unknown
    }

    /// Whether the table has the path; of others only an author can know what they do.
    package var isKnown: Bool {
        proxied.isEmpty ? isPathKnown : true
    }

    private var isPathKnown: Bool {
        if ElasticPath.problem(in: path.utf8) != nil { return true }
        return ElasticPath.readings(path).flatMap { [$0, EffectRule.canonical($0)] }.contains { segments in
            EffectIndex.table.candidates(for: segments).contains { rule in
                let method = ["*", "any"].contains(rule.method) ? "POST" : rule.method
                return rule.path != "**" && rule.applies(to: method, segments)
            }
                || WritingAPI.has(segments)
        }
    }

    /// The request that a console's proxy is asked to make.
    ///
    /// Such a request to a Kibana is a way to send any other one.
    private var proxied: [ElasticRequest] {
        // Most paths have no such word, and nothing that could become one.
        guard path.utf8.holds("proxy".utf8) || path.utf8.contains(UInt8(ascii: "%")) else { return [] }
        let isProxy = ElasticPath.readings(path).contains { $0.suffix(3).elementsEqual(["api", "console", "proxy"]) }
        guard isProxy else { return [] }
        let parameters = parameters
        let target = parameters.last { $0.name == "path" }?.value ?? "/"
        let end = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
        let inner = target[..<end]
        let path = inner.utf8.first == UInt8(ascii: "/") ? String(inner) : "/\(inner)"
        let query = end < target.endIndex ? String(target[target.utf8.index(after: end)...]) : nil
        return ["method", "METHOD"].compactMap { name in parameters.last { $0.name == name }?.value }.map { method in
            ElasticRequest(method: method.uppercased(), path: path, query: query, body: body)
        }
    }

    /// The decoded parameters of the query.
    var parameters: [(name: String, value: String)] {
        (query ?? "").utf8.split(separator: UInt8(ascii: "&")).map { part in
            let end = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = end < part.endIndex ? part[part.index(after: end)...] : part[part.endIndex...]
            return (PercentEncoding.decoded(Substring(part[..<end])), PercentEncoding.decoded(Substring(value)))
        }
    }
}

extension EffectRule {
    /// The rule of requests that no other one is for.
    static let unknown = EffectRule("*", "**", .anywhere, .write)

    /// The first rule of the table for a request.
    fileprivate static func rule(
        _ method: String, _ reading: [String], isOdd: Bool, _ marks: RequestMarks
    ) -> EffectRule {
        let segments = canonical(reading)
        return EffectIndex.table.candidates(for: segments).first { rule in
            if isOdd, rule.effect == .read, method != "GET", method != "HEAD" { return false }
            return rule.applies(to: method, segments) && (rule.mark.map(marks.has) ?? true)
        } ?? unknown
    }

    /// The segments with today's name of an API: `_xpack/ml` is `_ml`, and `_opendistro` is `_plugins`.
    static func canonical(_ segments: [String]) -> [String] {
        switch segments.first {
        case "_xpack" where segments.count > 1:
            let name = segments[1]
            return [name.utf8.first == UInt8(ascii: "_") ? name : "_\(name)"] + segments.dropFirst(2)
        case "_opendistro": return ["_plugins"] + segments.dropFirst()
        default: return segments
        }
    }
}
