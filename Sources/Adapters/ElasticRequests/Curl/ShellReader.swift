import RunbookBodies
import RunbookModel

/// Reads the curl commands of a shell block one by one (POSIX.1-2017, Shell Command Language, sections 2.2 to 2.7, and
/// bash's `$'...'`).
///
/// Nothing is run or expanded: whatever would need a shell, such as a pipe, is a fault with its reason.
struct ShellReader {
    let bytes: [UInt8]
    /// The names of the document's values, by their lower case.
    let names: [String: String]
    /// Whether `$${` stands for the text `${` everywhere, also where a shell takes every character as it is.
    let isVerbatim: Bool
    var index = 0

    init(_ text: BlockText, names: [String]) {
        bytes = Array(text.text.utf8)
        isVerbatim = text.isVerbatim
        self.names = Dictionary(names.map { ($0.lowercased(), $0) }) { first, _ in first }
    }

    /// Reads the next command; nil behind the last.
    mutating func next() throws(CurlFault) -> ShellCommand? {
        skipBetweenCommands()
        guard index < bytes.count else { return nil }
        let input = try pipedInput()
        try checkName()
        var command = ShellCommand(range: index..<index)
        command.input = input?.text
        var documents = [input?.document].compactMap(\.self)
        while let byte = peek {
            switch byte {
            case 0x20, 0x09:
                index += 1
            case UInt8(ascii: "\\") where has("\\\n", at: index):
                index += 2
            case UInt8(ascii: "#"):
                skipLine()
            case 0x0A, UInt8(ascii: ";"):
                return try end(&command, documents)
            case UInt8(ascii: "&") where has("&&", at: index):
                return try end(&command, documents)
            case UInt8(ascii: "<") where has("<<", at: index) && !has("<<<", at: index):
                documents.append(try hereDocument())
                command.range = command.range.lowerBound..<index
            default:
                if let end = Callout.end(in: bytes, at: index) {
                    index = end
                    continue
                }
                if byte.isShellOperator { throw refusedOperator() }
                command.words.append(try word())
                command.range = command.range.lowerBound..<index
            }
        }
        return try end(&command, documents)
    }

    /// Moves to the first line behind an offset that begins with `curl` or sets a variable, or to the end.
    mutating func recover(from offset: Int) {
        index = min(max(index, offset), bytes.count)
        while index < bytes.count {
            skipLine()
            while let byte = peek, byte == 0x0A || byte == 0x20 || byte == 0x09 { index += 1 }
            if isCurl(at: index) || isAssignment(at: index) { return }
        }
    }

    /// Ends a command at a separator, and reads the here-document that begins on the next line.
    private mutating func end(
        _ command: inout ShellCommand, _ documents: [HereDocument]
    ) throws(CurlFault) -> ShellCommand {
        guard let document = documents.first else {
            index = min(index + (has("&&", at: index) ? 2 : 1), bytes.count)
            return command
        }
        if documents.count > 1 {
            throw CurlFault(
                "here-document", "a command may have only one here-document", documents[1].range,
                help: "remove the other one")
        }
        guard peek == 0x0A || peek == nil else {
            throw CurlFault(
                "here-document", "a here-document must be the last on its line", index..<index + 1,
                help: "write the next command after the line `\(document.delimiter)`")
        }
        command.input = try content(of: document)
        return command
    }

    private mutating func skipBetweenCommands() {
        while let byte = peek {
            if byte == UInt8(ascii: "#") {
                skipLine()
            } else if has("\\\n", at: index) || has("&&", at: index) {
                index += 2
            } else if byte.isShellBlank || byte == 0x0A || byte == UInt8(ascii: ";") {
                index += 1
            } else {
                return
            }
        }
    }

    private mutating func skipLine() {
        index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
    }

    // MARK: - The command's name

    func isCurl(at offset: Int) -> Bool {
        guard has("curl", at: offset) else { return false }
        let end = offset + 4
        return end == bytes.count || bytes[end].isShellBlank || bytes[end] == 0x0A || has("\\\n", at: end)
    }

    private func isAssignment(at offset: Int) -> Bool {
        let end = bytes[offset...].firstIndex { !$0.isIdentifierByte } ?? bytes.count
        return end < bytes.count && bytes[end] == UInt8(ascii: "=") && ShellReader.isIdentifier(bytes[offset..<end])
    }

    private func checkName() throws(CurlFault) {
        guard !isCurl(at: index) else { return }
        let end = bytes[index...].firstIndex { $0.isShellBlank || $0 == 0x0A } ?? bytes.count
        let name = bytes[index..<end]
        let shown = VisibleText.visible(String(decoding: name, as: UTF8.self))
        if name == [UInt8(ascii: "$")] {
            throw CurlFault(
                "prompt", "the prompt `$` does not belong to the command", index..<end, help: "remove the `$`")
        }
        if let prompt = prompt() {
            throw CurlFault(
                "prompt", "the prompt `\(VisibleText.visible(line(prompt)))` does not belong to the command", prompt,
                help: "remove the prompt")
        }
        if ["[", "[[", "test"].contains(shown) {
            throw CurlFault(
                "command", "`\(shown)` compares values in a shell, which is not supported", index..<end,
                help: "write the request as a `verify`, and the condition in a fence `jq assert` after it")
        }
        if let first = name.first, "{[}]".utf8.contains(first) {
            throw CurlFault(
                "answer", "this is not a command", index..<end,
                help: "write what the response must be in a fence `json expect`, or move it to a fence `json` if it is "
                    + "only shown")
        }
        let export = has("export ", at: index) ? bytes[(index + 7)...].firstIndex { !$0.isShellBlank } : nil
        let start = export ?? index
        if isAssignment(at: start) {
            throw CurlFault(
                "assignment", "setting a variable is not supported here", index..<end,
                help: ShellAdvice.assignment(line(from: start), names: names))
        }
        if isMethod(shown, behind: end) {
            throw CurlFault(
                "command",
                "`\(shown)` is a console request, but on this target a shell block must contain curl commands",
                index..<end, help: "write `console` as the language of the block")
        }
        if isRow {
            throw CurlFault(
                "answer", "this is a line of a response, and not a command", index..<end,
                help: "write the lines that the response must have in a fence `text expect`, or move them to a fence "
                    + "`text` if they are only shown")
        }
        throw CurlFault(
            "command",
            "`\(shown)` is not supported: on this target a shell block must contain curl commands, which are "
                + "read as requests",
            index..<end, help: ShellAdvice.command(shown, line: line(from: index)))
    }

    /// The prompt of a shell before a curl command, such as `me@host:~$`, `[root@host ~]#` or `bash-5.1$`.
    private func prompt() -> Range<Int>? {
        let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        let found = bytes[index..<end].firstIndex { "$#%>".utf8.contains($0) }
        guard let sign = found, sign > index else { return nil }
        let name = bytes[index..<sign]
        let next = bytes[(sign + 1)..<end].firstIndex { !$0.isShellBlank } ?? end
        let isSet = name.contains { "='\"|;&".utf8.contains($0) }
        guard next > sign + 1 || next == end, next == end || isCurl(at: next), !isSet else { return nil }
        let isNamed = name.contains { "@~".utf8.contains($0) } || name.starts(with: "bash".utf8)
        return isNamed || next < end && !name.contains(where: \.isShellBlank) ? index..<sign + 1 : nil
    }

    private func line(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether the line looks like one of a table that a command above it asks for: at least three words, and nothing
    /// that a shell or an option of a program has.
    private var isRow: Bool {
        guard bytes[..<index].holds("/_cat/".utf8) else { return false }
        let words = bytes[index...].prefix { $0 != 0x0A }.split { $0.isShellBlank || $0 == 0x0D }
        return words.count > 2
            && words.allSatisfy { word in
                !word.contains { "$|;&'\"`=\\".utf8.contains($0) }
                    && !(word.first == UInt8(ascii: "-") && word.count > 1)
            }
    }

    /// Whether a word is the method of a console request; `head` and `patch` are programs, too.
    private func isMethod(_ word: String, behind end: Int) -> Bool {
        guard ConsoleParser.methods.contains(word.uppercased()) else { return false }
        if ConsoleParser.methods.contains(word) { return true }
        let path = bytes[end...].first { !$0.isShellBlank }
        return path == UInt8(ascii: "/") || path == UInt8(ascii: "_")
    }

    /// The rest of the line from an offset on.
    func line(from offset: Int) -> String {
        String(decoding: bytes[offset...].prefix { $0 != 0x0A }, as: UTF8.self)
    }

    // MARK: - What needs a shell

    /// What to write instead of a pipe.
    private func helpForPipe() -> String {
        let start = (0..<index).last { has("curl", at: $0) } ?? index
        let request = String(decoding: bytes[start..<index], as: UTF8.self)
        return PipeAdvice(ShellPipeline(bytes[(index + 1)...]).commands, behind: request, names: names).text
    }

    /// `<name>` at the index, on one line.
    private func placeholder() -> Range<Int>? {
        guard let end = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == 0x0A }),
            bytes[end] == UInt8(ascii: ">"), Placeholder.isWhole(bytes[index...end])
        else { return nil }
        return index..<end + 1
    }

    private func refusedOperator() -> CurlFault {
        let one = index..<index + 1
        let two = index..<min(index + 2, bytes.count)
        switch bytes[index] {
        case UInt8(ascii: "|") where has("||", at: index):
            return CurlFault(
                "operator", "a command that depends on the result of another one is not supported", two,
                help: ShellAdvice.otherwise(line(from: two.upperBound)))
        case UInt8(ascii: "|"):
            return CurlFault(
                "pipe", "a pipe into a command is not supported", one, help: helpForPipe())
        case UInt8(ascii: "&"):
            return CurlFault(
                "operator", "a request in the background is not supported", one,
                help: index > 0 && !bytes[index - 1].isShellBlank && index + 1 < bytes.count
                    && bytes[index + 1].isIdentifierByte
                    ? "put the URL in double quotes: without them `&` ends the command" : "remove the `&`")
        case UInt8(ascii: "<") where placeholder() != nil:
            let range = placeholder() ?? one
            let text = String(decoding: bytes[range], as: UTF8.self)
            return CurlFault(
                "placeholder", "`\(VisibleText.visible(text))` is a placeholder, but a shell would read a file", range,
                help: Placeholder.help(text, isSecret: text.lowercased().contains("password")) + " in double quotes")
        case UInt8(ascii: "<"), UInt8(ascii: ">"):
            return CurlFault(
                "redirection", "no file is read or written", one,
                help: "remove the redirection; the run's report contains the response")
        default:
            return CurlFault(
                "operator", "`\(Character(UnicodeScalar(bytes[index])))` needs a shell, which is not supported", one,
                help: "put quotes around text with this character")
        }
    }
}

extension ShellReader {
    /// The byte at the index; nil at the end.
    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Whether a text is at an offset.
    func has(_ word: StaticString, at offset: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[offset + $0] == word.utf8Start[$0] }
    }

    /// Whether the bytes are the name of a variable.
    static func isIdentifier(_ name: some Collection<UInt8>) -> Bool {
        guard let first = name.first, !first.isDigit else { return false }
        return name.allSatisfy(\.isIdentifierByte)
    }
}

extension UInt8 {
    /// Whether the byte is a space or a tab.
    var isShellBlank: Bool { self == 0x20 || self == 0x09 }
    /// Whether the byte is an operator of the shell, or begins one.
    var isShellOperator: Bool { ";&|<>()".utf8.contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// Whether the byte can be in the name of a variable.
    var isIdentifierByte: Bool {
        isDigit || self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
