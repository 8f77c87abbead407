internal import OrderedJSON

/// Writes JSON as a server does for `?format=yaml`: strings in double quotes, lists at the depth of their name.
enum YAMLWriter {
    static func text(_ value: JSON) -> String {
        var result = "---"
        write(value, depth: 0, into: &result)
        return result + "\n"
    }

    private static func write(_ value: JSON, depth: Int, into result: inout String) {
        let indent = "\n" + String(repeating: "  ", count: depth)
        switch value {
        case .object(let object) where !object.isEmpty:
            for member in object.members {
                result += indent + member.name + ":"
                if case .array = member.value {
                    write(member.value, depth: depth, into: &result)
                } else {
                    write(member.value, depth: depth + 1, into: &result)
                }
            }
        case .array(let elements) where !elements.isEmpty:
            for element in elements {
                var item = ""
                write(element, depth: depth + 1, into: &item)
                let inner = indent + "  "
                result +=
                    indent + "- "
                    + (item.hasPrefix(inner) ? String(item.dropFirst(inner.count)) : String(item.drop { $0 == " " }))
            }
        case .object: result += " {}"
        case .array: result += " []"
        default: result += " " + value.text()
        }
    }
}
