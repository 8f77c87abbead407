import ElasticRequests
import OrderedJSON
import RunbookModel

/// The console proxy of Kibana or OpenSearch Dashboards, through which requests reach a cluster.
///
/// What it does with a request differs by product and version; what is sent here means the same to all of them.
struct ConsoleProxyAddress: Sendable, Hashable {
    /// Kibana's URL with its base path and the space's; does not end in `/`.
    let root: String

    /// Makes the proxy of a Kibana.
    ///
    /// - Parameters:
    ///   - kibana: The URL with its base path, without a slash at its end.
    ///   - space: The space whose console is asked; nil for the default one.
    init(kibana: String, space: String?) {
        root = kibana + (space.map { $0 == "default" ? "" : "/s/\($0)" } ?? "")
    }

    /// What the products require of a request that no browser sent; each ignores the others' headers.
    ///
    /// The last one is for Kibana 9, which hides paths that are not its public interface from those who lack it.
    static let headers = [("kbn-xsrf", "true"), ("osd-xsrf", "true"), ("x-elastic-internal-origin", "runbook")]

    /// The request that makes the proxy send this one.
    func wrapped(_ request: ElasticRequest) -> ElasticRequest {
        let target = ConsoleProxyAddress.encoded("\(request.path)?\(ConsoleProxyAddress.query(request.query))")
        return ElasticRequest(
            method: "POST", path: "/api/console/proxy", query: "path=\(target)&method=\(request.method)",
            body: request.body)
    }

    /// The query with `pretty` in front.
    ///
    /// Kibana adds `pretty=true` where the parameter is missing, Dashboards where no query begins with it, and so
    /// spoils the last value of any other query. A space is `%20`, for Kibana 8 takes a `+` for a plus.
    private static func query(_ query: String?) -> String {
        var parts = (query ?? "").split(separator: "&").map(String.init)
        let own = parts.firstIndex { $0 == "pretty" || $0.hasPrefix("pretty=") }
        let pretty = own.map { parts.remove(at: $0) } ?? "pretty=false"
        return ([pretty] + parts).joined(separator: "&").replacing("+", with: "%20")
    }

    /// The text as a value of a query; `${name}` of a command that is only shown stays.
    private static func encoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return HolePiece.pieces(of: bytes).map { piece in
            let part = String(decoding: bytes[piece.range], as: UTF8.self)
            if case .hole = piece { return part }
            if case .escape = piece { return HoleContext.urlQuery.render(.string("${")) ?? part }
            return HoleContext.urlQuery.render(.string(part)) ?? part
        }.joined()
    }
}
