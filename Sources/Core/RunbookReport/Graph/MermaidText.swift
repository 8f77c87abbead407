import RunbookModel

/// Text from a document in a quoted label of Mermaid.
///
/// Mermaid looks for comments, directives (`%%{`), Markdown and HTML inside quotes as well, and has no escape but
/// entities by number (`#35;`). So only what has a meaning nowhere stays, and everything else is an entity; even the
/// point of `1. `, which it takes for a list and refuses.
enum MermaidText {
    /// The text on one line, at most 120 characters.
    static func label(_ text: String) -> String {
        let scalars = Array(VisibleText.oneLine(text, limit: 120).unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if isPlain(scalar, before: next) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "#\(scalar.value);"
            }
        }
        return result
    }

    private static func isPlain(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "/", "?": true
        case ".", "-": next != " " && next != scalar
        default: !scalar.isASCII
        }
    }
}
