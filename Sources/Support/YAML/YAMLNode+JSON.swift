package import OrderedJSON

extension YAMLNode {
    /// The node and all below it as a JSON value: scalars typed, order kept, keys as they are spelled.
    package var json: JSON {
        switch content {
        case .scalar(let scalar): scalar.json
        case .sequence(let nodes): .array(nodes.map(\.json))
        case .mapping(let entries):
            .object(JSONObject(entries.map { JSONObject.Member(name: $0.name, value: $0.value.json) }))
        }
    }

    /// What the node is, as messages say it: `null`, `boolean`, `number`, `string`, `sequence` or `mapping`.
    package var kind: String {
        switch content {
        case .scalar(let scalar): scalar.json.kind
        case .sequence: "sequence"
        case .mapping: "mapping"
        }
    }
}
