/// Words of commands: which names they set, and here-documents.
extension ShellScanner {
    /// Commands whose arguments are names that they set.
    private static let setters: Set<String> = [
        "read", "mapfile", "readarray", "getopts", "local", "declare", "typeset", "printf", "wait", "coproc", "let",
        "for", "select",
    ]
    /// Words behind which a command begins.
    private static let openers: Set<String> = [
        "if", "then", "else", "elif", "do", "while", "until", "!", "{", "time", "function", "fi", "done", "esac", "}",
        "case", "in",
    ]

    /// Looks at a word that begins at the index, and moves behind what of it is read here.
    ///
    /// - Returns: Whether anything was taken.
    mutating func wordBegins() -> Bool {
        let end = endOfName(at: index)
        if end > index, let value = assignment(behind: end) {
            result.assigned.insert(string(index..<end))
            index = value
            if isAtCommand { onlySets = true }
            isAtWord = false
            return true
        }
        guard end > index || isPlain(bytes[index]) else {
            beginCommand("")
            return false
        }
        let stop = bytes[index...].firstIndex { !isPlain($0) } ?? bytes.count
        let word = string(index..<stop)
        result.pipelines[pipeline].meet(word, isFirst: isAtCommand)
        if isAtCommand {
            if word == "function" { result.setsArguments = true }
            if !ShellScanner.openers.contains(word) { beginCommand(word) }
        } else if stop == end, ShellScanner.setters.contains(command) {
            result.assigned.insert(word)
            if command == "for" || command == "select" { command = "" }
        }
        index = stop
        isAtWord = false
        return true
    }

    private mutating func beginCommand(_ word: String) {
        guard isAtCommand else { return }
        command = word
        isAtCommand = false
        onlySets = false
        if ["set", "shift", "getopts", ".", "source", "eval"].contains(word) { result.setsArguments = true }
        note(word)
    }

    /// Notes the first word of a command of the script itself.
    private mutating func note(_ word: String) {
        if modes.count == 1 { result.commands.append(word) }
    }

    /// Ends a command.
    mutating func endCommand() {
        if onlySets { note("=") }
        onlySets = false
        isAtCommand = true
        isAtWord = true
        command = ""
    }

    /// Where the value of `name=`, `name+=` or `name[...]=` begins; nil for another word.
    private func assignment(behind end: Int) -> Int? {
        var next = end
        if next < bytes.count, bytes[next] == UInt8(ascii: "["),
            let close = bytes[next...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == 0x0A }),
            bytes[close] == UInt8(ascii: "]")
        {
            next = close + 1
        }
        if next < bytes.count, bytes[next] == UInt8(ascii: "+") { next += 1 }
        return next < bytes.count && bytes[next] == UInt8(ascii: "=") ? next + 1 : nil
    }

    /// Whether a byte of a word means nothing but itself.
    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"),
            UInt8(ascii: "`"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"):
            false
        default: true
        }
    }

    // MARK: Here-documents

    /// `<<END`, `<<-END` and `<<'END'`.
    mutating func hereDocument() {
        index += 2
        let isIndented = peek() == UInt8(ascii: "-")
        if isIndented { index += 1 }
        while peek() == 0x20 || peek() == 0x09 { index += 1 }
        var end: [UInt8] = []
        var isQuoted = false
        while let byte = peek(), isPlain(byte) || byte == UInt8(ascii: "\\") || byte == 0x27 || byte == 0x22 {
            if isPlain(byte) { end.append(byte) } else { isQuoted = true }
            index += 1
        }
        if !end.isEmpty { documents.append((end, isQuoted, isIndented, pipeline)) }
        isAtWord = true
    }

    /// Reads the here-documents of the line that has just ended.
    mutating func readDocuments() {
        guard let document = documents.first else { return }
        documents.removeFirst()
        let start = index
        var line = index
        var end = bytes.count
        var next = bytes.count
        while line < bytes.count {
            let stop = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            var text = bytes[line..<stop]
            if document.isIndented { text = text.drop { $0 == 0x09 } }
            if text.elementsEqual(document.end) {
                (end, next) = (line, min(stop + 1, bytes.count))
                break
            }
            line = stop + 1
        }
        if document.isQuoted {
            hide(start..<end, pipeline: document.pipeline)
            index = next
            readDocuments()
        } else {
            // The line with its end is read as a word, which means nothing.
            modes.append(.document(end: end))
            pipeline = document.pipeline
        }
    }
}
