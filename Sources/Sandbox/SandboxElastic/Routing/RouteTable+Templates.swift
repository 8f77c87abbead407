extension RouteTable {
    /// Templates for new indices; those that are composed of others came later.
    static let templates: [Route] = {
        let write = master.union(["create", "cause"])
        let read: Set<String> = ["flat_settings", "local", "master_timeout"]
        let legacy: [Route] =
            [HTTPMethod.put, .post].map {
                Route(
                    $0, "/_template/{name}", write.union(["order", "include_type_name", "flat_settings"]),
                    LegacyTemplateOperations.put
                ).telling(.content)
            }
            + [HTTPMethod.get, .head].map {
                Route($0, "/_template/{name}", read.union(["include_type_name"]), LegacyTemplateOperations.get)
            } + [
                Route(.get, "/_template", read.union(["include_type_name"]), LegacyTemplateOperations.get),
                Route(.delete, "/_template/{name}", master, LegacyTemplateOperations.delete),
            ]
        let composable: [Route] =
            [HTTPMethod.put, .post].flatMap { method in
                [
                    Route(method, "/_index_template/{name}", write, ComposableTemplateOperations.put),
                    Route(method, "/_component_template/{name}", write, ComponentTemplateOperations.put)
                        .telling(.object("component_template")),
                ]
            }
            + [HTTPMethod.get, .head].flatMap { method in
                [
                    Route(method, "/_index_template/{name}", read, ComposableTemplateOperations.get),
                    Route(method, "/_component_template/{name}", read, ComponentTemplateOperations.get),
                ]
            } + [
                Route(.get, "/_index_template", read, ComposableTemplateOperations.get),
                Route(.get, "/_component_template", read, ComponentTemplateOperations.get),
                Route(.delete, "/_index_template/{name}", master, ComposableTemplateOperations.delete),
                Route(.delete, "/_component_template/{name}", master, ComponentTemplateOperations.delete),
            ]
        let simulations = [
            Route(
                .post, "/_index_template/_simulate_index/{name}", write, ComposableTemplateOperations.simulateIndex),
            Route(.post, "/_index_template/_simulate", write, ComposableTemplateOperations.simulate),
            Route(.post, "/_index_template/_simulate/{name}", write, ComposableTemplateOperations.simulate),
        ]
        return legacy + composable.map { $0.since("7.8") } + simulations.map { $0.since("7.9") }
    }()
}
