import RunbookBodies
import RunbookModel

extension ConsoleParser {
    /// Reads the method at the index.
    mutating func method() throws(ConsoleFault) -> Located<String> {
        let start = index
        let end = bytes[start...].firstIndex { $0.isConsoleSpace } ?? bytes.count
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        let method = word.uppercased()
        guard ConsoleParser.methods.contains(method) else { throw notAMethod(word, method, start..<end) }
        index = end
        return Located(method, at: text.span(start..<end))
    }

    private func notAMethod(_ word: String, _ upper: String, _ range: Range<Int>) -> ConsoleFault {
        if word.hasPrefix("{"), !Placeholder.isWhole(bytes[range]) {
            return ConsoleFault(
                "stray-body", "this body has no request", range.lowerBound..<range.lowerBound + 1,
                help:
                    "write it directly below its request line or the body before it, without a comment or empty lines "
                    + "between them; a response belongs in a fence `json expect`")
        }
        if word.hasPrefix("[") {
            return ConsoleFault(
                "array-body", "a list is not allowed as the body of this request",
                range.lowerBound..<range.lowerBound + 1,
                help: "write an object; for `_bulk` and `_msearch` one object on each line; only `PATCH` allows a list")
        }
        if Placeholder.isWhole(bytes[range]) {
            return ConsoleFault(
                "method", "`\(VisibleText.visible(word))` is a placeholder, not a method", range,
                help: "write the method itself; for several methods write one step each, as alternatives with `if=`")
        }
        if let rest = bytes[range.upperBound...].firstIndex(where: { $0 != 0x20 }), isMark(word),
            ConsoleParser.methods.contains(where: { bytes[rest...].starts(with: Array("\($0) ".utf8)) })
        {
            return ConsoleFault(
                "method", "`\(VisibleText.visible(word))` is not a part of the request", range,
                help: "remove it: a request starts with its method")
        }
        if word.utf8.last == UInt8(ascii: ":"), word.utf8.count > 2, word.utf8.dropLast().allSatisfy(isHeaderByte) {
            return ConsoleFault(
                "method", "a request has no header lines", range,
                help: "remove this line, and the empty line behind it; a body is always sent as JSON")
        }
        return ConsoleFault(
            "method", "expected one of GET, POST, PUT, DELETE, HEAD, PATCH", range,
            help: Suggestion.nearest(to: upper, among: ConsoleParser.methods).map { "did you mean `\($0)`?" }
                ?? "a request starts with a method and a path, such as `GET /_search`; a response belongs in a fence "
                + "`text expect`")
    }

    /// Whether a word is what documents put before a line: the prompt of a shell, or a number.
    private func isMark(_ word: String) -> Bool {
        [">", "$", "%", "*", "-"].contains(word)
            || word.utf8.last == UInt8(ascii: ".") && word.utf8.count < 5
                && word.utf8.dropLast().allSatisfy {
                    (0x30...0x39).contains($0)
                }
    }

    private func isHeaderByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Reads path and query up to the end of the line, and moves there.
    mutating func requestLine(after method: Located<String>) throws(ConsoleFault) -> (Template, Template?) {
        let start = index
        let lineEnd = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        index = lineEnd
        let (end, question) = cut(start..<lineEnd)
        guard start < end else {
            throw ConsoleFault(
                "missing-path", "a path must follow `\(method.value)`", start..<start,
                help: "write `\(method.value) /path`")
        }
        try checkPath(start..<(question ?? end))
        try checkRest(end..<lineEnd)
        var path = RequestTextBuilder()
        if bytes[start] != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
        try append(start..<(question ?? end), as: .urlPath, to: &path)
        guard let question, question + 1 < end else { return (path.template(), nil) }
        noteBlank(in: question..<end)
        noteStrings(inQuery: question + 1..<end)
        var query = RequestTextBuilder()
        try append(question + 1..<end, as: .urlQuery, to: &query)
        return (path.template(), query.template())
    }

    /// Where the URL on a line ends, and where its `?` is.
    ///
    /// A path ends at its first space outside double quotes. A query may hold spaces, and ends at one that a comment or
    /// an opening brace follows.
    private func cut(_ line: Range<Int>) -> (end: Int, question: Int?) {
        var question: Int?
        var isQuoted = false
        var end = line.lowerBound
        var index = line.lowerBound
        while index < line.upperBound {
            if let piece = pieces[index] {
                index = min(piece.range.upperBound, line.upperBound)
                end = index
                continue
            }
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 {
                let next = bytes[index..<line.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.upperBound
                let isEnd =
                    isComment(at: next) || has("{", at: next) || endOfCallout(at: next) != nil || has("| ", at: next)
                    || isProtocol(next..<line.upperBound)
                if question == nil ? !isQuoted : isEnd { return (end, question) }
                index = next
                continue
            }
            if byte == UInt8(ascii: "?"), question == nil { question = index }
            if byte == UInt8(ascii: "\""), question == nil { isQuoted.toggle() }
            index += 1
            end = index
        }
        return (end, question)
    }

    /// Whether a range is the version of the protocol, as requests of HTTP have it, and perhaps a comment: it says
    /// nothing of the request.
    private func isProtocol(_ range: Range<Int>) -> Bool {
        guard has("HTTP/", at: range.lowerBound) else { return false }
        let end = bytes[range].firstIndex { $0.isConsoleSpace } ?? range.upperBound
        let version = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
        let next = bytes[end..<range.upperBound].firstIndex { !$0.isConsoleSpace } ?? range.upperBound
        return ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/2.0"].contains(version)
            && (next == range.upperBound || isComment(at: next) || endOfCallout(at: next) != nil)
    }

    /// Tells that a query continues behind a blank.
    private mutating func noteBlank(in query: Range<Int>) {
        guard let blank = query.first(where: { bytes[$0] == 0x20 || bytes[$0] == 0x09 }) else { return }
        diagnostics.append(
            Diagnostic(
                "console/query-blank", .warning, "consoles before 8.15 send the query only up to this space",
                at: text.span(blank..<blank + 1), help: "write `%20` for a space that belongs to the query"))
    }

    private func isComment(at offset: Int) -> Bool {
        has("#", at: offset) || has("//", at: offset)
    }

    /// Refuses what is behind the URL and is not a comment: Kibana sends the request without it.
    private func checkRest(_ rest: Range<Int>) throws(ConsoleFault) {
        guard let start = bytes[rest].firstIndex(where: { !$0.isConsoleSpace }), !isComment(at: start),
            !has("/*", at: start), endOfCallout(at: start) == nil
        else { return }
        let last = bytes[rest].lastIndex { !$0.isConsoleSpace } ?? start
        if isProtocol(start..<rest.upperBound) { return }
        let isBody = has("{", at: start)
        throw ConsoleFault(
            "after-path", isBody ? "a body is not allowed on the request line" : "text after the path is not allowed",
            start..<last + 1,
            help: isBody
                ? "write the body on the next line"
                : has("|", at: start)
                    ? "remove it: shell syntax such as `| grep` is not supported"
                    : "percent-encode a space in a path as `%20`")
    }

    private func checkPath(_ range: Range<Int>) throws(ConsoleFault) {
        if let first = bytes[range].first, "\"'".utf8.contains(first) {
            throw ConsoleFault(
                "quoted-path", "a path must not have quotes", range.lowerBound..<range.lowerBound + 1,
                help: "write only the path; shell syntax such as `| jq` is not supported")
        }
        let path = String(decoding: bytes[range], as: UTF8.self)
        let lower = path.lowercased()
        if let place = serverValue(in: range) { throw hostInPath(place) }
        if let host = RequestHost.inPath(path) {
            let start = range.lowerBound + path.utf8.distance(from: path.startIndex, to: host.startIndex)
            throw hostInPath(start..<start + host.utf8.count)
        }
        if lower.hasPrefix("kbn:") {
            throw ConsoleFault(
                "kibana-request", "requests to Kibana itself are not supported", range,
                help: "use a request to Elasticsearch, or make it a manual step")
        }
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
            throw ConsoleFault(
                "absolute-url", "a request has only a path; the target decides where it goes", range,
                help: "write only the path, and choose the target with `on=`")
        }
        var literal = Array(bytes[range])
        try checkPlaceholder(range)
        for index in dateMathSlashes(in: range) { literal[index - range.lowerBound] = UInt8(ascii: "x") }
        for index in range {
            guard let hole = pieces[index]?.range.clamped(to: range) else { continue }
            for place in hole { literal[place - range.lowerBound] = UInt8(ascii: "x") }
        }
        if let (problem, place) = ElasticPath.problem(in: literal) {
            throw ConsoleFault(
                "path", problem.message, range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound,
                help: problem.help)
        }
    }

    private func hostInPath(_ place: Range<Int>) -> ConsoleFault {
        let host = String(decoding: bytes[place], as: UTF8.self)
        return ConsoleFault(
            "host-in-path", "`\(VisibleText.visible(host))` is a server, but a request has only a path", place,
            help: "write only the path, starting with `/`; the target decides where the request goes")
    }

    /// A value at the beginning of a path that says where a target is: `${es.url}/a`, `${es.host}:${es.port}/a`.
    private func serverValue(in range: Range<Int>) -> Range<Int>? {
        let start = bytes[range].firstIndex { $0 != UInt8(ascii: "/") } ?? range.upperBound
        var index = start
        while index < range.upperBound, bytes[index] != UInt8(ascii: "/") {
            guard case .hole(let reference, let place)? = pieces[index] else {
                index += 1
                continue
            }
            index = place.upperBound
            guard case .member(let property)? = reference.path.last, reference.path.count == 1 else { continue }
            let isFirst = place.lowerBound == start
            let hasPort = index < range.upperBound && bytes[index] == UInt8(ascii: ":")
            let isBare = start == range.lowerBound
            switch property {
            case "url": return place
            case "host", "private_ip", "transport": if isFirst && (isBare || hasPort) { return place }
            case "port": if place.lowerBound > start, bytes[place.lowerBound - 1] == UInt8(ascii: ":") { return place }
            default: break
            }
        }
        return nil
    }

    /// Refuses what the reader must replace.
    private func checkPlaceholder(_ range: Range<Int>) throws(ConsoleFault) {
        var literal = bytes[range]
        for index in range {
            guard let hole = pieces[index]?.range.clamped(to: range) else { continue }
            for place in hole { literal[place] = UInt8(ascii: "x") }
            // A value beside it makes a word of it that is nobody's.
            if let first = hole.first { literal[first] = UInt8(ascii: "-") }
        }
        guard let place = Placeholder.first(inPath: literal) else { return }
        let text = String(decoding: bytes[place], as: UTF8.self)
        throw ConsoleFault(
            "placeholder", "`\(VisibleText.visible(text))` is a placeholder, not a part of a path", place,
            help: Placeholder.help(text))
    }

    /// Tells of placeholders and secrets among the parameters.
    private mutating func noteStrings(inQuery range: Range<Int>) {
        for note in QueryNotes.notes(in: bytes[range]) {
            let content = String(decoding: bytes[note.range], as: UTF8.self)
            diagnostics.append(
                note.diagnostic(content, at: text.span(note.range), placeholder: "console/placeholder"))
        }
    }

    /// Each `/` inside a name of date math, such as `<logs-{now/d}>`, which is a part of the name.
    private func dateMathSlashes(in range: Range<Int>) -> Set<Int> {
        var slashes: Set<Int> = []
        var start: Int?
        var found: [Int] = []
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "<") where index == range.lowerBound || "/,-".utf8.contains(bytes[index - 1]):
                (start, found) = (index, [])
            case UInt8(ascii: ">"):
                if let start, bytes[start..<index].contains(UInt8(ascii: "{")) { slashes.formUnion(found) }
                start = nil
            case UInt8(ascii: "/"): found.append(index)
            default: break
            }
        }
        return slashes
    }

    /// Adds a part of a URL, percent-encoded where it must be.
    private func append(_ range: Range<Int>, as context: HoleContext, to builder: inout RequestTextBuilder)
        throws(ConsoleFault)
    {
        let part: PercentEncoding.Part = context == .urlPath ? .path : .query
        let slashes = context == .urlPath ? dateMathSlashes(in: range) : []
        var index = range.lowerBound
        while index < range.upperBound {
            if let piece = pieces[index] {
                switch piece {
                case .hole(let reference, let range):
                    builder.append(Hole(reference: reference, context: context, span: text.span(range)))
                case .malformed(let range):
                    throw ConsoleFault("value/malformed", "", range)
                case .escape, .literal:
                    builder.append(PercentEncoding.encoded("${".utf8, in: part).utf8)
                }
                index = piece.range.upperBound
            } else {
                let next = (index + 1..<range.upperBound).first { pieces[$0] != nil } ?? range.upperBound
                let literal = (index..<next).flatMap { slashes.contains($0) ? Array("%2F".utf8) : [bytes[$0]] }
                builder.append(PercentEncoding.encoded(literal, in: part).utf8)
                index = next
            }
        }
    }
}
