import RunbookModel

/// What documents write where their reader must put something: `<my_index>`, `{index}`, `your-host`, `***`.
package enum Placeholder {
    /// Names of HTML, which are in bodies as `<em>`; `tag1` and its like are those of the documentation's highlighters.
    private static let tags: Set<String> = [
        "a", "b", "i", "p", "s", "u", "em", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "ul", "td",
        "th",
        "tr", "pre", "div", "sub", "sup", "tag", "tag1", "tag2", "tag3", "xml", "body", "code", "font", "head", "html",
        "mark", "span", "table", "strong", "title", "script", "style",
    ]

    /// `<name{now/d}>`, `<name{2024-01-01||/M{yyyy.MM}}>`.
    package static func isDateMath(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "{")),
            bytes.count(where: { $0 == UInt8(ascii: "{") }) == bytes.count(where: { $0 == UInt8(ascii: "}") })
        else { return false }
        let expression = bytes[(open + 1)...]
        let lower = expression.prefix(3).map { $0 | 0x20 }
        return lower.elementsEqual("now".utf8) || expression.holds("||".utf8)
    }

    // MARK: In other texts

    /// Whether a whole text is one: the content of a string, or the value of a parameter.
    package static func isWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, bytes.count > 2 else { return false }
        let inner = bytes.dropFirst().dropLast()
        if first == UInt8(ascii: "<"), last == UInt8(ascii: ">") {
            return isName(inner) && !isTag(inner)
        }
        if first == UInt8(ascii: "{"), last == UInt8(ascii: "}") { return isName(inner) }
        // `$INDEX`, `%INDEX%`, `[value]`: no program of the server replaces them.
        if first == UInt8(ascii: "$") { return isVariable(bytes.dropFirst()) }
        if first == UInt8(ascii: "%"), last == first { return inner.count > 1 && isVariable(inner) }
        if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { return inner.count > 3 && isVariable(inner) }
        if quotes.contains(where: {
            bytes.starts(with: $0.open.utf8) && bytes.reversed().starts(with: $0.close.utf8.reversed())
        }) {
            return true
        }
        if missingValues.contains(String(decoding: bytes, as: UTF8.self)) { return true }
        return isWord(bytes, isPath: false) || isFiller(bytes) || isAddress(bytes)
    }

    /// What encloses nothing but what the reader must put in.
    private static let quotes = [("\u{AB}", "\u{BB}"), ("\u{2039}", "\u{203A}"), ("\u{FF1C}", "\u{FF1E}")].map {
        (open: $0.0, close: $0.1)
    }

    /// Words that documents have instead of a value that nobody has chosen yet; a request with one must not be sent.
    private static let missingValues: Set<String> = ["TODO", "TBD", "FIXME"]

    private static func isVariable(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first, isLetter(first) else { return false }
        return name.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }

    /// `x.x.x.x:9300`, `IP_ADDRESS:9300`: the form of a server.
    private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.count > 100 { return false }
        let host = bytes.prefix { $0 != UInt8(ascii: ":") }
        let port = bytes[host.endIndex...].dropFirst()
        guard port.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) else { return false }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 2,
            labels.contains(where: { !$0.isEmpty && $0.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") } }),
            labels.allSatisfy({ $0.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") || (0x30...0x39).contains($0) } })
        {
            return true
        }
        // `HOST` alone is a word of many products.
        return (host.contains(UInt8(ascii: "_")) || !port.isEmpty) && isHostWord(host) && host.contains(where: isLetter)
    }

    /// Words that ask for another: `changeme`, `insert-index-here`, `node_ip_here`.
    package static func isFiller(_ word: ArraySlice<UInt8>) -> Bool {
        if word.count > 100 { return false }
        let text = String(decoding: word, as: UTF8.self).lowercased()
        if fillers.contains(text) { return true }
        guard text.hasSuffix("here") else { return false }
        let parts = text.utf8.split { "-_. ".utf8.contains($0) }.map { String(decoding: Array($0), as: UTF8.self) }
        return parts.count > 1 && parts.last == "here" && parts.dropLast().contains(where: asked.contains)
    }

    private static let fillers: Set<String> = [
        "changeme", "change_me", "change-me", "replaceme", "replace_me", "replace-me", "placeholder", "fixme",
        "node_id:task_id",
    ]
    private static let asked: Set<String> = [
        "insert", "enter", "put", "replace", "type", "paste", "your", "my", "name", "index", "alias", "id", "ip",
        "host",
        "hostname", "value", "key", "token", "password", "secret", "url", "address", "user", "username", "node", "path",
        "bucket", "repository", "snapshot", "region", "port", "date", "domain", "endpoint",
    ]

    /// The first placeholder in the middle of a text: `https://<host>:9200`, `SELECT * FROM {index}`, `in your-index`.
    ///
    /// `(?<name>...)`, `List<String>`, `%{NAME}` and `{{name}}` are not placeholders, and neither is markup.
    ///
    /// - Parameter isProgram: Whether it is a script or a pattern, in which braces mean something else.
    package static func first(inText bytes: ArraySlice<UInt8>, isProgram: Bool) -> Range<Int>? {
        if isProgram { return nil }
        let isMarkup = bytes.holds("</".utf8) || bytes.holds("/>".utf8)
        var word = bytes.startIndex
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let before = index > bytes.startIndex ? bytes[index - 1] : 0x20
            switch bytes[index] {
            case UInt8(ascii: "<"):
                let end = bytes[index...].prefix(80).firstIndex(of: UInt8(ascii: ">"))
                if let end, isDateMath(bytes[index...end]) {
                    index = end
                } else if let end, !isMarkup, isOpening(before), isName(bytes[(index + 1)..<end]),
                    !isTag(bytes[(index + 1)..<end])
                {
                    return index..<end + 1
                }
            case UInt8(ascii: "{") where isOpening(before):
                let inner = bytes[(index + 1)...].prefix(80).prefix { isNamePart($0) }
                if let first = inner.first, isLetter(first), bytes[inner.endIndex...].first == UInt8(ascii: "}"),
                    bytes[inner.endIndex...].dropFirst().first != UInt8(ascii: "}"), !inner.starts(with: "now".utf8)
                {
                    return index..<inner.endIndex + 1
                }
            case let byte where isBetweenWords(byte):
                if isYours(bytes[word..<index]) { return word..<index }
                word = index + 1
            default: break
            }
            index += 1
        }
        return isYours(bytes[word...]) && word > bytes.startIndex ? word..<bytes.endIndex : nil
    }

    /// Whether a placeholder may follow a byte: not a letter, as in `List<String>`, and no sign of another language.
    private static func isOpening(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "/:-_.@=,\"'`(|;&".utf8.contains(byte)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || "-_.".utf8.contains(byte)
    }

    private static func isBetweenWords(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'`/,;:()[]=@\\".utf8.contains(byte) }

    private static func isTag(_ name: ArraySlice<UInt8>) -> Bool {
        let bare = name.prefix { $0 != 0x20 && $0 != UInt8(ascii: "/") }
        return tags.contains(String(decoding: bare, as: UTF8.self).lowercased())
    }

    /// `your-index` and `YOUR_INDEX`.
    package static func isYours(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count > 5, word.prefix(4).map({ $0 | 0x20 }).elementsEqual("your".utf8) else { return false }
        let next = word[word.startIndex + 4]
        if "-_.".utf8.contains(next) { return true }
        // `YOURS` is a word.
        let isUpper = word[word.startIndex + 3] == UInt8(ascii: "R")
        return (0x41...0x5A).contains(next) && !(isUpper && next == UInt8(ascii: "S"))
    }

    /// Words that stand for a server or a part of it: `HOST`, `YOUR_IP`, `__HOST__`.
    package static func isHostWord(_ label: ArraySlice<UInt8>) -> Bool {
        let words = label.split { "-_".utf8.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        let isUpper = label.allSatisfy { !(0x61...0x7A).contains($0) }
        return label.starts(with: "__".utf8)
            || isUpper
                && words.contains {
                    ["HOST", "HOSTNAME", "SERVER", "CLUSTER", "ENDPOINT", "IP", "ADDRESS", "DOMAIN", "PORT"].contains(
                        $0)
                }
    }

    /// Letters, digits and what is between them in names of things.
    package static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || " -_.:/".utf8.contains($0) }
    }

    /// Whether a byte belongs to a letter.
    package static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

    /// Words without blanks that stand for others: `your-index`, `***`, `XXXX`, `...`, in paths `:index` and `$index`.
    package static func isWord(_ bytes: ArraySlice<UInt8>, isPath: Bool) -> Bool {
        guard let first = bytes.first, !bytes.contains(where: { $0 <= 0x20 }) else { return false }
        if bytes.elementsEqual("...".utf8) || bytes.elementsEqual("…".utf8) || bytes.holds("***".utf8) { return true }
        let hasX = bytes.contains(UInt8(ascii: "X"))
        if hasX, bytes.holds("XXXX".utf8) { return true }
        if bytes.count > 2, bytes.allSatisfy({ $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") }) { return true }
        // `services/XXX/YYY/ZZZ`.
        if hasX, bytes.holds("/XXX/".utf8) || bytes.holds("=XXX".utf8) { return true }
        if isPath, bytes.count > 1, first == UInt8(ascii: ":") || first == UInt8(ascii: "$") {
            let next = bytes[bytes.startIndex + 1]
            return isLetter(next) || next == UInt8(ascii: "_")
                || first == UInt8(ascii: "$") && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
        }
        return isYours(bytes)
    }
}
