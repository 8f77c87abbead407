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

    func decide(_ method: HTTPMethod?, _ path: some StringProtocol) -> Decision {
        let candidates = trie.candidates(for: path)
        if let method, let route = candidates.lazy.compactMap({ $0[method] }).first {
            return route.isOlder ? .unknown : .route(route)
        }
        let methods = Set(candidates.flatMap(\.keys))
        return methods.isEmpty ? .unknown : .otherMethods(Router.order.filter(methods.contains))
    }

    /// The order in which a server tends to list methods (it keeps them in a hash set).
    private static let order: [HTTPMethod] = [.delete, .head, .put, .post, .get]
}
