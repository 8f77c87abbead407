package import OrderedJSON
package import RunbookModel
import YAML

/// What takes the resources back that a run made.
extension AlicloudHandler {
    package func canUndo(_ action: ActionTemplate) -> Bool {
        guard let name = action.fields.first(where: { $0.name == "operation" })?.template.literal,
            case .resource? = CloudOperation(name)
        else { return false }
        return action.title.literal?.hasPrefix("delete ") != true
    }

    /// The removal of what the action made: of the whole resource, or of the elements that it added to a list.
    ///
    /// What was there before stays, and what the action changed of it cannot be taken back.
    package func undo(of action: Action, response: JSON) -> Action? {
        guard let name = action.field("operation"), case .resource(let kind)? = CloudOperation(name),
            let body = action.field("body"), let node = try? YAMLNode(bytes: Array(body.utf8)),
            var keys = node.json.object, keys["state"]?.string != "absent"
        else { return nil }
        // What did not finish has no response; what was seen before it tells.
        let added = (response["added"] ?? action.before?.details?["added"])?.array ?? []
        let isMade = response["created"].map { $0 == true } ?? action.before?.isAbsent ?? false
        guard isMade || !added.isEmpty else { return nil }
        for subset in kind.subsets { keys[subset] = .array(added) }
        // Somebody may have made another of the same name since. An empty key has chosen nothing.
        var made = JSONObject()
        for name in kind.foundNames where [nil, .null, ""].contains(keys[name]) {
            keys[name] = nil
            if let value = response[name], !value.isNull { made[name] = value }
        }
        keys[CloudTask.made] = .object(made)
        keys["state"] = "absent"
        return Action(
            step: action.step, target: action.target, index: action.index, effect: .destroy,
            title: "delete \(name)",
            fields: [Action.Field("operation", name), Action.Field("body", JSON.object(keys).text())],
            token: action.token)
    }
}
