import OrderedJSON
import RunbookModel

/// What rules look for in a request beside its method and path.
///
/// A body that is not JSON, or not yet, is searched as text, to be on the safe side. Names and texts are compared as a
/// server reads them: without their escapes. A name that is there twice counts each time.
struct RequestMarks {
    private let request: ElasticRequest
    /// Where a server looks for a body: in the body, else in a parameter.
    private let body: String
    /// The body with each escape of a character replaced by it, for what is searched as text; nil when it has none.
    private let plain: [UInt8]?

    init(_ request: ElasticRequest) {
        self.request = request
        let sent = request.body.flatMap { body in body.utf8.allSatisfy { $0 <= 0x20 } ? nil : body }
        body = sent ?? request.parameters.last { $0.name == "source" }?.value ?? ""
        plain = body.utf8.contains(UInt8(ascii: "\\")) ? EscapedText.plain(body.utf8) : nil
    }

    /// Whether the request has a mark.
    func has(_ mark: EffectRule.Mark) -> Bool {
        switch mark {
        case .bulkAction(let name): hasBulkAction(name)
        case .aliasAction(let name): hasText(name) && isIn { RequestMarks.values(of: name, in: $0).first != nil }
        case .deletingScript:
            hasText("script")
                && documents.contains { document in
                    document.json.map(DeletingScript.isIn) ?? DeletingScript.deletes(quotedIn: document.text)
                }
        case .deletingStatement: hasDeletingStatement
        case .removingPatch:
            hasText("remove") && isIn { RequestMarks.values(of: "op", in: $0).contains("remove") }
        case .nextPhase(let phase):
            hasText(phase) && isIn { RequestMarks.values(of: "phase", in: $0).contains(.string(phase)) }
        case .setting(let name):
            hasText(name) && isIn { RequestMarks.values(of: name, in: $0).contains(where: RequestMarks.isOn) }
                || request.parameters.contains { $0.name == name && $0.value != "false" }
        }
    }

    /// Whether a document has what is looked for in one of its objects, or is not JSON.
    private func isIn(_ test: (JSONObject) -> Bool) -> Bool {
        documents.contains { document in document.json.map { RequestMarks.isIn($0, test) } ?? true }
    }

    private static func isIn(_ value: JSON, _ test: (JSONObject) -> Bool) -> Bool {
        switch value {
        case .array(let elements): elements.contains { isIn($0, test) }
        case .object(let members): test(members) || members.contains { isIn($0.value, test) }
        default: false
        }
    }

    /// Each value that a name has in an object.
    private static func values(of name: String, in members: JSONObject) -> [JSON] {
        members.filter { $0.name == name }.map(\.value)
    }

    private static func isOn(_ value: JSON) -> Bool {
        value.bool != false && value.string != "false" && !value.isNull
    }

    private func hasText(_ text: String) -> Bool { plain?.holds(text.utf8) ?? body.utf8.holds(text.utf8) }

    /// The body as one document, else as one a line; the text of each is without escapes.
    private var documents: [(text: [UInt8], json: JSON?)] {
        if let json = try? JSON(parsing: body) { return [(plain ?? Array(body.utf8), json)] }
        return body.utf8.split(separator: 0x0A).map { line in
            (EscapedText.plain(line), try? JSON(bytes: Array(line)))
        }
    }

    /// Whether a line that is an action is of a kind, where a server may take it for one.
    private func hasBulkAction(_ name: String) -> Bool {
        var isSource = false
        // An empty line between actions is nothing, and behind an action it is the document.
        for line in body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if isSource {
                isSource = false
                continue
            }
            guard let action = try? JSON(bytes: Array(line)), let members = action.object else {
                if EscapedText.plain(line).holds(name.utf8) { return true }
                continue
            }
            if members.names.contains(name) { return true }
            isSource = !members.names.contains("delete")
        }
        return false
    }

    /// The first words of statements that delete rows or whole tables.
    private static let deletingWords = ["delete", "drop", "truncate", "vacuum"]

    /// Whether an SQL statement, in the body or in a parameter, is one that deletes.
    private var hasDeletingStatement: Bool {
        let inBody = documents.flatMap { document -> [[UInt8]] in
            guard let members = document.json?.object else { return [document.text] }
            return RequestMarks.values(of: "query", in: members).compactMap(\.string).map { Array($0.utf8) }
        }
        let inQuery = request.parameters.filter { ["sql", "query"].contains($0.name) }.map { Array($0.value.utf8) }
        return (inBody + inQuery).contains { RequestMarks.deletes($0) }
    }

    private static func deletes(_ statement: [UInt8]) -> Bool {
        let rest = withoutComments(statement[...])
        let lower = rest.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        // An object that is not JSON: what its statement is cannot be told.
        if lower.first == UInt8(ascii: "{") || lower.first == UInt8(ascii: "\"") {
            return deletingWords.contains { lower.holds($0.utf8) }
        }
        return deletingWords.contains { word in
            lower.starts(with: word.utf8)
                && lower.dropFirst(word.utf8.count).first.map { !(0x61...0x7A).contains($0) && $0 != 0x5F } ?? true
        }
    }

    /// The statement from its first word on.
    private static func withoutComments(_ statement: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = statement
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ";") }
            let end: Int?
            if rest.starts(with: "/*".utf8) {
                end = rest.firstIndex(of: "*/".utf8).map { $0 + 2 }
            } else if rest.starts(with: "--".utf8) || rest.first == UInt8(ascii: "#") {
                end = rest.firstIndex(of: 0x0A).map { $0 + 1 }
            } else {
                return rest
            }
            guard let end else { return rest[rest.endIndex...] }
            rest = rest[end...]
        }
    }
}
