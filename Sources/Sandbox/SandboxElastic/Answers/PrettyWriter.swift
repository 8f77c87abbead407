internal import OrderedJSON

/// Writes JSON as a server does for `?pretty`: two spaces deep, ` : ` behind names, `[ ]` and `{ }` when empty.
enum PrettyWriter {
    static func text(_ value: JSON) -> String {
        var result = ""
        write(value, depth: 0, into: &result)
        return result + "\n"
    }

    private static func write(_ value: JSON, depth: Int, into result: inout String) {
        switch value {
        case .array(let elements): write(elements.map { ("", $0) }, "[", "]", depth, into: &result)
        case .object(let object):
            write(object.members.map { (JSON.quoted($0.name) + " : ", $0.value) }, "{", "}", depth, into: &result)
        default: result += value.text()
        }
    }

    private static func write(
        _ items: [(prefix: String, value: JSON)], _ open: String, _ close: String, _ depth: Int,
        into result: inout String
    ) {
        if items.isEmpty {
            result += "\(open) \(close)"
            return
        }
        result += open
        for (index, item) in items.enumerated() {
            result += index == 0 ? "\n" : ",\n"
            result += String(repeating: "  ", count: depth + 1) + item.prefix
            write(item.value, depth: depth + 1, into: &result)
        }
        result += "\n" + String(repeating: "  ", count: depth) + close
    }
}
