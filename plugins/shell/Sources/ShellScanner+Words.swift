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
        "in",
    ]

    /// Looks at a word that begins at the index, and moves behind what of it is read here.
    ///
    /// - Returns: Whether anything was taken.
    mutating func wordBegins() -> Bool {
        let end = endOfName(at: index)
        if end > index, let value = assignment(behind: end) {
            result.assigned.insert(string(index..<end))
            if command == "alias" { result.functions.insert(string(index..<end)) }
            index = value
            if isAtCommand { onlySets = true }
            isAtWord = false
            return true
        }
        let (whole, isLiteral) = wholeWord()
        let purpose = redirection
        redirection = 0
        isScript =
            purpose == UInt8(ascii: "t")
            ? result.pipelines[pipeline].isAtShell : result.pipelines[pipeline].beginsScript
        if purpose != 0 {
            // What another program writes there is its own.
            let isText = ["cat", "echo", "printf"].contains(command)
            if isLiteral, isText, purpose == UInt8(ascii: ">") { result.pipelines[pipeline].write(whole) }
            isAtWord = false
            return skipPlain() > 0
        }
        note(whole, isLiteral: isLiteral)
        guard end > index || isPlain(bytes[index]) else {
            beginCommand(isLiteral ? whole : "")
            return false
        }
        let start = index
        skipPlain()
        let word = string(start..<index)
        if isAtCommand {
            if isFunction { result.functions.insert(word) }
            isFunction = word == "function"
            if isFunction { result.setsArguments = true }
            if !ShellScanner.openers.contains(word) { beginCommand(word) }
        } else if index == end, ShellScanner.setters.contains(command) {
            result.assigned.insert(word)
            if command == "for" || command == "select" { command = "" }
        }
        isAtWord = false
        return true
    }

    @discardableResult
    private mutating func skipPlain() -> Int {
        let start = index
        index = bytes[index...].firstIndex { !isPlain($0) } ?? bytes.count
        return index - start
    }

    /// Tells the pipeline of a word.
    private mutating func note(_ whole: String, isLiteral: Bool) {
        if !isLiteral {
            if isAtCommand { result.pipelines[pipeline].meetIndirect() }
            return
        }
        if isAtCommand, ShellScanner.openers.contains(whole) || isFunction { return }
        if command == "tee" { result.pipelines[pipeline].write(whole) }
        result.pipelines[pipeline].meet(whole, isFirst: isAtCommand)
    }

    /// The word that begins at the index, without its quotes; and whether the shell takes all of it as it is.
    ///
    /// Of a longer one the beginning is enough: names of programs are short.
    private func wholeWord() -> (text: String, isLiteral: Bool) {
        var text: [UInt8] = []
        var place = index
        var quote: UInt8?
        while place < bytes.count, text.count < 100 {
            let byte = bytes[place]
            place += 1
            if let open = quote {
                if byte == open {
                    quote = nil
                } else if open == 0x22, byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
                    return ("", false)
                } else {
                    text.append(byte)
                }
            } else if byte == 0x27 || byte == 0x22 {
                quote = byte
            } else if byte == UInt8(ascii: "\\"), place < bytes.count {
                text.append(bytes[place])
                place += 1
            } else if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
                return ("", false)
            } else if isPlain(byte) {
                text.append(byte)
            } else {
                break
            }
        }
        return (String(decoding: text, as: UTF8.self), true)
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
        if !end.isEmpty {
            documents.append(
                Document(
                    end: end, isQuoted: isQuoted, isIndented: isIndented, pipeline: pipeline, command: command,
                    isScript: result.pipelines[pipeline].isAtShell))
        }
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
            hide(start..<end, document: document)
            index = next
            readDocuments()
        } else {
            // The line with its end is read as a word, which means nothing.
            modes.append(.document(end: end))
            pipeline = document.pipeline
            command = document.command
            isScript = document.isScript
        }
    }
}
