import ElasticRequests
import OrderedJSON
import RunbookModel

/// A member by which a response says that something failed, although its status says success.
struct ResponseSign: Sendable {
    /// The member; an expectation that mentions it silences the sign.
    let field: String
    /// The member of a body without which it says nothing; nil where it looks at others, too.
    let needed: String?
    /// Whether it is only told, and fails nothing.
    let isWarning: Bool
    /// What the response says by it, as a phrase; nil when it does not.
    let message: @Sendable (JSON) -> String?
    /// Whether it means something in the response to a request.
    let concerns: @Sendable (ElasticRequest) -> Bool

    private init(
        _ field: String, needing needed: String? = nil, isWarning: Bool = false,
        concerns: @escaping @Sendable (ElasticRequest) -> Bool = { _ in true },
        _ message: @escaping @Sendable (JSON) -> String?
    ) {
        self.field = field
        self.needed = needed
        self.isWarning = isWarning
        self.concerns = concerns
        self.message = message
    }

    /// A sign that looks at the member itself.
    static func member(
        _ field: String, isWarning: Bool = false, _ message: @escaping @Sendable (JSON) -> String?
    ) -> ResponseSign {
        let path = field.split(separator: ".").map(String.init)
        return ResponseSign(field, needing: path.first, isWarning: isWarning) { body in
            var value = body
            for name in path {
                guard let next = value[name] else { return nil }
                value = next
            }
            return message(value)
        }
    }

    /// A sign that looks at the whole body.
    static func body(
        _ field: String, concerns: @escaping @Sendable (ElasticRequest) -> Bool = { _ in true },
        _ message: @escaping @Sendable (JSON) -> String?
    ) -> ResponseSign {
        ResponseSign(field, concerns: concerns, message)
    }

    /// `false` says that what was asked for is not so.
    static func denial(_ field: String, _ message: String) -> ResponseSign {
        member(field) { says(false, $0) ? message : nil }
    }

    /// Whether a value is this truth value, or the text of it.
    static func says(_ flag: Bool, _ value: JSON?) -> Bool {
        value?.bool == flag || value?.string == (flag ? "true" : "false")
    }

    /// Whether an object is an index, policy, repository or the like that has the name of a member.
    static func isDefinition(_ object: JSONObject) -> Bool { !definitions.isDisjoint(with: object.names) }

    private static let definitions: Set<String> = [
        "aliases", "mappings", "settings", "policy", "template", "index_patterns", "processors", "username", "cluster",
        "shards", "modified_date", "warmers",
    ]

    /// One of some words says that it failed.
    static func word(_ field: String, _ words: Set<String>, _ what: String) -> ResponseSign {
        member(field) { value in
            guard let word = value.string, words.contains(word) else { return nil }
            return "\(what) is \(word)"
        }
    }

    /// Members of an object, or elements of a list, that fail a test; the reason is that of the first.
    static func parts(
        _ field: String, of list: String, _ what: String, where fails: @escaping @Sendable (JSON) -> Bool
    ) -> ResponseSign {
        ResponseSign("\(list).\(field)", needing: list) { body in
            let parts = ResponseSign.parts(body[list])
            let failed = parts.filter(fails)
            guard let first = failed.first else { return nil }
            let cause = first["exception"] ?? first["reload_exception"] ?? first["error"]
            return "\(failed.count) of \(parts.count) \(what)"
                + (cause.flatMap(reason).map { ", the first: \($0)" } ?? "")
        }
    }

    /// A number above 0 counts what failed.
    ///
    /// - Parameter single: What is said of one.
    static func count(
        _ field: String, of total: String? = nil, isWarning: Bool = false,
        concerns: @escaping @Sendable (ElasticRequest) -> Bool = { _ in true }, one single: String? = nil,
        _ what: String
    ) -> ResponseSign {
        let path = field.split(separator: ".").map(String.init)
        return ResponseSign(field, needing: path.first, isWarning: isWarning, concerns: concerns) { body in
            guard let holder = path.dropLast().reduce(body, { $0?[$1] }), let name = path.last,
                let count = holder[name].flatMap({ $0.number ?? $0.string.flatMap(JSONNumber.init(text:)) }),
                count.double > 0
            else { return nil }
            let all = total.flatMap { holder[$0]?.int }.map { " of \($0)" } ?? ""
            let words = count.text == "1" && all.isEmpty ? single ?? what : what
            return "\(Excerpt.text(count.text, atMost: 30))\(all) \(words)"
        }
    }

    /// A list that is not empty, or `true`, tells what failed.
    static func failures(_ field: String) -> ResponseSign {
        member(field) { value in
            let hasParts = value.object.map { !$0.isEmpty && !isDefinition($0) } ?? false
            if says(true, value) || hasParts { return "a part of it failed" }
            guard let list = value.array, let first = list.first else { return nil }
            return "\(list.count) failed" + theFirst(first)
        }
    }

    /// Elements of a list have an error of their own.
    static func items(_ list: String, _ what: String) -> ResponseSign {
        ResponseSign("\(list).error", needing: list) { body in
            guard let elements = body[list]?.array else { return nil }
            let errors = elements.compactMap { element in
                element["error"].flatMap { $0.isNull ? nil : $0 }
            }
            guard let first = errors.first else { return nil }
            return "\(errors.count) of \(elements.count) \(what) failed"
                + theFirst(first)
        }
    }

    /// The reason of the first of several errors, as the end of a sentence.
    static func theFirst(_ error: JSON) -> String { reason(in: error).map { ", the first: \($0)" } ?? "" }

    /// The reason in an error, short enough for a line.
    static func reason(in error: JSON) -> String? {
        let cause = [error["cause"], error["error"], error["reason"]].compactMap(\.self).first { $0.object != nil }
        let text =
            error["reason"]?.string ?? cause?["reason"]?.string ?? cause?["type"]?.string ?? error["type"]?.string
            ?? error["msg"]?.string ?? error["failure_message"]?.string ?? error.string
        return text.map { Excerpt.text($0, atMost: 300) }
    }
}
