/// Reads JSON from a buffer of bytes in one pass.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let maximumDepth: Int
    private var index: Int
    private var depth = 0

    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int = JSON.maximumDepth
    ) throws(JSONError) -> JSON {
        let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        var reader = JSONReader(bytes: bytes, index: hasMark ? 3 : 0, maximumDepth: maximumDepth)
        reader.skipSpace()
        let value = try reader.value()
        reader.skipSpace()
        if reader.index < bytes.count { throw reader.error("unexpected text after the value") }
        return value
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, index: Int, maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        self.index = index
    }

    private func error(_ message: String, at offset: Int? = nil, isTooDeep: Bool = false) -> JSONError {
        let offset = offset ?? index
        var line = 1
        var start = 0
        for position in 0..<min(offset, bytes.count) where bytes[position] == UInt8(ascii: "\n") {
            line += 1
            start = position + 1
        }
        return JSONError(
            message: message, offset: offset, line: line, column: offset - start + 1, isTooDeep: isTooDeep)
    }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func value() throws(JSONError) -> JSON {
        guard let byte else { throw error("expected a value, found the end") }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
        default: throw error("expected a value")
        }
    }

    private mutating func literal(_ word: StaticString) throws(JSONError) {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count else { throw error("expected a value") }
        for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] {
            throw error("expected a value")
        }
        index += count
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = index
        while let byte, isNumberByte(byte) { index += 1 }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<index])
        guard JSONNumber.isValid(text) else { throw error("not a valid JSON number", at: start) }
        return JSONNumber(checked: String(decoding: text, as: UTF8.self))
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        if depth > maximumDepth {
            throw error("more than \(maximumDepth) nested levels", isTooDeep: true)
        }
        index += 1
        skipSpace()
    }

    private mutating func array() throws(JSONError) -> JSON {
        try enter()
        defer { depth -= 1 }
        var elements: [JSON] = []
        if byte == UInt8(ascii: "]") {
            index += 1
            return .array(elements)
        }
        while true {
            elements.append(try value())
            skipSpace()
            switch byte {
            case UInt8(ascii: ","):
                index += 1
                skipSpace()
            case UInt8(ascii: "]"):
                index += 1
                return .array(elements)
            case nil: throw error("the array is not closed")
            default: throw error("expected `,` or `]`")
            }
        }
    }

    private mutating func object() throws(JSONError) -> JSON {
        try enter()
        defer { depth -= 1 }
        var members: [JSONObject.Member] = []
        if byte == UInt8(ascii: "}") {
            index += 1
            return .object(JSONObject(members))
        }
        while true {
            guard byte == UInt8(ascii: "\"") else {
                throw error(byte == nil ? "the object is not closed" : "expected a name in double quotes")
            }
            let name = try string()
            skipSpace()
            guard byte == UInt8(ascii: ":") else { throw error("expected `:`") }
            index += 1
            skipSpace()
            members.append(JSONObject.Member(name: name, value: try value()))
            skipSpace()
            switch byte {
            case UInt8(ascii: ","):
                index += 1
                skipSpace()
            case UInt8(ascii: "}"):
                index += 1
                return .object(JSONObject(members))
            case nil: throw error("the object is not closed")
            default: throw error("expected `,` or `}`")
            }
        }
    }

    private mutating func string() throws(JSONError) -> String {
        let open = index
        index += 1
        let start = index
        while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
        if byte == UInt8(ascii: "\"") {
            let text = try checkedText(bytes[start..<index], at: start)
            index += 1
            return text
        }
        index = start
        return try escapedString(open: open)
    }

    private func checkedText(_ slice: Slice<UnsafeBufferPointer<UInt8>>, at start: Int) throws(JSONError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw error("the string is not UTF-8", at: start)
        }
        return text
    }

    private mutating func escapedString(open: Int) throws(JSONError) -> String {
        var scratch: [UInt8] = []
        let start = index
        while true {
            guard let byte else { throw error("the string is not closed", at: open) }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let text = String(validating: scratch, as: UTF8.self) else {
                    throw error("the string is not UTF-8", at: start)
                }
                return text
            case UInt8(ascii: "\\"): try escape(into: &scratch)
            case 0..<0x20: throw error("a control character in a string is not escaped")
            default:
                scratch.append(byte)
                index += 1
            }
        }
    }

    private mutating func escape(into scratch: inout [UInt8]) throws(JSONError) {
        let start = index
        index += 1
        guard let kind = byte else { throw error("the string is not closed", at: start) }
        index += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(kind)
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "u"):
            var code = try hexadecimal(from: start)
            if (0xD800..<0xDC00).contains(code), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
                bytes[index + 1] == UInt8(ascii: "u")
            {
                let second = index
                index += 2
                let low = try hexadecimal(from: second)
                if (0xDC00..<0xE000).contains(low) {
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    index = second
                }
            }
            // A lone surrogate is not a character; it becomes the replacement character, as in other lenient readers.
            let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
            scratch.append(contentsOf: String(Character(scalar)).utf8)
        default: throw error("unknown escape in a string", at: start)
        }
    }

    private mutating func hexadecimal(from start: Int) throws(JSONError) -> UInt32 {
        guard index + 4 <= bytes.count else { throw error("`\\u` needs four hexadecimal digits", at: start) }
        var code: UInt32 = 0
        for _ in 0..<4 {
            let byte = bytes[index]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: throw error("`\\u` needs four hexadecimal digits", at: start)
            }
            code = code << 4 + UInt32(digit)
            index += 1
        }
        return code
    }
}
