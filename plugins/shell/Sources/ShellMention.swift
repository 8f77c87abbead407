/// A place where another program than the shell of the block may read a variable.
struct ShellMention {
    /// The variable.
    let name: String
    /// Where it is.
    let range: Range<Int>
    /// The text that it is in; nil where a program asks for it by its name: `os.environ["index"]`.
    let text: ShellScan.Hidden?

    /// Words behind which the name of a variable is.
    private static let readers: Set<String> = [
        "env", "environ", "getenv", "printenv", "export", "readonly", "lookupenv", "getenviron",
    ]
    /// Those of them that take several names.
    private static let lists: Set<String> = ["printenv", "export", "readonly"]
    /// Words between such a word and the name.
    private static let accessors: Set<String> = ["get", "fetch", "pop", "require", "key"]

    /// The mentions in a script, in order.
    static func all(in bytes: [UInt8], _ scan: ShellScan) -> [ShellMention] {
        let hidden = scan.hidden.flatMap { text in
            names(in: bytes, text.range, ofMake: scan.pipelines[text.pipeline].hasMake).map {
                ShellMention(name: $0.name, range: $0.range, text: text)
            }
        }
        return (hidden + read(in: bytes, scan)).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// `$name` and `${name`, but not what the document escapes as `$${`; for `make` also `$(name)` and `$$name`.
    private static func names(
        in bytes: [UInt8], _ range: Range<Int>, ofMake: Bool
    ) -> [(name: String, range: Range<Int>)] {
        var names: [(name: String, range: Range<Int>)] = []
        var index = range.lowerBound
        while let dollar = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "$")) {
            index = dollar + 1
            if index < range.upperBound, bytes[index] == UInt8(ascii: "$") {
                index += 1
                if !ofMake { continue }
            }
            var start = index
            let opener = start < range.upperBound ? bytes[start] : 0
            if opener == UInt8(ascii: "{") || ofMake && opener == UInt8(ascii: "(") { start += 1 }
            if start > index, start < range.upperBound, "#!".utf8.contains(bytes[start]) { start += 1 }
            let end = endOfName(in: bytes, from: start, to: range.upperBound)
            guard end > start else { continue }
            names.append((String(decoding: bytes[start..<end], as: UTF8.self), dollar..<end))
            index = end
        }
        return names
    }

    /// `os.environ["name"]`, `ENV.fetch("name")`, `process.env.name`, `printenv name`, `export name`.
    private static func read(in bytes: [UInt8], _ scan: ShellScan) -> [ShellMention] {
        var mentions: [ShellMention] = []
        var comments = scan.comments[...]
        var reader: String?
        var index = 0
        while index < bytes.count {
            if let comment = comments.first, comment.lowerBound <= index {
                comments.removeFirst()
                index = max(index, comment.upperBound)
                continue
            }
            let end = endOfName(in: bytes, from: index, to: bytes.count)
            guard end > index else {
                // What is between the word and the name: a dot, brackets, quotes.
                if !" .([{\"'\t:>-&$".utf8.contains(bytes[index]) { reader = nil }
                index += 1
                continue
            }
            let word = String(decoding: bytes[index..<min(end, index + 100)], as: UTF8.self)
            let lower = word.lowercased()
            let isOption = index > 0 && bytes[index - 1] == UInt8(ascii: "-")
            if readers.contains(lower) {
                reader = lower
            } else if let behind = reader, !accessors.contains(lower), !isOption {
                let isSet = end < bytes.count && bytes[end] == UInt8(ascii: "=")
                if !isSet { mentions.append(ShellMention(name: word, range: index..<end, text: nil)) }
                if !lists.contains(behind) { reader = nil }
            }
            index = end
        }
        return mentions
    }

    /// The names that are somewhere in a text without a `$` before them.
    static func bareNames(in bytes: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        var index = 0
        while index < bytes.count {
            let end = endOfName(in: bytes, from: index, to: bytes.count)
            let before = bytes[..<index].last
            if end > index, end - index < 100, before != UInt8(ascii: "$"), before != UInt8(ascii: "{") {
                names.insert(String(decoding: bytes[index..<end], as: UTF8.self))
            }
            index = max(end, index + 1)
        }
        return names
    }

    private static func endOfName(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
        guard start < end, ShellScanner.isName(bytes[start], first: true) else { return start }
        return bytes[start..<end].firstIndex { !ShellScanner.isName($0) } ?? end
    }
}
