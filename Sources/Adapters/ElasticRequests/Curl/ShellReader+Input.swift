extension ShellReader {
    /// What a command before a pipe writes for the curl command behind it: `echo '...' | curl -d @-` and
    /// `cat <<EOF | curl -d @-`.
    struct PipedInput {
        /// The text; nil where it is a here-document.
        var text: ShellWord?
        /// The here-document, whose content is behind the line.
        var document: HereDocument?
    }

    /// Reads a command that only writes its text into a pipe to curl; without one nothing is read.
    mutating func pipedInput() throws(CurlFault) -> PipedInput? {
        guard ["echo ", "printf ", "cat "].contains(where: { bytes[index...].starts(with: $0.utf8) }) else {
            return nil
        }
        let start = index
        let input = try writer()
        guard let input, peek == UInt8(ascii: "|"), !has("||", at: index) else {
            index = start
            return nil
        }
        index += 1
        while let byte = peek, byte.isShellBlank || byte == 0x0A || has("\\\n", at: index) {
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard isCurl(at: index) else {
            index = start
            return nil
        }
        return input
    }

    /// Reads such a command up to the pipe; nil where it does more than write a text.
    private mutating func writer() throws(CurlFault) -> PipedInput? {
        var words: [ShellWord] = []
        var document: HereDocument?
        while let byte = peek, byte != 0x0A, byte != UInt8(ascii: "|") {
            if byte.isShellBlank {
                index += 1
            } else if has("<<", at: index), !has("<<<", at: index), document == nil {
                document = try hereDocument()
            } else if byte.isShellOperator {
                return nil
            } else {
                words.append(try word())
            }
        }
        switch (words.first?.literal, document) {
        case ("cat", let document?): return words.count == 1 ? PipedInput(document: document) : nil
        case ("echo", nil): return echo(words.dropFirst())
        case ("printf", nil):
            let texts = words.count == 3 && words[1].literal == "%s" ? words.dropFirst(2) : words.dropFirst()
            // What `printf` replaces is read nowhere else.
            guard texts.count == 1, let text = texts.first else { return nil }
            let isFormat = words.count == 2 && text.bytes.contains { "%\\".utf8.contains($0) }
            return isFormat ? nil : PipedInput(text: text)
        default: return nil
        }
    }

    private func echo(_ words: ArraySlice<ShellWord>) -> PipedInput? {
        let isOpen = words.first?.literal == "-n"
        let texts = isOpen ? words.dropFirst() : words
        guard texts.count == 1, var text = texts.first, text.literal?.hasPrefix("-") != true else { return nil }
        if !isOpen { text.append(0x0A, from: text.range.upperBound..<text.range.upperBound) }
        return PipedInput(text: text)
    }
}
