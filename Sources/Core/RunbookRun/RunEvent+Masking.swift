import OrderedJSON
package import RunbookModel

extension RunEvent {
    /// The event without secrets: what goes into a journal, and from there into every report.
    ///
    /// Every text in it is masked but those that are written here: names, places and hashes that a run is found and gone
    /// on with, and public values, of which the same text may be a secret elsewhere. So a new member is masked until
    /// somebody decides otherwise.
    package func masked(by masker: Masker) -> RunEvent {
        if masker.isEmpty { return self }
        let data = data
        let text = data.text()
        if masker.masked(text) == text { return self }
        let masked = RunEvent(kind: kind, data: RunEvent.masked(data, in: kind, by: masker))
        if case .unknown = masked { return self }
        return masked
    }

    /// Members that stay as they are, whatever is in them.
    private static let kept: Set<String> = [
        "step", "id", "name", "target", "check", "unless", "by", "via", "user", "host", "tool", "kind", "kinds",
        "effect", "role", "applied", "state", "digest", "sha256", "code", "document", "fixture", "environment",
        "parameters", "properties", "plugins", "plan", "values", "typed", "section",
    ]

    private static func masked(_ json: JSON, in kind: String, by masker: Masker) -> JSON {
        switch json {
        case .string(let text): .string(masker.masked(text))
        case .array(let elements): .array(elements.map { masked($0, in: kind, by: masker) })
        case .object(let object):
            .object(
                JSONObject(
                    object.map { member in
                        (
                            member.name,
                            stays(member, in: kind) ? member.value : masked(member.value, in: kind, by: masker)
                        )
                    }))
        case .null, .bool, .number: json
        }
    }

    /// Whether a member stays as it is; some names are those of a word in one event and of more in another.
    private static func stays(_ member: JSONObject.Member, in kind: String) -> Bool {
        switch member.name {
        case "targets": member.value.array?.allSatisfy { $0.string != nil } ?? true
        case "answer": member.value.string != nil
        case "reason": kind == "step-skipped"
        default: kept.contains(member.name)
        }
    }
}
