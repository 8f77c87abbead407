/// What to do where a text stops being JSON, for the mistakes that people make.
package enum JSONAdvice {
    /// What to do; nil where it cannot be guessed.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - offset: The first byte that cannot be there, or the end.
    package static func help(_ bytes: [UInt8], at offset: Int) -> String? {
        guard offset < bytes.count, let first = bytes[offset...].first(where: { !JSONBody.isBlank($0) }) else {
            return unclosed(bytes).map { "close it with `\(UnicodeScalar($0))`" }
        }
        let before = bytes[..<offset].last { !JSONBody.isBlank($0) } ?? UInt8(ascii: "{")
        switch first {
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
            if before == UInt8(ascii: ",") { return "remove the comma before it" }
            return before == UInt8(ascii: "\"") ? "write `:` and a value after the name" : nil
        case UInt8(ascii: "'"): return "put strings in double quotes"
        case UInt8(ascii: "."):
            return "remove `...`: an object may have more members than are written; in a list write `\"...\"`"
        case UInt8(ascii: "#"), UInt8(ascii: "/"): return "remove the comment: JSON has no comments"
        case UInt8(ascii: "="): return "write `:` between a name and its value"
        case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["), 0x30...0x39:
            return endsValue(before) ? "write a `,` before it" : nil
        case 0x41...0x5A, 0x61...0x7A:
            let word = String(decoding: bytes[offset...].prefix(20).prefix { isLetter($0) }, as: UTF8.self)
            switch word.lowercased() {
            case "true", "false": return "write `\(word.lowercased())`"
            case "none", "nil", "undefined", "null": return "write `null`"
            default: return "put names and strings in double quotes"
            }
        default: return nil
        }
    }

    /// Whether a value can end with a byte.
    private static func endsValue(_ byte: UInt8) -> Bool {
        "\"}]".utf8.contains(byte) || isLetter(byte) || (0x30...0x39).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// What closes the innermost object or list that is open at the end, or the string.
    private static func unclosed(_ bytes: [UInt8]) -> UInt8? {
        var open: [UInt8] = []
        var isString = false
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): isString.toggle()
            case UInt8(ascii: "\\") where isString: index += 1
            case UInt8(ascii: "{") where !isString: open.append(UInt8(ascii: "}"))
            case UInt8(ascii: "[") where !isString: open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "}") where !isString, UInt8(ascii: "]") where !isString: _ = open.popLast()
            default: break
            }
            index += 1
        }
        return isString ? UInt8(ascii: "\"") : open.last
    }
}
