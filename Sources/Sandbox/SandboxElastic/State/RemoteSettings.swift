/// What the settings say of one remote cluster.
struct RemoteSettings {
    let alias: String
    private let settings: ClusterSettings

    init(_ alias: String, _ settings: ClusterSettings) {
        self.alias = alias
        self.settings = settings
    }

    /// The name of a property's setting.
    func name(_ property: String) -> String { "cluster.remote.\(alias).\(property)" }

    func text(_ property: String) -> String? { settings.text(name(property)) }

    /// How its nodes are found; by seeds where nothing is said.
    var mode: RemoteConnection.Mode { text("mode")?.lowercased() == "proxy" ? .proxy : .sniff }

    /// Where it is looked for; empty when it is not enabled.
    var addresses: [String] { elements(text(mode == .proxy ? "proxy_address" : "seeds") ?? "") }

    /// The properties that are set and belong to one mode only.
    func bound(to mode: RemoteConnection.Mode) -> [String] {
        let names =
            mode == .sniff
            ? ["node_connections", "proxy", "seeds"] : ["proxy_address", "proxy_socket_connections", "server_name"]
        return names.filter { text($0).map { !$0.isEmpty } == true }
    }
}
