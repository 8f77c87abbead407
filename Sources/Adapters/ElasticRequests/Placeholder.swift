import RunbookModel

/// What documents write where their reader must put something: `<my_index>`, `{index}`, `your-host`, `***`.
enum Placeholder {
    /// Names of HTML, which stand in bodies as `<em>`; `tag1` and its like are those of the documentation's highlighters.
    private static let tags: Set<String> = [
        "a", "b", "i", "p", "s", "u", "em", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "ul", "td",
        "th",
        "tr", "pre", "div", "sub", "sup", "tag", "tag1", "tag2", "tag3", "xml", "body", "code", "font", "head", "html",
        "mark", "span", "table", "strong", "title", "script", "style",
    ]

    // MARK: In a path

    /// The first placeholder in a literal path; the names of date math, such as `<logs-{now/d}>`, are none.
    static func first(inPath bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var index = bytes.startIndex
        var part = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                if let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
                    if !isDateMath(bytes[index...end]) { return index..<end + 1 }
                    index = end
                }
            case UInt8(ascii: "{"):
                let inner = bytes[index...].drop { $0 == UInt8(ascii: "{") }
                if let end = inner.firstIndex(of: UInt8(ascii: "}")), isName(inner[..<end]) {
                    return index..<(bytes[end...].firstIndex { $0 != UInt8(ascii: "}") } ?? bytes.endIndex)
                }
            case UInt8(ascii: "/"), UInt8(ascii: ","):
                if isWord(bytes[part..<index], isPath: true) { return part..<index }
                part = index + 1
            default: break
            }
            index += 1
        }
        return isWord(bytes[part...], isPath: true) ? part..<bytes.endIndex : nil
    }

    /// `<name{now/d}>`, `<name{2024-01-01||/M{yyyy.MM}}>`.
    private static func isDateMath(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "{")) else { return false }
        let expression = bytes[(open + 1)...]
        let lower = expression.prefix(3).map { $0 | 0x20 }
        return lower.elementsEqual("now".utf8) || String(decoding: expression, as: UTF8.self).contains("||")
    }

    // MARK: In other texts

    /// Whether a whole text is one: the content of a string, or the value of a parameter.
    static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, bytes.count > 2 else { return false }
        let inner = bytes.dropFirst().dropLast()
        if first == UInt8(ascii: "<"), last == UInt8(ascii: ">") {
            return isName(inner) && !tags.contains(String(decoding: inner, as: UTF8.self).lowercased())
        }
        if first == UInt8(ascii: "{"), last == UInt8(ascii: "}") { return isName(inner) }
        return isWord(bytes, isPath: false) || isInside(bytes)
    }

    /// Whether a text without blanks has one in its middle: `https://<host>:9200`, `arn:aws:iam::<account-id>:role/x`.
    ///
    /// `(?<name>...)` and `List<String>` are no such places, and neither is markup.
    private static func isInside(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "\\") }) { return false }
        guard let open = bytes.firstIndex(of: UInt8(ascii: "<")), open > bytes.startIndex,
            let close = bytes[open...].firstIndex(of: UInt8(ascii: ">")), isName(bytes[(open + 1)..<close]),
            "/:-_.@=,".utf8.contains(bytes[open - 1])
        else { return false }
        let name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self).lowercased()
        return !tags.contains(name) && bytes[close...].firstRange(of: "</".utf8) == nil
    }

    /// Whether an authority, the server in a URL, has one anywhere.
    static func isIn(authority bytes: [UInt8]) -> Bool {
        bytes.contains { "<>{}*".utf8.contains($0) }
            || bytes.split { ".:@".utf8.contains($0) }.contains { isWord($0, isPath: false) }
    }

    /// Letters, digits and what stands between them in names of things.
    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || " -_.:/".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

    /// Words without blanks that stand for others: `your-index`, `***`, `XXXX`, `...`, in paths `:index` and `$index`.
    private static func isWord(_ bytes: ArraySlice<UInt8>, isPath: Bool) -> Bool {
        guard let first = bytes.first, !bytes.contains(where: { $0 <= 0x20 }) else { return false }
        let text = String(decoding: bytes, as: UTF8.self)
        if text == "..." || text == "…" || text.contains("***") || text.contains("XXXX") { return true }
        if bytes.count > 2, bytes.allSatisfy({ $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") }) { return true }
        if isPath, bytes.count > 1, first == UInt8(ascii: ":") || first == UInt8(ascii: "$") {
            return isLetter(bytes[bytes.startIndex + 1]) || bytes[bytes.startIndex + 1] == UInt8(ascii: "_")
        }
        guard text.lowercased().hasPrefix("your"), let next = bytes.dropFirst(4).first else { return false }
        return "-_.".utf8.contains(next) || (0x41...0x5A).contains(next)
    }

    // MARK: What to say

    /// What to do about one: the way to declare a parameter.
    static func help(_ text: String, isSecret: Bool = false) -> String {
        let name = name(for: text)
        let secret = isSecret ? ", secret: true" : ""
        return "declare `parameters: { \(name): { type: string\(secret) } }` and write `${\(name)}`"
    }

    /// A name for the value that a placeholder stands for.
    private static func name(for text: String) -> String {
        var name = ""
        for byte in text.lowercased().utf8 {
            if ValueName.isNameByte(byte) {
                name.append(Character(Unicode.Scalar(byte)))
            } else if !name.isEmpty, !name.hasSuffix("_") {
                name.append("_")
            }
        }
        while name.hasSuffix("_") { name.removeLast() }
        for prefix in ["your_", "your"] where name.hasPrefix(prefix) && name.count > prefix.count {
            name.removeFirst(prefix.count)
            break
        }
        let isUsable = ValueName.isName(name) && !ValueName.reserved.contains(name) && !name.hasSuffix("xxx")
        return isUsable ? name : "name"
    }
}
