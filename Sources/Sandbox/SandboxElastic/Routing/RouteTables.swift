internal import Synchronization

/// What clusters of one profile find requests with; it is made once for all of them.
struct RouteTables: Sendable {
    let router: Router
    let endpoints: KnownEndpoints

    private static let made = Mutex<[String: RouteTables]>([:])

    private init(_ profile: Profile) {
        let routes = RouteTable.routes(of: profile)
        router = Router(routes)
        endpoints = KnownEndpoints(profile, emulating: routes)
    }

    /// The tables of a profile.
    static func of(_ profile: Profile) -> RouteTables {
        let key = "\(profile.name) \(profile.replicates) \(profile.isCompatible) \(profile.isSecured)"
        return made.withLock { made in
            if let tables = made[key] { return tables }
            let tables = RouteTables(profile)
            made[key] = tables
            return tables
        }
    }
}
