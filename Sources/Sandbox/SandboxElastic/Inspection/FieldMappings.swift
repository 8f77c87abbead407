internal import OrderedJSON

/// `_mapping/field`: the mappings of single fields.
enum FieldMappings {
    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let withType = try MappingOperations.includesType(call, "get field mapping requests")
        let patterns = elements(call.arguments["fields"] ?? "")
        let options = try ExpansionOptions(call.query, default: .init())
        let indices = try state.indices.resolve(call.index, options)
        let list = indices.filter(\.isOpen).map { index -> (String, JSON) in
            let names = index.mapping.fieldNames.filter { name in
                patterns.contains { Wildcard.matches($0, name) }
            }
            let fields = names.compactMap { name -> (String, JSON)? in
                guard let field = index.mapping.field(name) else { return nil }
                let last = name.split(separator: ".").last.map(String.init) ?? name
                return (name, ["full_name": .string(name), "mapping": .object(JSONObject([(last, field.json)]))])
            }
            let found = JSON.object(JSONObject(fields))
            let typed = withType && !fields.isEmpty
            return (
                index.name,
                ["mappings": typed ? .object(JSONObject([(index.mapping.type ?? "_doc", found)])) : found]
            )
        }
        if list.isEmpty, call.index != nil { return Answer(status: 404, [:]) }
        return Answer(.object(JSONObject(list)))
    }
}
