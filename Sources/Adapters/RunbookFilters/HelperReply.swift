internal import OrderedJSON

/// What the helper answers: one byte that says what, then a text.
enum HelperReply: Equatable {
    /// The program is compiled.
    case compiled
    /// It does not compile; libjq's messages.
    case syntaxErrors([String])
    /// All outputs, as the text of a JSON array.
    case values([UInt8])
    /// The error that ended the run.
    case failure(String)

    private static let compiledTag = UInt8(ascii: "c")
    private static let syntaxTag = UInt8(ascii: "s")
    private static let valuesTag = UInt8(ascii: "v")
    private static let failureTag = UInt8(ascii: "f")

    /// The reply as a message.
    var bytes: [UInt8] {
        switch self {
        case .compiled: [Self.compiledTag]
        case .syntaxErrors(let messages): [Self.syntaxTag] + JSON.array(messages.map(JSON.string)).bytes()
        case .values(let text): [Self.valuesTag] + text
        case .failure(let message): [Self.failureTag] + message.utf8
        }
    }

    /// Reads a message; `nil`: it is not a reply.
    init?(bytes: [UInt8]) {
        switch bytes.first {
        case Self.compiledTag where bytes.count == 1: self = .compiled
        case Self.syntaxTag:
            guard let messages = try? JSON(bytes: bytes.dropFirst()), let texts = messages.array else { return nil }
            self = .syntaxErrors(texts.compactMap(\.string))
        case Self.valuesTag: self = .values([UInt8](bytes.dropFirst()))
        case Self.failureTag: self = .failure(String(decoding: bytes.dropFirst(), as: UTF8.self))
        default: return nil
        }
    }
}
