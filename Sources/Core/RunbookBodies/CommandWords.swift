/// The simple commands of a shell's text, as far as their words can be told without executing them (POSIX.1, section
/// 2.3).
package struct CommandWords {
    /// A word of a command.
    struct Word {
        /// Where it is, with its quotes, as offsets.
        let range: Range<Int>
        /// What it is without its quotes; a byte 0 stands for what the shell inserts.
        let text: [UInt8]
        /// Whether any of it is in quotes.
        let isQuoted: Bool
        /// Whether it may be any number of words: `"$@"`, `"${names[@]}"`, `$*`.
        let isList: Bool

        /// The name of the program that it would start; empty for a long word.
        var name: String {
            let path = text.split(separator: UInt8(ascii: "/")).last ?? []
            return path.count > 40 ? "" : String(decoding: path, as: UTF8.self)
        }
    }

    /// The commands in order, each with its words.
    private(set) var commands: [[Word]] = []

    /// Where the shell inserts a variable or an argument, in order; the output of another command does not count.
    private(set) var expansions: [Range<Int>] = []
    /// Whether a function is defined: it has arguments of its own.
    private(set) var definesFunction = false

    /// The text.
    let bytes: [UInt8]
    private var index = 0
    private var words: [Word] = []
    /// The ends of here-documents whose texts begin on the next line.
    private var ends: [[UInt8]] = []

    /// Reads a text; it takes time in proportion to its length.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        read()
    }

    private mutating func read() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0D: index += 1
            case 0x0A:
                close()
                index += 1
                skipDocuments()
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "(") where !words.isEmpty && isEmptyList():
                definesFunction = true
                close()
                index += 1
            case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "("), UInt8(ascii: ")"):
                close()
                index += 1
            case UInt8(ascii: "<"), UInt8(ascii: ">"): readRedirection()
            default: readWord()
            }
        }
        close()
    }

    private mutating func close() {
        // `{`, `!` and the words of compound commands are before the command, as its variables are.
        if !words.isEmpty { commands.append(words) }
        words = []
    }

    /// Whether `()` is here, behind the name of a function.
    private func isEmptyList() -> Bool {
        bytes[(index + 1)...].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ")")
    }

    private mutating func skipLine() {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    }

    private mutating func readRedirection() {
        let isDocument = bytes[index...].starts(with: "<<".utf8) && !bytes[index...].starts(with: "<<<".utf8)
        while index < bytes.count, "<>&-|".utf8.contains(bytes[index]) { index += 1 }
        guard isDocument else { return }
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        let count = words.count
        readWord()
        if words.count > count, let end = words.popLast() { ends.append(end.text) }
    }

    /// Leaves out the texts of here-documents: they are read by programs.
    private mutating func skipDocuments() {
        for end in ends {
            while index < bytes.count {
                let line = bytes[index...].prefix { $0 != 0x0A }
                index = min(line.endIndex + 1, bytes.count)
                if line.drop(while: { $0 == 0x09 }).elementsEqual(end) { break }
            }
        }
        ends = []
    }

    // MARK: Words

    private mutating func readWord() {
        let start = index
        var text: [UInt8] = []
        var isQuoted = false
        while index < bytes.count, !" \t\r\n;|&()<>".utf8.contains(bytes[index]) {
            switch bytes[index] {
            case UInt8(ascii: "'"):
                isQuoted = true
                let content = bytes[(index + 1)...].prefix { $0 != UInt8(ascii: "'") }
                text += content
                index = min(content.endIndex + 1, bytes.count)
            case UInt8(ascii: "\""):
                isQuoted = true
                readDouble(into: &text)
            case UInt8(ascii: "\\"):
                if index + 1 < bytes.count { text.append(bytes[index + 1]) }
                index = min(index + 2, bytes.count)
            case UInt8(ascii: "$"), UInt8(ascii: "`"):
                readExpansion(into: &text)
            default:
                text.append(bytes[index])
                index += 1
            }
        }
        let isList =
            bytes[start..<index].contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "*") } && text.contains(0)
        words.append(Word(range: start..<index, text: text, isQuoted: isQuoted, isList: isList))
    }

    private mutating func readDouble(into text: inout [UInt8]) {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                text.append(bytes[index + 1])
                index += 2
            } else if bytes[index] == UInt8(ascii: "$") || bytes[index] == UInt8(ascii: "`") {
                readExpansion(into: &text)
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        index = min(index + 1, bytes.count)
    }

    /// `$name`, `${...}`, `$(...)` and what is in backticks.
    private mutating func readExpansion(into text: inout [UInt8]) {
        text.append(0)
        let start = index
        let isBacktick = bytes[index] == UInt8(ascii: "`")
        index += 1
        if isBacktick {
            while index < bytes.count, bytes[index] != UInt8(ascii: "`") { index += 1 }
            index = min(index + 1, bytes.count)
            return
        }
        guard index < bytes.count else { return }
        let close: UInt8
        switch bytes[index] {
        case UInt8(ascii: "{"): close = UInt8(ascii: "}")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        case UInt8(ascii: "'"): return
        default:
            let name = bytes[index...].prefix { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            }
            // Of digits without braces only the first one counts.
            let isDigit = name.first.map { (0x30...0x39).contains($0) } ?? false
            index = name.isEmpty || isDigit ? index + 1 : name.endIndex
            expansions.append(start..<index)
            return
        }
        let open = bytes[index]
        var depth = 0
        while index < bytes.count {
            if bytes[index] == open { depth += 1 }
            if bytes[index] == close { depth -= 1 }
            index += 1
            if depth == 0 {
                if open == UInt8(ascii: "{") { expansions.append(start..<index) }
                return
            }
        }
    }
}
