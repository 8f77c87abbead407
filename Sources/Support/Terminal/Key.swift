/// A key of a terminal, as far as questions need it.
package enum Key: Sendable, Hashable {
    /// A character, also a control character that has no case here.
    case character(Character)
    case enter
    case tab
    case backspace
    case escape
    case up
    case down
    case left
    case right

    /// The key that a terminal's bytes stand for; sequences that nothing here needs are nil.
    init?(bytes: [UInt8]) {
        switch bytes {
        case [0x0a], [0x0d]: self = .enter
        case [0x09]: self = .tab
        case [0x08], [0x7f]: self = .backspace
        case [0x1b]: self = .escape
        case [0x1b, 0x5b, 0x41], [0x1b, 0x4f, 0x41]: self = .up
        case [0x1b, 0x5b, 0x42], [0x1b, 0x4f, 0x42]: self = .down
        case [0x1b, 0x5b, 0x43], [0x1b, 0x4f, 0x43]: self = .right
        case [0x1b, 0x5b, 0x44], [0x1b, 0x4f, 0x44]: self = .left
        default:
            let text = String(decoding: bytes, as: UTF8.self)
            guard bytes.first != 0x1b, text.count == 1, let character = text.first else { return nil }
            self = .character(character)
        }
    }
}
