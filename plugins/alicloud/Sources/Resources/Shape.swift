import AlicloudContract
import OrderedJSON

/// Arguments with places for values.
enum Shape {
    /// The arguments with `$Name` replaced; nil for what has no value.
    static func filled(_ shape: JSON, _ values: JSONObject) -> JSON? {
        switch shape {
        case .string(let text) where text.hasPrefix("$"):
            let path = text.dropFirst().split(separator: ".").map(String.init)
            guard let value = value(at: path, in: .object(values)), !value.isNull else { return nil }
            return value
        case .array(let elements):
            let filled = elements.compactMap { self.filled($0, values) }
            // A list with one place for a list is that list.
            if elements.count == 1, filled.count == 1, elements[0].string?.hasPrefix("$") == true,
                filled[0].array != nil
            {
                return filled[0]
            }
            return filled.isEmpty && !elements.isEmpty ? nil : .array(filled)
        case .object(let members):
            var object = JSONObject()
            for member in members {
                if let value = filled(member.value, values) { object.append(member.name, value) }
            }
            return object.isEmpty && !members.isEmpty ? nil : .object(object)
        default: return shape
        }
    }

    /// The names that a shape has places for, without what is behind a point.
    static func names(in shape: JSON) -> [String] {
        switch shape {
        case .string(let text) where text.hasPrefix("$"): [String(text.dropFirst().prefix { $0 != "." })]
        case .array(let elements): elements.flatMap(names)
        case .object(let members): members.flatMap { names(in: $0.value) }
        default: []
        }
    }

    /// The value at a path of names; nil when it is not there.
    static func value(at path: [String], in json: JSON) -> JSON? {
        path.reduce(Optional(json)) { value, name in Int(name).map { value?[$0] } ?? value?[name] }
    }

    /// Whether a value that somebody wants is the one that is there.
    ///
    /// Objects may have more, lists have the same elements in any order, and a number may be written as text. A member may
    /// be deeper in what is there, as the address of a zone is in the list of its addresses.
    static func holds(_ wanted: JSON, in found: JSON?) -> Bool {
        guard let found else { return wanted == false || wanted.string == "" || wanted.array?.isEmpty == true }
        switch (wanted, found) {
        case (.object(let members), .object):
            return members.allSatisfy { member in
                if let own = found[member.name] { return holds(member.value, in: own) }
                let deeper = values(named: member.name, in: found)
                return deeper.isEmpty
                    ? holds(member.value, in: nil) : deeper.contains { holds(member.value, in: $0) }
            }
        case (.array(let wanted), .array(let found)):
            return wanted.count == found.count
                && wanted.allSatisfy { element in found.contains { holds(element, in: $0) } }
        case (.object, _), (.array, _), (_, .object), (_, .array): return false
        default:
            let (one, other) = (wanted.string ?? wanted.text(), found.string ?? found.text())
            return one == other || one.lowercased() == other.lowercased()
        }
    }

    /// The values of a name anywhere below a value.
    static func values(named name: String, in json: JSON) -> [JSON] {
        switch json {
        case .array(let elements): elements.flatMap { values(named: name, in: $0) }
        case .object(let members):
            members.flatMap { $0.name == name ? [$0.value] : values(named: name, in: $0.value) }
        default: []
        }
    }

    /// The part of a value that a field of a response can show.
    static func visible(_ wanted: JSON, in kind: CloudField.Kind) -> JSON {
        switch (wanted, kind) {
        case (.array(let elements), .list(let element)): return .array(elements.map { visible($0, in: element) })
        case (.object(let members), .object(let fields)):
            var shown = JSONObject()
            for member in members {
                if let field = fields.first(where: { $0.name == member.name }) {
                    shown.append(member.name, visible(member.value, in: field.kind))
                } else if hasField(member.name, in: fields) {
                    shown.append(member.name, member.value)
                }
            }
            return .object(shown)
        default: return wanted
        }
    }

    private static func hasField(_ name: String, in fields: [CloudField]) -> Bool {
        fields.contains { $0.name == name || hasField(name, in: $0.kind.fields) }
    }
}
