/// Writes a JSON value into bytes.
struct JSONWriter {
    private let style: JSON.Style
    private var depth = 0
    private(set) var bytes: [UInt8] = []

    init(style: JSON.Style) { self.style = style }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number):
            bytes.append(contentsOf: (style == .canonical ? number.canonicalText : number.text).utf8)
        case .string(let text): write(text)
        case .array(let elements): write(elements)
        case .object(let object): write(object)
        }
    }

    private mutating func write(_ elements: [JSON]) {
        bytes.append(UInt8(ascii: "["))
        depth += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            write(element)
        }
        depth -= 1
        if !elements.isEmpty { breakLine() }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: JSONObject) {
        var members = object.members
        if style == .canonical || style == .recorded {
            members.sort { $0.name.precedesInScalars($1.name) }
        }
        bytes.append(UInt8(ascii: "{"))
        depth += 1
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            write(member.name)
            bytes.append(UInt8(ascii: ":"))
            if style == .pretty { bytes.append(0x20) }
            write(member.value)
        }
        depth -= 1
        if !members.isEmpty { breakLine() }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func breakLine() {
        guard style == .pretty else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if style == .pretty && text.unicodeScalars.contains(where: JSONWriter.steersTerminals) {
            for scalar in text.unicodeScalars {
                if JSONWriter.steersTerminals(scalar) {
                    writeEscape(scalar.value)
                } else {
                    writeInside(String(scalar))
                }
            }
        } else {
            writeInside(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether a character beyond ASCII is obeyed rather than shown: further controls, line ends, directions of writing.
    private static func steersTerminals(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private mutating func writeInside(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
            case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
            case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
            case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
            case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
            case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
            case 0..<0x20, 0x7F: writeEscape(UInt32(byte))
            default: bytes.append(byte)
            }
        }
    }

    private mutating func writeEscape(_ value: UInt32) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: #"\u"#.utf8)
        for shift in [12, 8, 4, 0] { bytes.append(digits[Int(value >> UInt32(shift)) & 15]) }
    }
}
