extension RouteTable {
    static let nodes: [Route] = [
        "/_nodes", "/_nodes/{node}", "/_nodes/{node}/{metric}", "/_nodes/{node}/info/{metric}",
    ].map { Route(.get, $0, ["timeout", "flat_settings"], NodeOperations.get) }
}
