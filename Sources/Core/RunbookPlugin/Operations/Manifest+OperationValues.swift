package import OrderedJSON
import RunbookModel

extension Manifest.Operation {
    /// Why a block cannot be used with its values filled in, for people; nil when it can.
    ///
    /// The check before a run reads what is written, and a value may be anything; both ask for the same. Fields of
    /// responses need two liberties: a number or a boolean may be a text, and null is a key that was omitted.
    package func problem(with block: JSONObject) -> String? {
        for member in block {
            guard let key = keys.first(where: { $0.name == member.name }) else {
                return Manifest.Operation.unknown(member.name, in: "`\(name)`", among: keys)
            }
            if let problem = key.problem(with: member.value, as: key.name) { return problem }
        }
        return nil
    }

    fileprivate static func unknown(_ name: String, in owner: String, among keys: [Key]) -> String {
        "\(owner) has no key `\(VisibleText.visible(Excerpt.text(name, atMost: 60)))`; "
            + Suggestion.help(for: name, among: keys.map(\.name), noun: "key")
    }
}

extension Manifest.Operation.Key {
    /// What is wrong with the value of the key; nil when it can be used.
    ///
    /// - Parameter path: The names down to the key, with a point between them.
    fileprivate func problem(with value: JSON, as path: String) -> String? {
        if value.isNull { return isRequired ? "`\(path)` is empty: give it a value" : nil }
        return self.value.problem(with: value, as: path)
    }
}

extension Manifest.Operation.Value {
    /// What it is, for people.
    package var noun: String {
        switch self {
        case .scalar(let schema): schema.kind.map { "a value of the type \($0.rawValue)" } ?? "a single value"
        case .list: "a list"
        case .object, .map: "a mapping"
        case .any: "a value"
        }
    }

    fileprivate func problem(with value: JSON, as path: String) -> String? {
        func unfit(_ problem: String) -> String { "`\(path)` has an invalid value: \(problem)" }
        switch (self, value) {
        case (.any, _): return nil
        case (.scalar(let schema), .string), (.scalar(let schema), .number), (.scalar(let schema), .bool):
            if schema.kind == .string, value.bool != nil {
                return unfit("it is a boolean, not a string: write it in quotes, `\"${...}\"`")
            }
            return schema.problems(with: Manifest.Operation.Value.read(value, as: schema)).first.map(unfit)
        case (.list(let element), .array(let elements)):
            for (index, value) in elements.enumerated() {
                if let problem = element.problem(with: value, as: "\(path)[\(index)]") { return problem }
            }
            return nil
        case (.object(let keys), .object(let members)):
            for member in members {
                guard let key = keys.first(where: { $0.name == member.name }) else {
                    return Manifest.Operation.unknown(member.name, in: "`\(path)`", among: keys)
                }
                if let problem = key.problem(with: member.value, as: "\(path).\(key.name)") { return problem }
            }
            let missing = keys.first { $0.isRequired && members[$0.name] == nil }
            return missing.map { "`\(path)` needs the key `\($0.name)`" }
        case (.map(let element), .object(let members)):
            for member in members {
                if let problem = element.problem(with: member.value, as: path) { return problem }
            }
            return nil
        case (.list, _):
            return unfit("it is \(JSON.withArticle(value)), not a list: write `[${...}]` for a list of one")
        default: return unfit("it is \(JSON.withArticle(value)), not \(noun)")
        }
    }

    /// The value that is held against a schema: a number where a text is meant is its text, and the other way round.
    private static func read(_ value: JSON, as schema: ParameterSchema) -> JSON {
        switch (schema.kind, value) {
        case (.string, .number): return .string(value.text())
        case (.integer, .string(let text)), (.number, .string(let text)), (.boolean, .string(let text)):
            guard let kind = schema.kind, let read = schema.value(of: text), kind.admits(read) else { return value }
            return read
        default: return value
        }
    }
}
