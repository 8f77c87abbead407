/// A text that does harm where it is shown as it is.
struct HostileText: Sendable, CustomStringConvertible {
    let name: String
    let text: String

    var description: String { name }

    static let all: [HostileText] = [
        .init(name: "colour", text: "\u{1B}[31mred"), .init(name: "clear", text: "a\u{1B}[2J\u{1B}[Hb"),
        .init(name: "clipboard", text: "\u{1B}]52;c;cm0gLXJm\u{07}"),
        .init(name: "link", text: "\u{1B}]8;;http://evil/\u{1B}\\x\u{1B}]8;;\u{1B}\\"),
        .init(name: "C1", text: "\u{9B}31mx\u{9D}0;t\u{9C}"), .init(name: "return", text: "all well\rfailed"),
        .init(name: "backspace", text: "rm\u{8}\u{8}ls\u{7F}"), .init(name: "bidi", text: "a\u{202E}nimda\u{2066}b"),
        .init(name: "separators", text: "a\u{2028}::error::b\u{85}c"),
        .init(name: "zero width", text: "a\u{200B}\u{FEFF}b"),
        .init(name: "annotation", text: "::error file=x::y %0A::error::z"),
        .init(name: "HTML", text: "<img src=x onerror=alert(1)><script>x</script>]]>"),
        .init(name: "Markdown", text: "[x](javascript:y) @everyone #1 `a` ```"),
    ]

    /// Whether a text may be shown on a terminal and in a log.
    static func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: false
            default: true
            }
        }
    }

    /// A document with the text in one place after another.
    var documents: [HostileInput] {
        let plain = Documents.fence("console verify id=look within=0s", "GET /_cluster/health")
        let places: [(String, String)] = [
            ("a title", Documents.document(plain).replacing("# A test", with: "# " + text)),
            ("a section", Documents.document("## \(text)\n\n" + plain)),
            ("prose", Documents.document(text + "\n\n" + plain)),
            ("an item", Documents.document("1. [ ] \(text)\n")),
            ("an info string", Documents.document(Documents.fence("console verify " + text, "GET /"))),
            ("a key", Documents.document(Documents.fence("console verify confirm=\"\(text)\"", "GET /"))),
            ("a name", Documents.document(Documents.fence("console verify id=" + text, "GET /"))),
            ("a request", Documents.document(Documents.fence("console verify", "GET /" + text))),
            ("a body", Documents.document(Documents.fence("console verify", "POST /_search\n{ \"a\": \"\(text)\" }"))),
            ("an expectation", Documents.document(plain + Documents.fence("json expect", "{ \"a\": \"\(text)\" }"))),
            ("a filter", Documents.document(plain + Documents.fence("jq assert", ".a == \"\(text)\""))),
            ("a directive", Documents.document("- x <!-- runbook: \(text) -->\n")),
            ("a declaration", Documents.document(plain).replacing("the cluster", with: "\"\(text)\"")),
        ]
        return places.map { HostileInput("\(name) in \($0)", $1) }
    }
}
