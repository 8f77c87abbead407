/// Text from outside, made safe to show: what would steer a terminal or reorder a line is spelled out.
public enum VisibleText {
    /// The text with control characters, escape sequences, bidirectional marks and invisible characters written as
    /// `\u{...}`.
    ///
    /// - Parameter keepsLines: Whether line feeds and tabs stay.
    public static func visible(_ text: some StringProtocol, keepsLines: Bool = false) -> String {
        var isClean = true
        for scalar in text.unicodeScalars where isHidden(scalar, keepsLines: keepsLines) {
            isClean = false
            break
        }
        if isClean { return String(text) }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar, keepsLines: keepsLines) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isHidden(_ scalar: Unicode.Scalar, keepsLines: Bool) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: !keepsLines
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x00AD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
