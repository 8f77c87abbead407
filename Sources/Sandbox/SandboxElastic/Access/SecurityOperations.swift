internal import OrderedJSON
internal import SandboxWorld

/// The API by which users, roles, mappings, groups of actions and tenants are kept.
enum SecurityOperations {
    /// An operation on one kind of the things that are kept.
    typealias KindOperation = @Sendable (SecurityKind, Call, inout ClusterState) throws(ElasticError) -> Answer

    /// Whether a request is answered without a user.
    static func isPublic(_ request: SandboxRequest) -> Bool {
        request.path.hasSuffix("/_security/health") && request.method == "GET"
    }

    static func getAll(_ kind: SecurityKind, _ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if let refusal = refusal(call) { return refusal }
        let all = state.security?.all(kind) ?? []
        return Answer(.object(JSONObject(all.map { ($0.name, $0.entry.json) })))
    }

    static func get(_ kind: SecurityKind, _ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if let refusal = refusal(call) { return refusal }
        let name = call.arguments["name"] ?? ""
        guard let entry = state.security?[kind, name] else { return notFound(name) }
        return Answer(.object(JSONObject([(name, entry.json)])))
    }

    static func put(_ kind: SecurityKind, _ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if let refusal = refusal(call) { return refusal }
        let name = call.arguments["name"] ?? ""
        let old = state.security?[kind, name]
        if let refusal = reserved(old, name) { return refusal }
        guard !call.body.isEmpty else {
            return refused(["status": "error", "reason": "Request body required for this action."])
        }
        guard let body = (try? JSON(bytes: call.body))?.object else {
            return refused(["status": "error", "reason": "Could not parse content of request."])
        }
        if let problem = SecurityBody.problem(body, kind, name, isNew: old == nil, call.profile.securityProduct) {
            return refused(problem)
        }
        store(body, as: name, kind, over: old, &state)
        return old == nil
            ? message(201, "CREATED", "'\(name)' created.") : message(200, "OK", "'\(name)' updated.")
    }

    static func delete(_ kind: SecurityKind, _ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if let refusal = refusal(call) { return refusal }
        let name = call.arguments["name"] ?? ""
        guard let old = state.security?[kind, name] else { return notFound(name) }
        if let refusal = reserved(old, name) { return refusal }
        state.security?[kind, name] = nil
        return message(200, "OK", "'\(name)' deleted.")
    }

    static func patch(_ kind: SecurityKind, _ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        if let refusal = refusal(call) { return refusal }
        let name = call.arguments["name"] ?? ""
        guard let old = state.security?[kind, name] else { return notFound(name) }
        if let refusal = reserved(old, name) { return refusal }
        guard let operations = (try? JSON(bytes: call.body))?.array,
            let members = SecurityPatch.apply(operations, to: old.members)
        else { return refused(["status": "error", "reason": "The request body is not a valid patch."]) }
        if let problem = SecurityBody.problem(members, kind, name, isNew: false, call.profile.securityProduct) {
            return refused(problem)
        }
        store(members, as: name, kind, over: old, &state)
        return message(200, "OK", "'\(name)' updated.")
    }

    static func patchAll(
        _ kind: SecurityKind, _ call: Call, _ state: inout ClusterState
    ) throws(ElasticError) -> Answer {
        if let refusal = refusal(call) { return refusal }
        let known = state.security?.all(kind) ?? []
        let before = JSONObject(known.map { ($0.name, JSON.object($0.entry.members)) })
        guard let operations = (try? JSON(bytes: call.body))?.array,
            let after = SecurityPatch.apply(operations, to: before)
        else { return refused(["status": "error", "reason": "The request body is not a valid patch."]) }
        for member in after.members where before[member.name] != member.value {
            let old = state.security?[kind, member.name]
            if let refusal = reserved(old, member.name) { return refusal }
            let body = member.value.object ?? JSONObject()
            let product = call.profile.securityProduct
            if let problem = SecurityBody.problem(body, kind, member.name, isNew: old == nil, product) {
                return refused(problem)
            }
        }
        for gone in known where after[gone.name] == nil {
            if let refusal = reserved(gone.entry, gone.name) { return refusal }
            state.security?[kind, gone.name] = nil
        }
        for member in after.members where before[member.name] != member.value {
            store(
                member.value.object ?? JSONObject(), as: member.name, kind, over: state.security?[kind, member.name],
                &state)
        }
        return message(200, "OK", "Resource updated.")
    }

    private static func store(
        _ body: JSONObject, as name: String, _ kind: SecurityKind, over old: SecurityEntry?, _ state: inout ClusterState
    ) {
        var members = body
        let password = body["password"]?.string ?? old?.password
        members["password"] = nil
        members["hash"] = nil
        var entry = SecurityEntry(kind, members)
        entry.password = kind == .users ? password : nil
        state.security?[kind, name] = entry
    }

    // MARK: - About the user who asks

    static func account(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let access = call.access else { return .acknowledged }
        let user = access.principal
        let entry = state.security?[.users, user.name]
        return Answer([
            "user_name": .string(user.name), "is_reserved": .bool(entry?.isReserved == true), "is_hidden": false,
            "is_internal_user": .bool(entry != nil), "user_requested_tenant": .null,
            "backend_roles": .array(user.backendRoles.map { .string($0) }), "custom_attribute_names": [],
            "tenants": tenants(of: access), "roles": .array(access.security.roles(of: user).map { .string($0) }),
        ])
    }

    static func changePassword(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let access = call.access, let body = (try? JSON(bytes: call.body))?.object else {
            return refused(["status": "error", "reason": "Could not parse content of request."])
        }
        let name = access.principal.name
        guard var entry = state.security?[.users, name] else { return notFound(name) }
        guard body["current_password"]?.string == entry.password else {
            return message(400, "BAD_REQUEST", "Could not validate your current password.")
        }
        guard let password = body["password"]?.string else {
            return refused([
                "status": "error", "reason": "Invalid configuration", "missing_mandatory_keys": ["keys": "password"],
            ])
        }
        if let problem = SecurityBody.passwordProblem(password, of: name, call.profile.securityProduct) {
            return refused(problem)
        }
        entry.password = password
        state.security?[.users, name] = entry
        return message(200, "OK", "'\(name)' updated.")
    }

    static func authenticated(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        guard let access = call.access else { return .acknowledged }
        let user = access.principal
        return Answer([
            "user": .string(user.text), "user_name": .string(user.name), "user_requested_tenant": .null,
            "remote_address": "127.0.0.1:38044", "backend_roles": .array(user.backendRoles.map { .string($0) }),
            "custom_attribute_names": [], "roles": .array(access.security.roles(of: user).map { .string($0) }),
            "tenants": tenants(of: access), "principal": .null, "peer_certificates": "0", "sso_logout_url": .null,
        ])
    }

    private static func tenants(of access: CallAccess) -> JSON {
        var object = JSONObject()
        if isAdministrator(access) {
            for (name, _) in access.security.all(.tenants) { object.append(name, true) }
        }
        object[access.principal.name] = true
        return .object(object)
    }

    static func health(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        Answer(["message": .null, "mode": "strict", "status": "UP"])
    }

    static func flush(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        refusal(call) ?? message(200, "OK", "Cache flushed successfully.")
    }

    // MARK: - Refusals

    private static func isAdministrator(_ access: CallAccess) -> Bool {
        let roles = access.security.roles(of: access.principal)
        return roles.contains("all_access") || roles.contains("security_rest_api_access")
    }

    /// The response to a user who may not use the API; nil for one who may.
    private static func refusal(_ call: Call) -> Answer? {
        guard let access = call.access, !isAdministrator(access) else { return nil }
        let roles = access.security.roles(of: access.principal).joined(separator: ", ")
        return message(
            403, "FORBIDDEN",
            "No permission to access REST API: User \(access.principal.name) with Security roles [\(roles)] does not have "
                + "any role privileged for admin access. No client TLS certificate found in request")
    }

    private static func reserved(_ entry: SecurityEntry?, _ name: String) -> Answer? {
        guard let entry, entry.isReserved || entry.isStatic else { return nil }
        return message(403, "FORBIDDEN", "Resource '\(name)' is \(entry.isStatic ? "static" : "reserved").")
    }

    private static func notFound(_ name: String) -> Answer {
        message(404, "NOT_FOUND", "Resource '\(name)' not found.")
    }

    private static func message(_ status: Int, _ word: String, _ text: String) -> Answer {
        Answer(status: status, ["status": .string(word), "message": .string(text)])
    }

    private static func refused(_ body: JSON) -> Answer { Answer(status: 400, body) }
}
