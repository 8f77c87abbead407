import OrderedJSON
import RunbookBodies
import RunbookModel

extension ConsoleParser {
    /// Reads the object or list at the index.
    mutating func document() throws(ConsoleFault) -> DocumentBuilder {
        var document = DocumentBuilder()
        if peek == UInt8(ascii: "[") {
            try array(&document, depth: 1)
        } else {
            try object(&document, depth: 1)
        }
        return document
    }

    private mutating func value(_ document: inout DocumentBuilder, depth: Int) throws(ConsoleFault) {
        guard depth <= JSON.maximumDepth else {
            throw ConsoleFault(
                "too-deep", "a body may have at most \(JSON.maximumDepth) levels", index..<min(index + 1, bytes.count))
        }
        if let piece {
            return try append(piece, as: .jsonValue, to: &document)
        }
        switch peek ?? 0 {
        case UInt8(ascii: "{"): try object(&document, depth: depth)
        case UInt8(ascii: "["): try array(&document, depth: depth)
        case UInt8(ascii: "\""): try string(&document)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(&document)
        default: try word(&document)
        }
    }

    private mutating func object(_ document: inout DocumentBuilder, depth: Int) throws(ConsoleFault) {
        let start = index
        take(&document)
        var names: Set<ArraySlice<UInt8>> = []
        space(&document)
        if peek == UInt8(ascii: "}") { return take(&document) }
        while true {
            let name = index
            guard peek == UInt8(ascii: "\"") else { throw noName(openedAt: start) }
            try string(&document)
            guard names.insert(bytes[name..<index]).inserted else {
                let text = String(decoding: bytes[name..<index], as: UTF8.self)
                throw ConsoleFault("duplicate-key", "the object has two members \(text)", name..<index)
            }
            space(&document)
            guard peek == UInt8(ascii: ":") else { throw expected("`:` after the member's name", openedAt: start) }
            take(&document)
            space(&document)
            try value(&document, depth: depth + 1)
            space(&document)
            if peek == UInt8(ascii: "}") { return take(&document) }
            guard peek == UInt8(ascii: ",") else { throw expected("`,` or `}`", openedAt: start) }
            take(&document)
            space(&document)
        }
    }

    private mutating func array(_ document: inout DocumentBuilder, depth: Int) throws(ConsoleFault) {
        let start = index
        take(&document)
        space(&document)
        if peek == UInt8(ascii: "]") { return take(&document) }
        while true {
            try value(&document, depth: depth + 1)
            space(&document)
            if peek == UInt8(ascii: "]") { return take(&document) }
            guard peek == UInt8(ascii: ",") else { throw expected("`,` or `]`", openedAt: start) }
            take(&document)
            space(&document)
        }
    }

    private mutating func string(_ document: inout DocumentBuilder) throws(ConsoleFault) {
        if has("\"\"\"", at: index) { return try tripleQuoted(&document) }
        let start = index
        take(&document)
        while let byte = peek {
            if let piece {
                try append(piece, as: .jsonString, to: &document)
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                return take(&document)
            case UInt8(ascii: "\\"):
                try escape(&document)
            case 0x09:
                document.append("\\t".utf8)
                index += 1
            case 0..<0x20:
                throw unclosed(start)
            default:
                plainText(&document)
            }
        }
        throw unclosed(start)
    }

    /// Adds the bytes of a string up to the next one that may mean something, at least one.
    private mutating func plainText(_ document: inout DocumentBuilder) {
        let start = index
        repeat {
            index += 1
        } while peek.map {
            $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "$")
        }
            ?? false
        document.append(bytes[start..<index])
    }

    private func unclosed(_ start: Int) -> ConsoleFault {
        ConsoleFault(
            "unclosed-string", "the string does not end on its line", start..<index,
            help: "close it with `\"`, or write text of several lines between `\"\"\"`")
    }

    private mutating func escape(_ document: inout DocumentBuilder) throws(ConsoleFault) {
        let start = index
        let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
        var count = 2
        if letter == UInt8(ascii: "u") {
            let digits = bytes[min(index + 2, bytes.count)..<min(index + 6, bytes.count)]
            count = digits.count == 4 && digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit } ? 6 : 0
        } else if !"\"\\/bfnrt".utf8.contains(letter) {
            count = 0
        }
        guard count > 0 else {
            throw ConsoleFault(
                "escape", "unknown escape in a string", start..<min(start + 2, bytes.count),
                help: "write `\\\\` for a backslash, or the text between `\"\"\"`, where nothing is escaped")
        }
        document.append(bytes[start..<start + count])
        index += count
    }

    /// Reads raw text between triple quotes, which is sent as a JSON string.
    private mutating func tripleQuoted(_ document: inout DocumentBuilder) throws(ConsoleFault) {
        let start = index + 3
        var end = start
        while end < bytes.count, !has("\"\"\"", at: end) { end += 1 }
        guard end < bytes.count else {
            throw ConsoleFault(
                "unclosed-quotes", "the closing `\"\"\"` is missing", start..<start,
                help: "close it: nothing after the opening `\"\"\"` can be read", isFinal: true)
        }
        document.append("\"".utf8)
        index = start
        while index < end {
            if let piece {
                try append(piece, as: .jsonString, to: &document)
            } else {
                let next = (index + 1..<end).first { pieces[$0] != nil } ?? end
                document.append(JSON.escaped(String(decoding: bytes[index..<next], as: UTF8.self)).utf8)
                index = next
            }
        }
        document.append("\"".utf8)
        index = end + 3
        guard peek != UInt8(ascii: "\""), bytes[start..<end].first != UInt8(ascii: "\"") else {
            let last = bytes[index...].firstIndex { $0 != UInt8(ascii: "\"") } ?? bytes.count
            throw ConsoleFault(
                "unclosed-quotes", "text between `\"\"\"` cannot start or end with a quote", start - 3..<last,
                help: "write an ordinary string, with `\\\"` for each quote in it")
        }
    }

    /// Reads a number; like Kibana it takes zeros in front, and a point without digits.
    private mutating func number(_ document: inout DocumentBuilder) throws(ConsoleFault) {
        let start = index
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
        if peek == UInt8(ascii: "-") { index += 1 }
        let hasDigits = isDigit(peek)
        while isDigit(peek) { index += 1 }
        if peek == UInt8(ascii: ".") { index += 1 }
        while isDigit(peek) { index += 1 }
        var isComplete = hasDigits
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            index += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
            isComplete = isComplete && isDigit(peek)
            while isDigit(peek) { index += 1 }
        }
        guard isComplete else { throw ConsoleFault("number", "this is not a number", start..<index) }
        document.append(bytes[start..<index])
    }

    private mutating func word(_ document: inout DocumentBuilder) throws(ConsoleFault) {
        for word in ["true", "false", "null"] where bytes[index...].starts(with: word.utf8) {
            document.append(word.utf8)
            index += word.utf8.count
            return
        }
        if let end = bytes[index...].prefix(100).firstIndex(of: UInt8(ascii: ">")),
            Placeholder.isWhole(bytes[index...end])
        {
            let text = String(decoding: bytes[index...end], as: UTF8.self)
            throw ConsoleFault(
                "json", "`\(VisibleText.visible(text))` is a placeholder, not a value", index..<end + 1,
                help: Placeholder.help(text))
        }
        if peek == UInt8(ascii: "'") {
            throw ConsoleFault(
                "json", "a string must be in double quotes", index..<index + 1, help: "write `\"` instead of `'`")
        }
        throw omitted ?? expected("a value")
    }

    /// Adds a hole, or the text that an escaped one stands for.
    private mutating func append(_ piece: HolePiece, as context: HoleContext, to document: inout DocumentBuilder)
        throws(ConsoleFault)
    {
        switch piece {
        case .hole(let reference, let range):
            document.append(Hole(reference: reference, context: context, span: text.span(range)))
        case .malformed(let range):
            throw ConsoleFault("value/malformed", "", range)
        case .escape(let range) where context == .jsonValue:
            throw ConsoleFault("json", "expected a value", range)
        case .escape, .literal:
            document.append("${".utf8)
        }
        index = piece.range.upperBound
    }

    /// Adds the byte at the index and moves behind it.
    private mutating func take(_ document: inout DocumentBuilder) {
        document.append(CollectionOfOne(bytes[index]))
        index += 1
    }

    /// Adds white space, and moves over it and comments.
    private mutating func space(_ document: inout DocumentBuilder) {
        while let byte = peek {
            if byte.isConsoleSpace {
                let start = index
                while let byte = peek, byte.isConsoleSpace { index += 1 }
                document.appendSpace(bytes[start..<index])
            } else if !skipComment() {
                return
            }
        }
    }

    // MARK: - Faults

    private func noName(openedAt start: Int) -> ConsoleFault {
        if case .hole(_, let range) = piece {
            return ConsoleFault(
                "json", "a member's name must be a string", range,
                help: "write `\"\(String(decoding: bytes[range], as: UTF8.self))\"`")
        }
        if peek == UInt8(ascii: "}") {
            return ConsoleFault(
                "json", "a member must follow `,`", index..<index + 1, help: "remove the `,` before this `}`")
        }
        if peek == UInt8(ascii: "'") {
            return ConsoleFault(
                "json", "a member's name must be in double quotes", index..<index + 1, help: "write `\"` instead of `'`"
            )
        }
        return omitted ?? expected("a member's name in quotes", openedAt: start)
    }

    /// What authors write for members that they leave out; nil where it is something else.
    private var omitted: ConsoleFault? {
        guard has("...", at: index) else { return nil }
        return ConsoleFault(
            "json", "`...` is not a part of JSON", index..<index + 3,
            help: "write what it stands for; if the block is only shown, remove its role")
    }

    private func expected(_ what: String, openedAt start: Int? = nil) -> ConsoleFault {
        guard index < bytes.count else {
            let opener = start.map { ", for the `\(Character(UnicodeScalar(bytes[$0])))` on line \(line(of: $0))" }
            return ConsoleFault(
                "json", "the body ends here, expected \(what)\(opener ?? "")", index..<index,
                help: start.map { "close it with `\(bytes[$0] == UInt8(ascii: "[") ? "]" : "}")`" })
        }
        let isComment = has("#", at: index) || has("/", at: index)
        return ConsoleFault(
            "json", "expected \(what)", index..<index + characterLength(at: index),
            help: isComment ? nil : JSONAdvice.help(bytes, at: index))
    }

    private func line(of offset: Int) -> Int { text.position(at: offset).line }

    private func characterLength(at offset: Int) -> Int {
        switch bytes[offset] {
        case 0xF0...: min(4, bytes.count - offset)
        case 0xE0...: min(3, bytes.count - offset)
        case 0xC0...: min(2, bytes.count - offset)
        default: 1
        }
    }
}
