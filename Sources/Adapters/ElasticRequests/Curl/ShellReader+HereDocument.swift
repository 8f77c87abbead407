extension ShellReader {
    /// A here-document whose content is on the lines behind the command's.
    struct HereDocument {
        /// The line that ends it.
        let delimiter: String
        /// Whether the delimiter is quoted, so that the content is taken as it is.
        let isRaw: Bool
        /// Whether tabs in front of its lines are removed.
        let isStripped: Bool
        /// Where the operator and the delimiter stand, in bytes of the block.
        let range: Range<Int>
    }

    /// Reads `<<` and the delimiter.
    mutating func hereDocument() throws(CurlFault) -> HereDocument {
        let start = index
        index += 2
        let isStripped = peek == UInt8(ascii: "-")
        if isStripped { index += 1 }
        while let byte = peek, byte.isShellBlank { index += 1 }
        let wordStart = index
        let word = try word()
        guard let delimiter = word.literal, !delimiter.isEmpty else {
            throw CurlFault(
                "here-document", "a plain word must follow `<<`", start..<index,
                help: "write `<<'EOF'`, and `EOF` on the line after the text")
        }
        let isRaw = bytes[wordStart..<index].contains { $0 == 0x27 || $0 == 0x22 || $0 == 0x5C }
        return HereDocument(
            delimiter: delimiter, isRaw: isRaw, isStripped: isStripped, range: start..<index)
    }

    /// Reads the content, from the line end at the index to behind the delimiter's line.
    mutating func content(of document: HereDocument) throws(CurlFault) -> ShellWord {
        if index < bytes.count { index += 1 }
        var word = ShellWord(at: index)
        let start = index
        while index < bytes.count {
            if document.isStripped { while peek == 0x09 { index += 1 } }
            let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            if bytes[index..<lineEnd].elementsEqual(document.delimiter.utf8) {
                word.range = start..<index
                index = min(lineEnd + 1, bytes.count)
                return word
            }
            try line(of: document, to: lineEnd, &word)
        }
        throw CurlFault(
            "here-document", "the line `\(document.delimiter)` that ends the here-document is missing", document.range,
            help: "write it on a line of its own, without spaces before it", isFinal: true)
    }

    private mutating func line(
        of document: HereDocument, to lineEnd: Int, _ word: inout ShellWord
    ) throws(CurlFault) {
        while let byte = peek, index <= lineEnd {
            if !document.isRaw, byte == UInt8(ascii: "\\") {
                escapedInText("$`\\", &word)
            } else if !document.isRaw, byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
                try expansion(&word)
            } else {
                take(&word)
            }
        }
    }
}
