/// Whose security it is that a cluster has.
enum SecurityProduct: Sendable, Hashable {
    /// The plugin of Open Distro.
    case openDistro
    /// The plugin of OpenSearch, which began as that.
    case openSearch
    /// Elasticsearch's own, of which only users and API keys are emulated.
    case elasticsearch

    /// What a client that did not say who it is is asked for.
    var challenge: String {
        switch self {
        case .openDistro: "Basic realm=\"Open Distro Security\""
        case .openSearch: "Basic realm=\"OpenSearch Security\""
        case .elasticsearch: "Basic realm=\"security\" charset=\"UTF-8\""
        }
    }

    /// The beginnings of the paths of its API.
    var paths: [String] {
        switch self {
        case .openDistro: ["/_opendistro/_security"]
        case .openSearch: ["/_plugins/_security", "/_opendistro/_security"]
        case .elasticsearch: []
        }
    }

    /// The name and the password of the administrator that a new cluster has.
    var administrator: (name: String, password: String) {
        self == .elasticsearch ? ("elastic", "changeme") : ("admin", "admin")
    }
}
