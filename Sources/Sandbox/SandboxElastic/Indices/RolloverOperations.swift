internal import OrderedJSON
internal import SandboxWorld

/// `_rollover`: a new index behind an alias that documents are written to.
enum RolloverOperations {
    /// A condition that was asked for, as the answer names it, and whether it holds.
    private typealias Condition = (name: String, holds: Bool)

    static func rollover(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let withType = try MappingOperations.includesType(call, "rollover requests")
        let alias = call.arguments["index"] ?? ""
        let body = try self.body(call)
        let source = try source(alias, call, state)
        let given = call.arguments["target"]
        let name = given == nil ? try nextName(source) : given ?? ""
        let resolved = DateMathName.resolve(name, at: call.now)
        let conditions = try conditions(body["conditions"], source, call)
        let isDry = try call.query.bool("dry_run")
        let isMet = conditions.isEmpty || conditions.contains(where: \.holds)
        if isDry || !isMet {
            try IndexCreation.checkNew(resolved, call, state)
            return answer(source.name, resolved, conditions, acknowledged: false, rolledOver: false, isDry: isDry, call)
        }
        var members = body
        members["conditions"] = nil
        let definition = try IndexCreation.definition(members, withType: withType)
        try IndexCreation.create(resolved, definition, call, &state)
        moveAlias(alias, from: source.name, to: resolved, &state)
        return answer(source.name, resolved, conditions, acknowledged: true, rolledOver: true, isDry: false, call)
    }

    private static func body(_ call: Call) throws(ElasticError) -> JSONObject {
        if call.body.isEmpty { return JSONObject() }
        let body = try call.json().object ?? JSONObject()
        let known: Set<String> = ["conditions", "settings", "mappings", "aliases"]
        if let unknown = body.names.first(where: { !known.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw .xContent("[rollover] \(call.profile.unknownField(unknown))", at: place)
        }
        return body
    }

    /// The index that documents written under the alias go to.
    private static func source(
        _ alias: String, _ call: Call, _ state: ClusterState
    ) throws(ElasticError) -> Index {
        let hasTarget = call.profile.has(.rolloverHasTarget)
        if state.indices[alias] != nil {
            throw .illegalArgument(
                hasTarget
                    ? "rollover target is a [concrete index] but one of [alias,data_stream] was expected"
                    : "source alias is a concrete index")
        }
        let named = state.indices.values.filter { $0.aliases[alias] != nil }.sorted { $0.name < $1.name }
        if named.isEmpty {
            throw .illegalArgument(
                hasTarget ? "rollover target [\(alias)] does not exist" : "source alias does not exist")
        }
        let writer = named.first { $0.aliases[alias]?.isWriteIndex == true }
        let only = named.count == 1 && named[0].aliases[alias]?.isWriteIndex != false ? named[0] : nil
        guard let source = writer ?? only else {
            throw .illegalArgument(
                "\(hasTarget ? "rollover target" : "source alias") [\(alias)] does not point to a write index")
        }
        return source
    }

    /// The name that follows: the number at the end, of six digits, is one more.
    private static func nextName(_ source: Index) throws(ElasticError) -> String {
        let provided = source.settings.text("index.provided_name") ?? source.name
        let isDated = provided.hasPrefix("<") && provided.hasSuffix(">")
        let name = isDated ? String(provided.dropFirst().dropLast()) : source.name
        let digits = name.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
        let head = name.utf8.dropLast(digits)
        guard digits > 0, head.last == UInt8(ascii: "-"), let number = Int(String(name.utf8.suffix(digits)) ?? "")
        else {
            throw .illegalArgument("index name [\(source.name)] does not match pattern '^.*-\\d+$'")
        }
        let text = String(number &+ 1)
        let padded = String(repeating: "0", count: max(6 - text.utf8.count, 0)) + text
        let next = (String(head) ?? "") + padded
        return isDated ? "<\(next)>" : next
    }

    private static func conditions(
        _ json: JSON?, _ source: Index, _ call: Call
    ) throws(ElasticError) -> [Condition] {
        guard let json else { return [] }
        guard let object = json.object else {
            let place = SourceMap(call.body).value("conditions")
            throw parsing(
                "rollover", "conditions doesn't support values of type: \(JSONToken.name(of: json))", at: place)
        }
        var conditions: [Condition] = []
        let documents = source.shards.map(\.count).reduce(0, +)
        let bytes = source.shards.map(\.files.bytes).reduce(0, +)
        let created = source.settings.text("index.creation_date").flatMap { Int($0) } ?? 0
        for member in object.members {
            let text = member.value.string ?? member.value.text()
            switch member.name {
            case "max_age":
                if let problem = TimeValue.problem("max_age", text) { throw failed(member.name, problem, call) }
                let age = TimeValue.milliseconds(text) ?? 0
                conditions.append(("[max_age: \(text)]", call.now.milliseconds - created >= age))
            case "max_docs":
                guard let count = Int(text) else { throw failed(member.name, .numberFormat(text), call) }
                conditions.append(("[max_docs: \(text)]", documents >= count))
            case "max_size":
                if let problem = SettingRules.sizeProblem("max_size", text) {
                    throw failed(member.name, problem.causes.first ?? problem, call)
                }
                conditions.append(("[max_size: \(text)]", Double(bytes) >= ByteSize.bytes(text) ?? 0))
            default:
                let place = SourceMap(call.body).name("conditions", member.name)
                let known: Set<String> = ["max_age", "max_docs", "max_size"]
                let inner = parsing(
                    "conditions", call.profile.unknownField(member.name, among: known), at: place)
                throw outer(member.name, inner, call)
            }
        }
        return conditions
    }

    private static func parsing(
        _ parser: String, _ reason: String, at place: SourcePlace, cause: ElasticError? = nil
    ) -> ElasticError {
        ElasticError.xContent("[\(parser)] \(reason)", at: place, cause: cause)
    }

    /// The error for a condition that cannot be read.
    private static func failed(_ name: String, _ cause: ElasticError, _ call: Call) -> ElasticError {
        let place = SourceMap(call.body).value("conditions", name)
        return outer(
            name, parsing("conditions", "failed to parse field [\(name)]", at: place, cause: cause), call)
    }

    /// An error in the conditions, which is the cause of that of the whole body.
    private static func outer(_ name: String, _ inner: ElasticError, _ call: Call) -> ElasticError {
        let place = SourceMap(call.body).value("conditions", name)
        var error = parsing("rollover", "failed to parse field [conditions]", at: place, cause: inner)
        let root = inner.causes.first.flatMap { $0.type == "parse_exception" ? $0 : nil } ?? inner
        error.rootCauses = [ElasticError(root.type, root.reason)]
        return error
    }

    /// Lets the alias mean the new index, for writing alone where it says which index is written to.
    private static func moveAlias(_ alias: String, from old: String, to new: String, _ state: inout ClusterState) {
        guard var definition = state.indices[old]?.aliases[alias] else { return }
        let isExplicit = definition.isWriteIndex == true
        definition.isWriteIndex = isExplicit ? true : nil
        state.indices.change(new) { [definition] in $0.aliases[alias] = definition }
        state.indices.change(old) { index in
            var aliases = index.aliases
            if isExplicit { aliases[alias]?.isWriteIndex = false } else { aliases[alias] = nil }
            index.change(aliases: aliases)
        }
    }

    private static func answer(
        _ old: String, _ new: String, _ conditions: [Condition], acknowledged: Bool, rolledOver: Bool, isDry: Bool,
        _ call: Call
    ) -> Answer {
        var object = JSONObject([
            ("acknowledged", .bool(acknowledged)), ("shards_acknowledged", .bool(acknowledged)),
            ("old_index", .string(old)), ("new_index", .string(new)), ("rolled_over", .bool(rolledOver)),
            ("dry_run", .bool(isDry)),
        ])
        if call.profile.has(.rolloverMayBeLazy) { object.append("lazy", false) }
        object.append("conditions", .object(JSONObject(conditions.map { ($0.name, .bool($0.holds)) })))
        var answer = Answer(.object(object))
        answer.didNothing = !rolledOver
        return answer
    }
}
