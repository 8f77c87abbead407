/// Finds the route of a request.
struct Router: Sendable {
    /// What a server does with a request's method and path.
    enum Decision {
        case route(Route)
        /// The path is known, but not for this method.
        case otherMethods([HTTPMethod])
        case unknown
    }

    private var trie = PathTrie<[HTTPMethod: Route]>()

    init(_ routes: [Route]) {
        for route in routes {
            trie.insert(route.pattern, default: [:]) { $0[route.method] = route }
        }
    }

    /// The methods of a path.
    func methods(of path: some StringProtocol) -> [HTTPMethod] { Router.methods(of: trie.candidates(for: path)) }

    private static func methods(of candidates: [[HTTPMethod: Route]]) -> [HTTPMethod] {
        let methods = Set(candidates.flatMap(\.keys))
        return order.filter(methods.contains)
    }

    func decide(_ method: HTTPMethod?, _ path: some StringProtocol) -> Decision {
        let candidates = trie.candidates(for: path)
        if let method, let route = candidates.lazy.compactMap({ $0[method] }).first {
            return route.isOlder ? .unknown : .route(route)
        }
        let methods = Router.methods(of: candidates)
        return methods.isEmpty ? .unknown : .otherMethods(methods)
    }

    /// The order in which a server tends to list methods (it keeps them in a hash set).
    private static let order: [HTTPMethod] = [.delete, .head, .put, .post, .get]
}
