import OrderedJSON
import RunbookModel

/// What rules look for in a request beside its method and path.
///
/// A body that is not JSON, or not yet, is searched as text, to be on the safe side.
struct RequestMarks {
    private let request: ElasticRequest
    /// Where a server looks for a body: in the body, else in a parameter.
    private let body: String

    init(_ request: ElasticRequest) {
        self.request = request
        body = request.body ?? request.parameters.last { $0.name == "source" }?.value ?? ""
    }

    /// Whether the request has a mark.
    func has(_ mark: EffectRule.Mark) -> Bool {
        switch mark {
        case .bulkAction(let name): hasBulkAction(name)
        case .aliasAction(let name): hasAliasAction(name)
        case .deletingScript:
            hasText("script")
                && documents.contains { document in
                    document.json.map(DeletingScript.isIn) ?? DeletingScript.deletes(Array(document.text))
                }
        case .deletingStatement: hasDeletingStatement
        case .removingPatch:
            hasText("remove") && isIn { $0["op"]?.string == "remove" }
        case .nextPhase(let phase):
            hasText(phase) && isIn { $0["phase"]?.string == phase }
        case .setting(let name):
            hasText(name) && isIn { $0[name].map(RequestMarks.isOn) ?? false }
                || request.parameters.contains { $0.name == name && $0.value != "false" }
        }
    }

    /// Whether a document has what is looked for in one of its objects, or is not JSON.
    private func isIn(_ test: (JSON) -> Bool) -> Bool {
        documents.contains { document in document.json.map { RequestMarks.isIn($0, test) } ?? true }
    }

    private static func isIn(_ value: JSON, _ test: (JSON) -> Bool) -> Bool {
        switch value {
        case .array(let elements): elements.contains { isIn($0, test) }
        case .object(let members): test(value) || members.contains { isIn($0.value, test) }
        default: false
        }
    }

    private static func isOn(_ value: JSON) -> Bool {
        value.bool != false && value.string != "false" && !value.isNull
    }

    private func hasText(_ text: String) -> Bool { body.utf8.holds(text.utf8) }

    /// The body as one document, else as one a line.
    private var documents: [(text: Substring.UTF8View, json: JSON?)] {
        if let json = try? JSON(parsing: body) { return [(body[...].utf8, json)] }
        return lines.map { ($0, try? JSON(bytes: Array($0))) }
    }

    private var lines: [Substring.UTF8View] { body.utf8.split(separator: 0x0A).map { Substring($0).utf8 } }

    private func hasBulkAction(_ name: String) -> Bool {
        var isSource = false
        for line in lines {
            if isSource {
                isSource = false
                continue
            }
            guard let action = try? JSON(bytes: Array(line)), let members = action.object else {
                if line.holds("\"\(name)\"".utf8) { return true }
                continue
            }
            if members.names.contains(name) { return true }
            isSource = !members.names.contains("delete")
        }
        return false
    }

    private func hasAliasAction(_ name: String) -> Bool {
        guard let json = try? JSON(parsing: body) else { return hasText("\"\(name)\"") }
        return json["actions"]?.array?.contains { $0[name] != nil } ?? false
    }

    /// Whether an SQL statement, in the body or in a parameter, is one that deletes.
    private var hasDeletingStatement: Bool {
        let inBody = documents.map { $0.json?["query"]?.string ?? String($0.text) ?? "" }
        let inQuery = request.parameters.filter { ["sql", "query"].contains($0.name) }.map(\.value)
        return (inBody + inQuery).contains { statement in
            let word = RequestMarks.withoutComments(statement.utf8[...]).prefix(6)
            return word.map { $0 | 0x20 }.elementsEqual("delete".utf8)
        }
    }

    /// The statement from its first word on.
    private static func withoutComments(_ statement: Substring.UTF8View) -> Substring.UTF8View {
        var rest = statement
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ";") }
            let end: Range<Substring.UTF8View.Index>?
            if rest.starts(with: "/*".utf8) {
                end = rest.firstRange(of: "*/".utf8)
            } else if rest.starts(with: "--".utf8) || rest.first == UInt8(ascii: "#") {
                end = rest.firstRange(of: "\n".utf8)
            } else {
                return rest
            }
            guard let end else { return rest[rest.endIndex...] }
            rest = rest[end.upperBound...]
        }
    }
}
