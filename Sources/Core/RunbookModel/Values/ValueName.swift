/// The grammar of names: of targets, parameters, captures and step ids, which share one name space.
public enum ValueName {
    /// Names with a meaning of their own in filters (jq's keywords, and the engine's variables).
    public static let reserved: Set<String> = [
        "status", "headers", "request",
        "and", "or", "not", "if", "then", "else", "elif", "end", "def", "as", "reduce", "foreach", "try", "catch",
        "label",
        "import", "include", "module", "__loc__",
    ]

    /// Whether a text is a name: `[a-z][a-z0-9_]*`.
    public static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.allSatisfy(isNameByte)
    }

    /// Whether a byte may be inside a name.
    public static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
