/// What the host asks of the helper: one byte that says what, the program's number in four bytes, then a text.
enum HelperRequest: Equatable {
    /// Compile this program and keep it under this number.
    case compile(UInt32, String)
    /// Run the program with this number on an input, a JSON text.
    case run(UInt32, [UInt8])

    private static let compileTag = UInt8(ascii: "c")
    private static let runTag = UInt8(ascii: "r")

    /// The request as a message.
    var bytes: [UInt8] {
        switch self {
        case .compile(let id, let program): [Self.compileTag] + Self.bytes(of: id) + program.utf8
        case .run(let id, let input): [Self.runTag] + Self.bytes(of: id) + input
        }
    }

    /// Reads a message; `nil`: it is not a request.
    init?(bytes: [UInt8]) {
        guard bytes.count >= 5 else { return nil }
        let id = bytes[1..<5].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        switch bytes[0] {
        case Self.compileTag: self = .compile(id, String(decoding: bytes[5...], as: UTF8.self))
        case Self.runTag: self = .run(id, [UInt8](bytes[5...]))
        default: return nil
        }
    }

    private static func bytes(of id: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: id >> (24 - 8 * UInt32($0))) }
    }
}
