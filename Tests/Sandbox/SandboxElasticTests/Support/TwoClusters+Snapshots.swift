import OrderedJSON

extension TwoClusters {
    /// Registers a repository, at a location of its own name unless another is given.
    func register(
        _ name: String, location: String? = nil, settings: String = "", on cluster: String = "leader"
    ) {
        let body = #"{"type":"fs","settings":{"location":"\#(location ?? name)"\#(settings)}}"#
        send("PUT", "/_snapshot/\(name)", body, to: cluster)
    }

    /// The names of a repository's snapshots.
    func names(_ repository: String, on cluster: String = "leader") -> [String] {
        let answer = send("GET", "/_snapshot/\(repository)/_all", to: cluster).json
        return answer["snapshots"]?.array?.compactMap { $0["snapshot"]?.string } ?? []
    }
}
