package import RunbookModel

/// Reads the requests of a console block, in the grammar of the Kibana Console since 8.15.
///
/// Between a request line and its first body there may be one blank line, between bodies none; bodies may abut;
/// comments (`#`, `//`, `/* */`) are between requests and inside bodies. Stricter than Kibana's: what Kibana drops in
/// silence, such as a body on the request line, is an error here. Behind an error reading continues at the next line
/// that begins with a method.
///
/// Consoles before 8.15, and that of OpenSearch Dashboards, read line by line: a request ends at an empty line, its URL
/// at the first blank. What they read differently is reported.
package struct ConsoleParser {
    /// The methods that a request can begin with.
    package static let methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]

    let text: BlockText
    let bytes: [UInt8]
    /// The pieces that are not literal, by their first byte.
    let pieces: [Int: HolePiece]
    var index = 0
    private var requests: [RequestTemplate] = []
    /// What is wrong, and what consoles before 8.15 read differently.
    var diagnostics: [Diagnostic] = []

    /// Reads a block; the requests are those without an error in them.
    package static func parse(_ text: BlockText) -> (requests: [RequestTemplate], diagnostics: [Diagnostic]) {
        var parser = ConsoleParser(text)
        parser.run()
        return (parser.requests, parser.diagnostics)
    }

    private init(_ text: BlockText) {
        self.text = text
        bytes = Array(text.text.utf8)
        var pieces: [Int: HolePiece] = [:]
        for piece in HolePiece.pieces(of: bytes) {
            if case .literal = piece { continue }
            pieces[piece.range.lowerBound] = piece
        }
        self.pieces = pieces
    }

    private mutating func run() {
        skipBetweenRequests()
        if index == bytes.count {
            diagnostics.append(
                Diagnostic(
                    "console/empty", "the block has no request", at: text.span,
                    help: "write `METHOD /path` on the first line, and the body below it"))
        }
        while index < bytes.count {
            let start = index
            do {
                requests.append(try request())
            } catch {
                diagnostics.append(diagnostic(error))
                guard !error.isFinal, recover(from: max(error.range.lowerBound, start + 1)) else { return }
            }
            skipBetweenRequests()
        }
    }

    private func diagnostic(_ fault: ConsoleFault) -> Diagnostic {
        if fault.code == "value/malformed" { return HolePiece.malformed(at: text.span(fault.range)) }
        let span = text.span(fault.range)
        guard let help = fault.help else { return Diagnostic("console/\(fault.code)", fault.message, at: span) }
        return Diagnostic("console/\(fault.code)", fault.message, at: span, help: help)
    }

    /// Moves to the first line at or behind an offset that begins with a method; false when there is none.
    private mutating func recover(from offset: Int) -> Bool {
        var lineStart = (bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A) ?? -1) + 1
        while lineStart < bytes.count {
            let word = bytes[lineStart...].firstIndex { !$0.isConsoleSpace } ?? bytes.count
            let rest = String(decoding: bytes[word..<min(word + 6, bytes.count)], as: UTF8.self).uppercased()
            if word >= offset, ConsoleParser.methods.contains(where: { rest.hasPrefix($0) }) {
                index = word
                return true
            }
            lineStart = (bytes[max(word, lineStart)...].firstIndex(of: 0x0A) ?? bytes.count) + 1
        }
        return false
    }

    private mutating func request() throws(ConsoleFault) -> RequestTemplate {
        let start = index
        let method = try method()
        skipLineSpace()
        let (path, query) = try requestLine(after: method)
        let isLines = ConsoleParser.takesLines(path)
        var end = index
        var documents: [DocumentBuilder] = []
        skipLineEnd()
        let bodyStart = index
        if beginsBody(method) {
            documents.append(try document())
            end = index
            skipCallouts()
        }
        let hasBody = !documents.isEmpty
        skipLineEnd()
        let blank = !hasBody && beginsBody(method) ? index : nil
        while beginsBody(method) {
            if !documents.isEmpty, !isLines { throw secondBody }
            documents.append(try document())
            end = index
            skipCallouts()
            skipLineEnd()
        }
        while end > start, bytes[end - 1].isConsoleSpace { end -= 1 }
        if !documents.isEmpty {
            try refuseAnswer(
                in: bodyStart..<end,
                isLikely: blank != nil || ["GET", "HEAD", "DELETE"].contains(method.value)
                    || !PastedAnswer.mayBeDocument(at: path.source))
            if let blank { noteBlankLine(at: blank) }
            noteStrings(in: bodyStart..<end)
        }
        return RequestTemplate(
            method: method, path: path, query: query,
            body: ConsoleParser.body(documents.map { isLines ? $0.onOneLine.template() : $0.laidOut.template() }),
            span: text.span(start..<end))
    }

    /// A body behind the one that a request may have: servers read the first and drop the rest, or refuse both.
    private var secondBody: ConsoleFault {
        ConsoleFault(
            "second-body", "this request already has a body", index..<index + 1,
            help: "write each body below a request line of its own; only `_bulk` and `_msearch` take several")
    }

    /// Whether a body begins here; a list is one where the API takes it, a JSON Patch (RFC 6902).
    private func beginsBody(_ method: Located<String>) -> Bool {
        peek == UInt8(ascii: "{") || (peek == UInt8(ascii: "[") && method.value == "PATCH")
    }

    /// Refuses a body that is the answer to the request, pasted below it.
    ///
    /// - Parameter isLikely: Whether what looks like one cannot be a document to store.
    private func refuseAnswer(in range: Range<Int>, isLikely: Bool) throws(ConsoleFault) {
        guard isLikely,
            let start = bytes[range].firstIndex(of: UInt8(ascii: "{")),
            PastedAnswer.isOne(bytes[start..<range.upperBound])
        else { return }
        throw ConsoleFault(
            "pasted-answer", "this is a response to the request above; it would be sent as its body",
            start..<start + 1,
            help: "move it to a fence `json expect` below this one, or to a fence `json` if it is only shown")
    }

    /// Tells of placeholders and secrets in a body.
    private mutating func noteStrings(in range: Range<Int>) {
        for note in BodyNotes.notes(in: bytes[range]) {
            let content = String(decoding: bytes[note.range], as: UTF8.self)
            diagnostics.append(
                note.diagnostic(content, at: text.span(note.range), placeholder: "console/placeholder"))
        }
    }

    /// Tells that the body at an offset is behind an empty line.
    private mutating func noteBlankLine(at index: Int) {
        diagnostics.append(
            Diagnostic(
                "console/blank-line", .hint, "consoles before 8.15 send the request without this body",
                at: text.span(index..<index + 1), help: "remove the empty line before it"))
    }

    /// The documents with a line feed behind each; nil without documents.
    private static func body(_ documents: [Template]) -> Template? {
        guard !documents.isEmpty else { return nil }
        return Template(documents.flatMap { $0.segments + [.literal("\n")] })
    }

    /// The parts of paths whose requests have a document on each line.
    private static let linesAPIs: Set<String> = [
        "_bulk", "_msearch", "bulk", "_data", "_fleet_msearch", "_find_structure", "find_file_structure",
    ]

    /// Whether the body of a path is one document a line (NDJSON).
    private static func takesLines(_ path: Template) -> Bool {
        path.source.split(separator: "/").contains { linesAPIs.contains(String($0)) }
    }
}

extension ConsoleParser {
    /// The byte at the index; nil at the end.
    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// The piece at the index that is not literal.
    var piece: HolePiece? { peek == UInt8(ascii: "$") ? pieces[index] : nil }

    /// Whether a text is at an offset.
    func has(_ word: StaticString, at offset: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[offset + $0] == word.utf8Start[$0] }
    }

    /// Moves over spaces and tabs.
    mutating func skipLineSpace() {
        while peek == 0x20 || peek == 0x09 { index += 1 }
    }

    /// Moves over at most one line end and the white space on both sides of it.
    mutating func skipLineEnd() {
        skipLineSpace()
        if peek == 0x0D { index += 1 }
        if peek == 0x0A { index += 1 }
        skipLineSpace()
    }

    /// Moves over white space and comments.
    mutating func skipBetweenRequests() {
        while let byte = peek {
            if byte.isConsoleSpace {
                index += 1
            } else if !skipComment() {
                return
            }
        }
    }

    /// Moves over a comment, not over the line end behind it; false when there is none.
    mutating func skipComment() -> Bool {
        if let end = endOfCallout(at: index) {
            index = end
            return true
        }
        if has("/*", at: index) {
            var end = index + 2
            while end < bytes.count, !has("*/", at: end) { end += 1 }
            index = min(end + 2, bytes.count)
            return true
        }
        guard peek == UInt8(ascii: "#") || has("//", at: index) else { return false }
        index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        return true
    }
}

extension ConsoleParser {
    /// Moves over the callouts behind a body on its line.
    mutating func skipCallouts() {
        let start = index
        skipLineSpace()
        guard endOfCallout(at: index) != nil else { return index = start }
        while let end = endOfCallout(at: index) {
            index = end
            skipLineSpace()
        }
    }

    /// Where a callout ends that is at an offset.
    func endOfCallout(at start: Int) -> Int? { Callout.end(in: bytes, at: start) }
}

extension UInt8 {
    /// Whether the byte is a space, a tab or a part of a line end.
    var isConsoleSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
