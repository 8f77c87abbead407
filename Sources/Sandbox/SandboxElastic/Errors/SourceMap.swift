/// Where names and values of a JSON body stand, for errors that say line and column.
///
/// It is made only after something is wrong, from bytes that a reader has accepted already.
struct SourceMap {
    private let bytes: [UInt8]
    private var names: [[String]: Int] = [:]
    private var values: [[String]: Int] = [:]
    private var ends: [[String]: Int] = [:]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        scan(at: [])
    }

    /// Where the value of a path begins; elements of arrays are named by their number.
    func value(_ path: String...) -> SourcePlace { SourcePlace(of: values[path] ?? 0, in: bytes) }
    func value(at path: [String]) -> SourcePlace { SourcePlace(of: values[path] ?? 0, in: bytes) }
    func name(at path: [String]) -> SourcePlace { SourcePlace(of: names[path] ?? 0, in: bytes) }
    func end(at path: [String]) -> SourcePlace { SourcePlace(of: ends[path] ?? 0, in: bytes) }
    /// Where what follows a path's value begins.
    func after(_ path: [String]) -> SourcePlace { SourcePlace(of: (ends[path] ?? -1) + 1, in: bytes) }
    /// Where the name of a path's last member begins.
    func name(_ path: String...) -> SourcePlace { SourcePlace(of: names[path] ?? 0, in: bytes) }
    /// Where the last byte of a path's value is.
    func end(_ path: String...) -> SourcePlace { SourcePlace(of: ends[path] ?? 0, in: bytes) }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while let byte, isSkipped(byte) { index += 1 }
    }

    private mutating func skipSpace() { skip { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }

    private mutating func scan(at path: [String]) {
        skipSpace()
        values[path] = index
        switch byte {
        case UInt8(ascii: "{"): members(at: path)
        case UInt8(ascii: "["): elements(at: path)
        case UInt8(ascii: "\""): _ = string()
        default: skip { ![0x2C, 0x7D, 0x5D, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        }
        ends[path] = index - 1
    }

    private mutating func string() -> String {
        index += 1
        let start = index
        while let byte, byte != UInt8(ascii: "\"") { index += byte == UInt8(ascii: "\\") ? 2 : 1 }
        let text = String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
        index += 1
        return text
    }

    private mutating func members(at path: [String]) {
        index += 1
        skipSpace()
        while let byte, byte != UInt8(ascii: "}") {
            let start = index
            let path = path + [string()]
            names[path] = start
            skipSpace()
            index += 1
            scan(at: path)
            skipSeparator()
        }
        index += 1
    }

    private mutating func elements(at path: [String]) {
        index += 1
        skipSpace()
        var count = 0
        while let byte, byte != UInt8(ascii: "]") {
            scan(at: path + [String(count)])
            count += 1
            skipSeparator()
        }
        index += 1
    }

    private mutating func skipSeparator() {
        skipSpace()
        if byte == UInt8(ascii: ",") { index += 1 }
        skipSpace()
    }
}
