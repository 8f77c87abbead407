/// Reads the contract's text, which `tools/alicloud-contract` writes.
///
/// A line that begins with two spaces continues the line before it. The first word of a line says what it is:
///
///     product NAME VERSION
///     action NAME EFFECT STYLE METHOD[|METHOD] PATH
///     query FIELD ...      parameters in the query
///     body FIELD ...       parameters in the body
///     raw                  the body is JSON of the caller's own making
///     returns FIELD ...    what the response has
///     scope SCOPE          the lines below are errors: STATUS CODE MESSAGE
///     retry PRODUCT.ACTION CODE ...
///     gone PRODUCT.ACTION CODE ...
///
/// A field is `NAME:KIND`, followed by what applies of `[]` (a list), `(A| B)` (the only values), `~` (sent as JSON)
/// and `!` (required). A kind is `s`, `i`, `b`, `o` and `x` (anything), `m` (a map), or `{FIELD ...}`.
enum ContractReader {
    /// The lines of the texts, joined where they were wrapped.
    static func lines(_ texts: [String]) -> [Substring] {
        texts.flatMap { text in
            var lines: [Substring] = []
            for line in text.split(separator: "\n") {
                if line.hasPrefix("  "), let last = lines.popLast() {
                    lines.append(last + line.dropFirst())
                } else {
                    lines.append(line)
                }
            }
            return lines
        }
    }

    /// A product and its actions.
    static func product(_ texts: [String]) -> CloudProduct {
        var name = ""
        var version = ""
        var drafts: [ActionDraft] = []
        for line in lines(texts) {
            let words = line.split(separator: " ", maxSplits: 1)
            let rest = words.count > 1 ? words[1] : ""
            switch words.first {
            case "product":
                let parts = rest.split(separator: " ").map(String.init)
                (name, version) = (parts[0], parts[1])
            case "action":
                drafts.append(ActionDraft(rest.split(separator: " ").map(String.init), product: name))
            case "query": drafts[drafts.count - 1].parameters += fields(rest, place: .query)
            case "body": drafts[drafts.count - 1].parameters += fields(rest, place: .body)
            case "raw": drafts[drafts.count - 1].hasRawBody = true
            case "returns": drafts[drafts.count - 1].response = fields(rest, place: .body)
            default: break
            }
        }
        let actions = drafts.map(\.action).map { ($0.name, $0) }
        return CloudProduct(name: name, version: version, actions: Dictionary(actions) { first, _ in first })
    }

    private static func fields(_ text: Substring, place: CloudField.Place) -> [CloudField] {
        var reader = FieldReader(text: text.utf8, place: place)
        return reader.fields()
    }

    /// The documented errors by scope.
    static func problems(_ texts: [String]) -> [String: [CloudProblem]] {
        var scope = ""
        var table: [String: [CloudProblem]] = [:]
        for line in lines(texts) {
            let words = line.split(separator: " ", maxSplits: 2)
            if words.first == "scope" {
                scope = String(words[1])
            } else if words.count > 1, let status = Int(words[0]) {
                let message = words.count > 2 ? String(words[2]) : String(words[1])
                table[scope, default: []].append(CloudProblem(String(words[1]), status: status, message: message))
            }
        }
        return table
    }

    /// Codes that pass by themselves, and codes that mean there is nothing left to do, by `product.Action`.
    static func repeats(_ texts: [String]) -> [String: (retry: Set<String>, gone: Set<String>)] {
        var table: [String: (retry: Set<String>, gone: Set<String>)] = [:]
        for line in lines(texts) {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 2 else { continue }
            let codes = Set(words.dropFirst(2))
            var row = table[words[1]] ?? ([], [])
            if words[0] == "retry" { row.retry = codes } else { row.gone = codes }
            table[words[1]] = row
        }
        return table
    }
}
