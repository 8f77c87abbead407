package import OrderedJSON
package import RunbookModel
package import RunbookPlugin

/// The one line that a plugin gets on its standard input.
package struct WireRequest: Sendable {
    /// What is asked.
    package let call: Manifest.Call
    /// The action; nil for a look at a target.
    package let action: Action?
    /// Where it goes.
    package let target: Target
    /// The time the plugin has.
    package let timeout: Duration

    /// Makes a request.
    package init(_ call: Manifest.Call, action: Action? = nil, target: Target, timeout: Duration) {
        self.call = call
        self.action = action
        self.target = target
        self.timeout = timeout
    }

    /// The request as JSON; credentials are in it, so it is for the wire only.
    package var json: JSON {
        var object = JSONObject([
            ("protocol", .number(JSONNumber(Manifest.currentProtocol))), ("call", .string(call.rawValue)),
            ("timeout_ms", .number(JSONNumber(timeout.inMilliseconds))),
        ])
        if let action { object.append("action", WireRequest.json(of: action)) }
        object.append("target", WireRequest.json(of: target))
        return .object(object)
    }

    private static func json(of action: Action) -> JSON {
        [
            "step": .string(action.step), "index": .number(JSONNumber(action.index)),
            "effect": .string(action.effect.rawValue), "title": .string(action.title),
            "language": .string(action.field("language") ?? ""), "body": .string(action.field("body") ?? ""),
            "values": values(of: action, prefix: ActionFields.value),
            "keys": values(of: action, prefix: ActionFields.key), "token": .string(action.token),
        ]
    }

    /// The parts of an action whose names begin in a way, each of them JSON.
    private static func values(of action: Action, prefix: String) -> JSON {
        var object = JSONObject()
        for field in action.fields where field.name.hasPrefix(prefix) {
            let value = (try? JSON(parsing: field.value)) ?? .string(field.value)
            object.append(String(field.name.dropFirst(prefix.count)), value)
        }
        return .object(object)
    }

    private static func json(of target: Target) -> JSON {
        let secrets = target.secrets.sorted { $0.key < $1.key }.map { ($0.key, JSON.string($0.value.reveal())) }
        return [
            "name": .string(target.name), "kind": .string(target.kind), "properties": .object(target.properties),
            "settings": .object(target.settings), "requirements": .object(target.requirements),
            "secrets": .object(JSONObject(secrets)),
        ]
    }

    /// The plugin's whole environment.
    ///
    /// It says where programs are, and what is public of the target, for plugins that are shell scripts. Secrets and what fills a step are on standard input only.
    package func environment(home: String?) -> [String: String] {
        var variables = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
            // A plugin that was accepted by its hash must not change by being used.
            "PYTHONDONTWRITEBYTECODE": "1", "RUNBOOK_CALL": call.rawValue,
        ]
        variables["HOME"] = home
        variables["RUNBOOK_STEP"] = action?.step ?? ""
        // By which what it leaves behind is found again.
        if let token = action?.token, !token.isEmpty { variables["RUNBOOK_BLOCK"] = token }
        for settings in [target.properties, target.settings] {
            for member in settings {
                guard let text = WireRequest.plain(member.value), !text.utf8.contains(0) else { continue }
                variables["RUNBOOK_TARGET_" + member.name.uppercased()] = text
            }
        }
        return variables
    }

    private static func plain(_ value: JSON) -> String? {
        switch value {
        case .string(let text): text
        case .number, .bool: value.text()
        case .null, .array, .object: nil
        }
    }
}

/// How the parts of an action of an external handler are named.
package enum ActionFields {
    static let key = "key."
    static let value = "value."
}
