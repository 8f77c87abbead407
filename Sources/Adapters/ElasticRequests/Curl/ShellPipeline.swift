/// Commands of a shell with pipes between them, as words without their quotes (Shell Command Language, section 2.9.2).
struct ShellPipeline {
    /// A piece of a word.
    enum Piece: Equatable {
        /// Text that a program gets as it is.
        case text([UInt8])
        /// A variable of the shell.
        case variable(String)
    }

    /// A word of a command.
    struct Word {
        private(set) var pieces: [Piece] = []

        /// The word with `$NAME` for each variable.
        var text: String { joined { "$" + $0 } }

        /// The word with something for each variable.
        ///
        /// - Parameter text: How a text between variables is written.
        func joined(text: (String) -> String = { $0 }, _ variable: (String) -> String) -> String {
            pieces.map { piece in
                switch piece {
                case .text(let bytes): text(String(decoding: bytes, as: UTF8.self))
                case .variable(let name): variable(name)
                }
            }.joined()
        }

        mutating func append(_ bytes: some Sequence<UInt8>) {
            guard case .text(var text)? = pieces.last else { return pieces.append(.text(Array(bytes))) }
            // Taken out, so that a long word is not copied for each byte.
            pieces.removeLast()
            text += bytes
            pieces.append(.text(text))
        }

        mutating func append(_ byte: UInt8) { append(CollectionOfOne(byte)) }

        mutating func append(variable: String) { pieces.append(.variable(variable)) }

        mutating func append(_ other: Word) {
            for piece in other.pieces {
                switch piece {
                case .text(let bytes): append(bytes)
                case .variable(let name): append(variable: name)
                }
            }
        }
    }

    /// The commands in order, without their redirections.
    private(set) var commands: [[Word]] = []
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var words: [Word] = []
    private var word: Word?

    /// Reads commands up to the end of the list that they are in.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
        while index < bytes.endIndex, read() {}
        endCommand()
    }

    /// Reads what begins at the index; false at the end of the commands.
    private mutating func read() -> Bool {
        let byte = bytes[index]
        switch byte {
        case 0x20, 0x09: endWord()
        case UInt8(ascii: "|"):
            // `||` begins another list.
            if index + 1 < bytes.endIndex, bytes[index + 1] == byte { return false }
            endCommand()
            if index + 1 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "&") { index += 1 }
        case 0x0A where words.isEmpty && word == nil: break
        case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: ")"): return false
        case UInt8(ascii: "'"): singleQuoted()
        case UInt8(ascii: "\""): doubleQuoted()
        case UInt8(ascii: "\\"):
            index += 1
            if index < bytes.endIndex, bytes[index] != 0x0A { append(bytes[index]) }
        case UInt8(ascii: "$"): expansion()
        default: append(byte)
        }
        index += 1
        return true
    }

    private mutating func append(_ byte: UInt8) {
        if word == nil { word = Word() }
        word?.append(byte)
    }

    private mutating func singleQuoted() {
        if word == nil { word = Word() }
        index += 1
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "'") {
            append(bytes[index])
            index += 1
        }
    }

    private mutating func doubleQuoted() {
        if word == nil { word = Word() }
        index += 1
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex, "\"\\$`".utf8.contains(bytes[index + 1])
            {
                index += 1
                append(bytes[index])
            } else if bytes[index] == UInt8(ascii: "$") {
                expansion()
            } else {
                append(bytes[index])
            }
            index += 1
        }
    }

    /// Reads `$NAME` or `${NAME}`, up to its last byte.
    private mutating func expansion() {
        let isBraced = index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "{")
        let start = index + (isBraced ? 2 : 1)
        let name = bytes[min(start, bytes.endIndex)...].prefix(while: \.isIdentifierByte)
        let isClosed = !isBraced || name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: "}")
        guard ShellReader.isIdentifier(name), isClosed else { return append(bytes[index]) }
        if word == nil { word = Word() }
        word?.append(variable: String(decoding: name, as: UTF8.self))
        index = isBraced ? name.endIndex : name.endIndex - 1
    }

    private mutating func endWord() {
        if let word { words.append(word) }
        word = nil
    }

    private mutating func endCommand() {
        endWord()
        var kept: [Word] = []
        var isFile = false
        for word in words {
            let text = word.text
            let rest = text.drop { $0.isNumber }
            if isFile {
                isFile = false
            } else if rest.hasPrefix(">") || rest.hasPrefix("<") {
                isFile = rest.utf8.allSatisfy { ">< ".utf8.contains($0) }
            } else {
                kept.append(word)
            }
        }
        if !kept.isEmpty { commands.append(kept) }
        words = []
    }
}
