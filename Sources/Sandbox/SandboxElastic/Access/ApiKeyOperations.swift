internal import Digests
internal import OrderedJSON
internal import SandboxWorld

/// API keys of Elasticsearch's own security.
enum ApiKeyOperations {
    static func make(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        let known: Set<String> = ["name", "expiration", "role_descriptors", "metadata"]
        if let unknown = body.object?.names.first(where: { !known.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw .xContent("[api_key_request] unknown field [\(unknown)]", at: place)
        }
        guard let name = body["name"]?.string, !name.isEmpty else { throw .validation("api key name is required") }
        var expires: SandboxInstant?
        if let text = body["expiration"]?.string {
            guard let span = TimeValue.milliseconds(text) else {
                throw .illegalArgument("failed to parse setting [expiration] with value [\(text)] as a time value")
            }
            expires = SandboxInstant(milliseconds: call.now.milliseconds + span)
        }
        let key = ApiKey(
            id: call.makeIdentifier(20), name: name, secret: call.makeIdentifier(22),
            owner: call.access?.principal.name ?? "elastic", created: call.now, expires: expires)
        change(&state) { $0[key.id] = key }
        var answer = JSONObject([("id", .string(key.id)), ("name", .string(name))])
        if let expires { answer.append("expiration", JSON(expires.milliseconds)) }
        answer.append("api_key", .string(key.secret))
        if call.profile.has(.apiKeysAreEncoded) {
            answer.append("encoded", .string(Base64.encoded(Array("\(key.id):\(key.secret)".utf8))))
        }
        return Answer(.object(answer))
    }

    static func get(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let keys = all(state).filter { key in
            (call.query["id"].map { $0 == key.id } ?? true)
                && (call.query["name"].map { Wildcard.matches($0, key.name) } ?? true)
                && (call.query["username"].map { $0 == key.owner } ?? true)
        }
        return Answer(["api_keys": .array(keys.map { json($0) })])
    }

    static func invalidate(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if call.body.isEmpty { throw .bodyRequired }
        let body = try call.json()
        let wanted = Set((body["ids"]?.array?.compactMap(\.string) ?? []) + [body["id"]?.string].compactMap(\.self))
        let name = body["name"]?.string
        let user = body["username"]?.string
        if wanted.isEmpty, name == nil, user == nil, body["owner"]?.bool != true {
            throw .validation(
                "One of [api key id(s), api key name, username, realm name] must be specified if [owner] flag is false")
        }
        let found = all(state).filter { key in
            !key.isInvalidated && (wanted.isEmpty || wanted.contains(key.id)) && (name == nil || name == key.name)
                && (user == nil || user == key.owner)
        }
        change(&state) { keys in for key in found { keys[key.id]?.isInvalidated = true } }
        return Answer([
            "invalidated_api_keys": .array(found.map { .string($0.id) }), "previously_invalidated_api_keys": [],
            "error_count": 0,
        ])
    }

    static func authenticate(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let name = call.access?.principal.name ?? "elastic"
        let isKey = call.access?.principal.apiKey != nil
        let realm: JSON =
            isKey
            ? ["name": "_es_api_key", "type": "_es_api_key"] : ["name": "reserved", "type": "reserved"]
        return Answer([
            "username": .string(name), "roles": isKey ? [] : ["superuser"], "full_name": .null, "email": .null,
            "metadata": isKey ? [:] : ["_reserved": true], "enabled": true, "authentication_realm": realm,
            "lookup_realm": realm, "authentication_type": isKey ? "api_key" : "realm",
        ])
    }

    private static func all(_ state: ClusterState) -> [ApiKey] {
        (state.security?.keys ?? state.keys).values.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    }

    private static func change(_ state: inout ClusterState, _ body: (inout [String: ApiKey]) -> Void) {
        if var security = state.security {
            body(&security.keys)
            state.security = security
        } else {
            body(&state.keys)
        }
    }

    private static func json(_ key: ApiKey) -> JSON {
        var object = JSONObject([
            ("id", .string(key.id)), ("name", .string(key.name)), ("creation", JSON(key.created.milliseconds)),
        ])
        if let expires = key.expires { object.append("expiration", JSON(expires.milliseconds)) }
        object.append("invalidated", .bool(key.isInvalidated))
        object.append("username", .string(key.owner))
        object.append("realm", "reserved")
        return .object(object)
    }
}
