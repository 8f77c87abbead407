internal import OrderedJSON

/// `_mget`: several documents by their ids.
enum MultiGet {
    /// A document that is asked for.
    private struct Item {
        var index: String?
        var type: String?
        var id: String?
        var query: [(name: String, value: String)]

        init(_ call: Call) {
            index = call.index
            type = call.arguments["type"]
            query = call.query.all
        }
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .parse("request body or source parameter is required") }
        let items = try items(call)
        if items.isEmpty { throw .validation("no documents to get") }
        let problems = items.enumerated().flatMap { number, item -> [String] in
            var problems: [String] = []
            if item.index == nil { problems.append("index is missing for doc \(number)") }
            if item.id == nil { problems.append("id is missing for doc \(number)") }
            return problems
        }
        if !problems.isEmpty { throw .validation(problems) }
        if items.contains(where: { $0.type != nil }) {
            call.warnOfTypes("[types removal] Specifying types in multi get requests is deprecated.")
        }
        return Answer(["docs": .array(items.map { document($0, call, &state) })])
    }

    private static func document(_ item: Item, _ call: Call, _ state: inout ClusterState) -> JSON {
        var arguments = ["index": item.index ?? "", "id": item.id ?? ""]
        arguments["type"] = item.type == "_doc" ? nil : item.type
        let single = call.with(arguments: arguments, query: QueryParameters(item.query), body: [])
        do throws(ElasticError) {
            let index = try state.indices.resolveOne(single.index ?? "")
            try call.access?.require(["indices:data/read/mget[shard]"], on: [index.name])
            let answer = try DocumentReading.get(single, &state)
            if case .json(let json) = answer.body { return json }
            return .null
        } catch {
            var object = JSONObject([("_index", .string(item.index ?? ""))])
            if !call.profile.hasNoTypes { object.append("_type", item.type.map { .string($0) } ?? .null) }
            object.append("_id", .string(item.id ?? ""))
            object.append("error", error.body["error"] ?? .null)
            return .object(object)
        }
    }

    private static func items(_ call: Call) throws(ElasticError) -> [Item] {
        let body = try call.json()
        let places = { SourceMap(call.body) }
        guard let object = body.object else {
            throw .parsing(
                "unexpected token [\(JSONToken.name(of: body))], expected [START_OBJECT]", at: places().value())
        }
        var items: [Item] = []
        for member in object.members {
            let place = places().value(member.name)
            guard let list = member.value.array else {
                throw .parsing(
                    "unexpected token [\(JSONToken.name(of: member.value))], expected [FIELD_NAME] or [START_ARRAY]",
                    at: place)
            }
            guard ["docs", "ids"].contains(member.name) else {
                throw .parsing(
                    "unknown key [\(member.name)] for a START_ARRAY, expected [docs] or [ids]", at: place)
            }
            for element in list {
                var item = Item(call)
                if member.name == "ids" {
                    item.id = element.string ?? element.text()
                } else {
                    try read(element, into: &item, call)
                }
                items.append(item)
            }
        }
        return items
    }

    private static func read(_ json: JSON, into item: inout Item, _ call: Call) throws(ElasticError) {
        guard let object = json.object else {
            throw .illegalArgument("docs array element should include an object")
        }
        for member in object.members {
            let text = member.value.string ?? member.value.text()
            switch member.name {
            case "_index": item.index = text
            case "_type": item.type = text
            case "_id": item.id = text
            case "version", "_version": item.query.append(("version", text))
            case "version_type", "_version_type": item.query.append(("version_type", text))
            case "routing", "_routing": item.query.append(("routing", text))
            case "stored_fields": call.unemulated.add(member.name)
            case "_source":
                let selection = SourceSelection(member.value)
                item.query.append(("_source", String(selection.isShown)))
                if !selection.includes.isEmpty {
                    item.query.append(("_source_includes", selection.includes.joined(separator: ",")))
                }
                if !selection.excludes.isEmpty {
                    item.query.append(("_source_excludes", selection.excludes.joined(separator: ",")))
                }
            case _ where member.value.array != nil || member.value.object != nil: break
            default: throw .parse("failed to parse multi get request. unknown field [\(member.name)]")
            }
        }
    }
}
