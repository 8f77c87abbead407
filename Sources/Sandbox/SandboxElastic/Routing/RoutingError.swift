internal import OrderedJSON
internal import SandboxWorld

/// What a server answers before any endpoint has seen the request.
struct RoutingError: Error {
    let response: SandboxResponse

    /// The route, when the request may continue.
    static func route(
        _ decision: Router.Decision, _ request: SandboxRequest, _ profile: Profile
    ) throws -> Route {
        switch decision {
        case .route(let route):
            try checkContentType(request, takesLines: route.takesLines || profile.has(.linesAnywhere), profile)
            return route
        case .otherMethods(let methods): throw otherMethods(methods, request)
        case .unknown:
            let path = request.target
            throw RoutingError(
                json: [
                    "error": .string("no handler found for uri [\(path)] and method [\(request.method)]")
                ], status: 400)
        }
    }

    /// Refuses a path with an invalid escape, where the server would look for a name in it.
    static func checkEscapes(
        _ path: String, _ decision: Router.Decision, _ router: Router, _ profile: Profile
    ) throws {
        guard path.utf8.contains(UInt8(ascii: "%")),
            let broken = PathTrie<Int>.segments(of: path).lazy.compactMap({ brokenEscape(in: $0) }).first
        else { return }
        switch decision {
        case .unknown: return
        case .otherMethods: if profile.has(.brokenPathIsMethod) { return }
        case .route: break
        }
        if !profile.has(.brokenPathIsMethod) {
            throw RoutingError(json: ElasticError.illegalArgument(broken).body, status: 400)
        }
        throw otherMethods(router.methods(of: path), because: broken)
    }

    /// An answer of JSON.
    init(json: JSON, status: Int, headers: [SandboxHeader] = []) {
        var response = SandboxResponse(status: status, json: json)
        response.headers = headers + response.headers
        self.response = response
    }

    private init(response: SandboxResponse) { self.response = response }

    private static func otherMethods(_ methods: [HTTPMethod], _ request: SandboxRequest) -> RoutingError {
        if request.method == HTTPMethod.options.rawValue {
            let plain = SandboxHeader("content-type", "text/plain; charset=UTF-8")
            return RoutingError(response: SandboxResponse(status: 200, headers: [allow(methods), plain]))
        }
        return otherMethods(
            methods,
            because: "Incorrect HTTP method for uri [\(request.target)] and method [\(request.method)]")
    }

    /// The error that lists the methods of a path.
    private static func otherMethods(_ methods: [HTTPMethod], because reason: String) -> RoutingError {
        RoutingError(
            json: [
                "error": .string("\(reason), allowed: [\(methods.map(\.rawValue).joined(separator: ", "))]"),
                "status": 405,
            ], status: 405, headers: [allow(methods)])
    }

    private static func allow(_ methods: [HTTPMethod]) -> SandboxHeader {
        SandboxHeader("Allow", methods.map(\.rawValue).joined(separator: ","))
    }

    private static func checkContentType(_ request: SandboxRequest, takesLines: Bool, _ profile: Profile) throws {
        let type = request.header("content-type")
        if let type, !isWellFormed(type) {
            let error = ElasticError(
                "content_type_header_exception",
                "java.lang.IllegalArgumentException: invalid Content-Type header [\(type)]",
                cause: .illegalArgument("invalid Content-Type header [\(type)]"))
            throw RoutingError(json: error.body, status: 400)
        }
        if request.body.isEmpty { return }
        let media = type?.split(separator: ";").first.map { $0.trimmed.lowercased() } ?? ""
        if takesLines, media == "application/x-ndjson" { return }
        if ["application/json", "application/*", "application/yaml"].contains(media) { return }
        let own = ["application/vnd.elasticsearch+json", "application/vnd.elasticsearch+x-ndjson"]
        if profile.has(.mediaTypesHaveVersions), own.contains(media) { return }
        throw RoutingError(
            json: ["error": .string("Content-Type header [\(type ?? "")] is not supported"), "status": 406],
            status: 406)
    }

    /// Whether a header begins with `type/subtype`.
    private static func isWellFormed(_ type: String) -> Bool {
        let media = type.split(separator: ";").first.map(\.trimmed) ?? ""
        let parts = media.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-.^_`|~".contains($0)) }
            }
    }
}

extension Substring {
    /// The text without spaces and tabs at its ends.
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let rest = drop(while: isBlank)
        let end = rest.lastIndex { !isBlank($0) }.map { rest.index(after: $0) } ?? rest.startIndex
        return String(rest[..<end])
    }
}
