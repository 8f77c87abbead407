internal import OrderedJSON

/// `_scripts`: scripts that are kept under a name, and the languages there are.
enum ScriptOperations {
    static func put(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["id"] ?? ""
        if call.body.isEmpty { throw .bodyRequired }
        guard let script = try call.json()["script"] else {
            throw .illegalArgument("must specify <script> for stored script")
        }
        guard let language = script["lang"]?.string else {
            throw .illegalArgument("must specify lang for stored script")
        }
        guard ["painless", "mustache", "expression"].contains(language) else {
            throw .illegalArgument("unable to put stored script with unsupported lang [\(language)]")
        }
        guard let source = script["source"] else { throw .illegalArgument("must specify source for stored script") }
        state.scripts[name] = ["lang": .string(language), "source": .string(source.string ?? source.text())]
        return .acknowledged
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["id"] ?? ""
        guard let script = state.scripts[name] else {
            return Answer(status: 404, ["_id": .string(name), "found": false])
        }
        return Answer(["_id": .string(name), "found": true, "script": script])
    }

    static func delete(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.arguments["id"] ?? ""
        guard state.scripts.removeValue(forKey: name) != nil else {
            throw ElasticError(
                "resource_not_found_exception", "stored script [\(name)] does not exist and cannot be deleted",
                status: 404)
        }
        return .acknowledged
    }

    private static let contexts = [
        "aggregation_selector", "aggs", "aggs_combine", "aggs_init", "aggs_map", "aggs_reduce", "analysis",
        "bucket_aggregation", "field", "filter", "ingest", "interval", "moving-function", "number_sort",
        "processor_conditional", "score", "script_heuristic", "similarity", "similarity_weight", "string_sort",
        "template",
        "terms_set", "update",
    ]

    static func contexts(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer(["contexts": .array(contexts.map { ["name": .string($0), "methods": []] })])
    }

    static func languages(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer([
            "types_allowed": ["inline", "stored"],
            "language_contexts": [
                ["language": "mustache", "contexts": ["template"]],
                [
                    "language": "painless",
                    "contexts": .array(contexts.filter { $0 != "template" }.map { .string($0) }),
                ],
            ],
        ])
    }
}
