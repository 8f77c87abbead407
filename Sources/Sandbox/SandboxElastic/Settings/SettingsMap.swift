internal import OrderedJSON

/// Settings by their full dotted names, as a server keeps them: every value is text or a list of texts.
struct SettingsMap: Sendable, Hashable {
    /// A value; `null` takes a setting away.
    enum Value: Sendable, Hashable {
        case text(String)
        case list([String])
        case null

        /// The value as one text; a list is joined with commas.
        var text: String? {
            switch self {
            case .text(let text): text
            case .list(let list): list.joined(separator: ",")
            case .null: nil
            }
        }

        var json: JSON {
            switch self {
            case .text(let text): .string(text)
            case .list(let list): .array(list.map { .string($0) })
            case .null: .null
            }
        }
    }

    private(set) var values: [String: Value] = [:]

    init() {}

    /// Reads settings from nested or dotted names, or a mixture.
    init(_ json: JSON) { add(json, at: "") }

    private mutating func add(_ json: JSON, at name: String) {
        switch json {
        case .object(let object):
            for member in object.members {
                add(member.value, at: name.isEmpty ? member.name : "\(name).\(member.name)")
            }
        case .array(let elements): values[name] = .list(elements.map { SettingsMap.text($0) })
        case .null: values[name] = .null
        default: values[name] = .text(SettingsMap.text(json))
        }
    }

    private static func text(_ json: JSON) -> String { json.string ?? json.text() }

    var isEmpty: Bool { values.isEmpty }
    /// The names, sorted.
    var names: [String] { values.keys.sorted() }

    subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// The text of a setting; nil when it is not set.
    func text(_ name: String) -> String? { values[name]?.text }

    /// The same settings with `prefix` before the names that lack it.
    func prefixed(_ prefix: String) -> SettingsMap {
        var result = SettingsMap()
        for (name, value) in values { result[name.hasPrefix(prefix) ? name : prefix + name] = value }
        return result
    }

    /// What of it has a name that one of the patterns matches.
    func filtered(_ patterns: [String]) -> SettingsMap {
        var result = self
        result.values = values.filter { entry in patterns.contains { Wildcard.matches($0, entry.key) } }
        return result
    }

    /// Takes over the changes: a value replaces, `null` removes, also by a pattern with `*`.
    mutating func apply(_ changes: SettingsMap) {
        for (name, value) in changes.values {
            if value != .null {
                values[name] = value
            } else if name.contains("*") {
                values = values.filter { !Wildcard.matches(name, $0.key) }
            } else {
                values[name] = nil
            }
        }
    }

    /// The settings as an object: dotted names, or objects in objects.
    func json(flat: Bool) -> JSON {
        var object = JSONObject()
        for name in names {
            guard let value = values[name] else { continue }
            if flat {
                object.append(name, value.json)
            } else {
                SettingsMap.insert(value.json, at: name.split(separator: ".").map(String.init)[...], into: &object)
            }
        }
        return .object(object)
    }

    private static func insert(_ value: JSON, at path: ArraySlice<String>, into object: inout JSONObject) {
        guard let first = path.first else { return }
        if path.count == 1 {
            object[first] = value
            return
        }
        var inner = object[first]?.object ?? JSONObject()
        insert(value, at: path.dropFirst(), into: &inner)
        object[first] = .object(inner)
    }
}
