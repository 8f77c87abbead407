import OrderedJSON

/// JSON for people: what fits is on one line, and what is long or deep is folded away.
struct FoldedJSON {
    private static let most = (elements: 10, members: 40, depth: 5)

    /// The columns of a line.
    let width: Int
    /// Whether anything is folded away.
    let isFolded: Bool

    /// The text, of one or more lines.
    func text(_ json: JSON) -> String {
        lines(json, name: "", depth: 0, tail: "").joined(separator: "\n")
    }

    private func lines(_ json: JSON, name: String, depth: Int, tail: String) -> [String] {
        let margin = String(repeating: "  ", count: min(depth, 40))
        let start = margin + name
        if isFolded, depth >= Self.most.depth, let fold = fold(json) { return [start + fold + tail] }
        if let short = short(json, room: width - start.utf8.count - tail.utf8.count) { return [start + short + tail] }
        switch json {
        case .object(let object):
            let shown = isFolded ? object.members.prefix(Self.most.members) : object.members[...]
            let rest = object.count - shown.count
            return [start + "{"]
                + shown.enumerated().flatMap { index, member in
                    lines(
                        member.value, name: JSON.string(member.name).text() + ": ", depth: depth + 1,
                        tail: index + 1 < object.count ? "," : "")
                } + (rest > 0 ? ["\(margin)  … \(rest) more members"] : []) + [margin + "}" + tail]
        case .array(let elements):
            let shown = isFolded ? elements.prefix(Self.most.elements) : elements[...]
            let rest = elements.count - shown.count
            return [start + "["]
                + shown.enumerated().flatMap { index, element in
                    lines(element, name: "", depth: depth + 1, tail: index + 1 < elements.count ? "," : "")
                } + (rest > 0 ? ["\(margin)  … \(rest) more elements"] : []) + [margin + "]" + tail]
        default: return [start + json.text() + tail]
        }
    }

    /// The value on one line; nil where that is longer than the room for it.
    private func short(_ json: JSON, room: Int) -> String? {
        switch json {
        case .object(let object):
            if object.isEmpty { return "{}" }
            guard let parts = parts(object.members.map { (JSON.string($0.name).text() + ": ", $0.value) }, room: room)
            else { return nil }
            return "{ " + parts + " }"
        case .array(let elements):
            if elements.isEmpty { return "[]" }
            if isFolded, elements.count > Self.most.elements { return nil }
            return parts(elements.map { ("", $0) }, room: room).map { "[" + $0 + "]" }
        default:
            let text = json.text()
            return text.utf8.count <= room ? text : nil
        }
    }

    private func parts(_ values: [(name: String, value: JSON)], room: Int) -> String? {
        var text = ""
        for (name, value) in values {
            let separator = text.isEmpty ? "" : ", "
            let left = room - 4 - text.utf8.count - separator.utf8.count - name.utf8.count
            guard left > 0, let short = short(value, room: left) else { return nil }
            text += separator + name + short
        }
        return text
    }

    private func fold(_ json: JSON) -> String? {
        switch json {
        case .object(let object) where !object.isEmpty:
            "{ … \(object.count) \(object.count == 1 ? "member" : "members") }"
        case .array(let elements) where !elements.isEmpty:
            "[ … \(elements.count) \(elements.count == 1 ? "element" : "elements") ]"
        default: nil
        }
    }
}
