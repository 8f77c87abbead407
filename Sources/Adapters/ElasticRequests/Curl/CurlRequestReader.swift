import RunbookBodies
import RunbookModel

/// Reads the request that one curl command makes.
struct CurlRequestReader {
    let text: BlockText
    let targets: [String]
    /// What is noticed beside the request.
    private(set) var notes: [Diagnostic] = []
    private let names: Set<String>
    private let templates: CurlTemplates
    /// The server that the commands so far name literally.
    private var server: ServerAddress?

    private let addresses: CurlAddresses

    init(_ text: BlockText, targets: [String], names: [String], addresses: CurlAddresses) {
        self.addresses = addresses
        self.text = text
        self.targets = targets
        self.names = Set(names)
        templates = CurlTemplates(text: text, targets: targets)
    }

    mutating func request(_ command: ShellCommand) throws(CurlFault) -> CurlRequest {
        let arguments = try CurlArguments(command)
        let url = try url(of: arguments, command)
        let method = try method(of: arguments, command)
        let isJSON = try readHeaders(arguments.headers)
        let path = try templates.url(url.path, .urlPath)
        let body = try body(of: arguments, method: method, path: path, isJSON: isJSON)
        let (user, password) = try credentials(arguments.user)
        if let server = url.server { try check(server, at: url.serverRange) }
        noteQuotedValues(command)
        if let option = arguments.tls.first {
            note(
                "curl/tls", .hint, "options for certificates have no effect", option.range,
                "remove the option, and write the certificates under `tls` in the environment file")
        }
        let request = RequestTemplate(
            method: method, path: path.segments.isEmpty ? Template(literal: "/") : path,
            query: try query(of: arguments, url), body: body, span: text.span(command.range))
        return CurlRequest(request: request, user: user, password: password, server: url.server)
    }

    // MARK: - The request line

    private func url(of arguments: CurlArguments, _ command: ShellCommand) throws(CurlFault) -> CurlURL {
        guard let word = arguments.urls.first else {
            throw CurlFault(
                "no-url", "the command has no URL", command.range.lowerBound..<command.range.lowerBound + 4,
                help: "write `curl \"${\(targets.first ?? "target").url}/path\"`")
        }
        if arguments.urls.count > 1 {
            let second = arguments.urls[1]
            let quotes = ["‘", "’", "“", "”"]
            let all = String(
                decoding: text.text.utf8.prefix(command.range.upperBound).dropFirst(command.range.lowerBound),
                as: UTF8.self)
            if let quote = quotes.first(where: { all.utf8.firstRange(of: $0.utf8) != nil }) {
                throw CurlFault(
                    "several-urls", "`\(quote)` is a typographic quote, which a shell does not treat as a quote",
                    second.range,
                    help: "write `'` or `\"` instead of `‘`, `’`, `“` and `”`")
            }
            throw CurlFault(
                "several-urls", "a command may have only one URL, and this is a second one", second.range,
                help: "write one command for each URL, or put quotes around text with spaces")
        }
        return try CurlURL(word, targets: targets, isGlobOff: arguments.isGlobOff)
    }

    private func method(of arguments: CurlArguments, _ command: ShellCommand) throws(CurlFault) -> Located<String> {
        let name = command.range.lowerBound..<command.range.lowerBound + 4
        guard let word = arguments.method else {
            let method = arguments.isHead ? "HEAD" : arguments.isGet || arguments.data.isEmpty ? "GET" : "POST"
            return Located(method, at: text.span(name))
        }
        guard let method = word.literal, ConsoleParser.methods.contains(method) else {
            let upper = word.shown.uppercased()
            let nearest =
                ConsoleParser.methods.contains(upper)
                ? upper : Suggestion.nearest(to: upper, among: ConsoleParser.methods)
            throw CurlFault(
                "method", "expected one of GET, POST, PUT, DELETE, HEAD, PATCH", word.range,
                help: nearest.map { "write `\($0)`" } ?? "use one of these methods")
        }
        return Located(method, at: text.span(word.range))
    }

    private mutating func query(of arguments: CurlArguments, _ url: CurlURL) throws(CurlFault) -> Template? {
        var parts: [Template] = []
        if let query = url.query, !query.bytes.isEmpty {
            noteStrings(in: query, QueryNotes.notes)
            parts.append(try templates.url(query, .urlQuery))
        }
        if arguments.isGet {
            for data in arguments.data {
                noteStrings(in: data.word, QueryNotes.notes)
                if case .encoded = data.kind {
                    parts.append(try templates.encodedQuery(data.word))
                } else {
                    parts.append(try templates.url(data.word, .urlQuery))
                }
            }
        }
        guard let first = parts.first else { return nil }
        return Template(parts.dropFirst().reduce(first.segments) { $0 + [.literal("&")] + $1.segments })
    }

    // MARK: - The body

    private mutating func body(
        of arguments: CurlArguments, method: Located<String>, path: Template, isJSON: Bool
    ) throws(CurlFault) -> Template? {
        guard !arguments.isGet, let first = arguments.data.first else { return nil }
        var word = ShellWord(at: first.word.range.lowerBound)
        for (index, data) in arguments.data.enumerated() {
            if case .encoded = data.kind {
                throw CurlFault(
                    "form", "a body must be JSON, not a form", data.word.range,
                    help: "use `--data-binary`; if the text belongs to the query, add `-G`")
            }
            if index > 0, !data.isJSON { word.append(UInt8(ascii: "&"), from: data.word.place(0..<0)) }
            word.append(data.sent.withoutCallouts)
        }
        word.range = first.word.range.lowerBound..<max(first.word.range.upperBound, word.origins.last?.upperBound ?? 0)
        guard !word.bytes.isEmpty else { return nil }
        if method.value == "HEAD" {
            throw CurlFault(
                "head-body", "a HEAD request cannot have a body", first.word.range,
                help: "remove the body, or use GET")
        }
        if !isJSON, !arguments.data.contains(where: \.isJSON) {
            note(
                "curl/content-type", .hint, "the body is sent as JSON, but curl itself would send it as a form",
                first.word.range, "add `-H 'Content-Type: application/json'`")
        }
        let isLines = path.source.split(separator: "/").contains { ["_bulk", "_msearch"].contains($0) }
        if isLines, let lost = arguments.data.first(where: \.losesLines) {
            throw CurlFault(
                "lost-lines", "`-d @-` removes the line ends from the body, but this API needs them",
                lost.word.range.lowerBound..<lost.word.range.lowerBound, help: "use `--data-binary @-`")
        }
        let template = try templates.body(word, isLines: isLines)
        noteStrings(in: word)
        return template
    }

    /// Tells of placeholders and secrets in a body.
    private mutating func noteStrings(
        in word: ShellWord, _ find: (ArraySlice<UInt8>) -> [BodyNotes.Note] = BodyNotes.notes
    ) {
        let bytes = word.bytes.enumerated().map { word.values[$0] == nil ? $1 : 0 }
        for note in find(bytes[...]) {
            let start = note.range.lowerBound
            // A value that is not replaced has its own warning.
            if word.bytes[start] == UInt8(ascii: "$"), word.origins[start].count == 1, name(in: word, at: start) != nil
            {
                continue
            }
            let content = String(decoding: bytes[note.range], as: UTF8.self)
            notes.append(
                note.diagnostic(
                    content, at: text.span(word.place(note.range)), placeholder: "curl/placeholder", isRaw: word.isRaw))
        }
    }

    /// Reads the headers; returns whether one says that the body is JSON.
    private func readHeaders(_ headers: [ShellWord]) throws(CurlFault) -> Bool {
        var isJSON = false
        for word in headers {
            let sign = word.bytes.firstIndex(of: UInt8(ascii: ":")) ?? word.bytes.count
            let name = word.part(0..<sign).shown.lowercased()
            let value = sign < word.bytes.count ? word.part(from: sign + 1).shown.lowercased() : ""
            let type = value.drop { $0 == " " || $0 == "\t" }.prefix { $0 != ";" && $0 != " " }
            switch name {
            case "content-type" where CurlRequestReader.isJSON(type): isJSON = true
            case "accept" where CurlRequestReader.isJSON(type) || type == "*/*": break
            case "kbn-xsrf", "osd-xsrf", "expect": break
            case "content-type":
                throw CurlFault("header", "only JSON is supported", word.range, help: "write the body as JSON")
            case "authorization":
                throw CurlFault(
                    "header", "credentials are not allowed in a header", word.range,
                    help: "write them in the environment file, or use `-u`")
            default:
                throw CurlFault(
                    "header", "the header `\(VisibleText.visible(name))` is not supported", word.range,
                    help: "remove it, if the request does not need it")
            }
        }
        return isJSON
    }

    private static func isJSON(_ type: Substring) -> Bool {
        ["application/json", "application/x-ndjson", "application/x-json"].contains(String(type))
            || type.hasPrefix("application/vnd.elasticsearch+")
    }

    // MARK: - The user

    private mutating func credentials(_ word: ShellWord?) throws(CurlFault) -> (user: Template?, password: Template?) {
        guard let word else { return (nil, nil) }
        guard let sign = word.bytes.firstIndex(of: UInt8(ascii: ":")), sign > 0 else {
            throw CurlFault(
                "user", "a user and a password with `:` between them are required", word.range,
                help: "write `-u \"\(VisibleText.visible(word.shown)):${password}\"` with a secret parameter, or write "
                    + "the user in the environment file")
        }
        let password = word.part(from: sign + 1)
        let isReference = password.bytes.first == UInt8(ascii: "$") && name(in: password, at: 0) != nil
        let isMarked = password.bytes.first.map { "<{[*".utf8.contains($0) } ?? false
        if isMarked, Placeholder.isWhole(password.bytes[...]) {
            note(
                "curl/placeholder", .warning,
                "`\(VisibleText.visible(password.shown))` is a placeholder, and would be sent",
                password.range, Self.passwordHelp)
        } else if password.values.isEmpty, !password.bytes.isEmpty, !isReference {
            // A password that is the user's name is that of a demonstration, and hides nothing.
            note(
                "secret/literal", password.bytes == Array(word.bytes[..<sign]) ? .hint : .warning,
                "the document contains the password", password.range,
                Self.passwordHelp)
        }
        return (try templates.plain(word.part(0..<sign)), try templates.plain(password))
    }

    private static let passwordHelp =
        "declare a parameter with `secret: true` and write `-u \"USER:${NAME}\"` in double quotes, or write the user in "
        + "the environment file"

    // MARK: - Notes

    /// Checks that a server that is written literally can be the target's own.
    private mutating func check(_ server: ServerAddress, at range: Range<Int>) throws(CurlFault) {
        guard let target = targets.first else { return }
        if let owner = addresses.owner(of: server) {
            if owner == target { return }
            throw CurlFault(
                "host", "\(server) is an address of the target `\(owner)`, but this step is for `\(target)`", range,
                help: "write `on=\(owner)`")
        }
        if let first = self.server {
            guard first.isSame(as: server) else {
                throw CurlFault(
                    "host", "this server is not \(first), but a step with curl has one target", range,
                    help: "write one step for each target, with `${name.url}` of its target")
            }
            return
        }
        self.server = server
        note(
            "curl/address", .hint, "the command works only in an environment where `\(target)` is at \(server)", range,
            "write `${\(target).url}`, which works in every environment, or declare the address once: "
                + "`addresses: [\"\(server.host):\(server.port)\"]` in the declaration of `\(target)`")
    }

    /// Warns of `${name}`, `$name` and `$NAME` where nothing is replaced: in single quotes, or in a here-document with a
    /// quoted delimiter.
    private mutating func noteQuotedValues(_ command: ShellCommand) {
        for word in command.words + [command.input].compactMap(\.self) {
            var index = 0
            while let dollar = word.bytes[index...].firstIndex(of: UInt8(ascii: "$")) {
                index = dollar + 1
                // An escaped one is meant.
                guard word.origins[dollar].count == 1, let name = name(in: word, at: dollar) else { continue }
                index = name.upperBound
                let shown = Array(word.bytes[dollar..<index]).text
                note(
                    "curl/quoted-value", .warning, "`\(shown)` is not replaced, because it is in single quotes",
                    word.place(dollar..<index), "put it in double quotes: `'...'\"\(shown)\"'...'`")
            }
        }
    }

    /// Where the reference to a value ends that a `$` begins; nil where none does.
    private func name(in word: ShellWord, at dollar: Int) -> Range<Int>? {
        let rest = Array(word.bytes[dollar...].prefix(200))
        if case .hole(let reference, let range)? = HolePiece.pieces(of: rest).first, names.contains(reference.name) {
            return dollar..<dollar + range.upperBound
        }
        let hasBrace = rest.dropFirst().first == UInt8(ascii: "{")
        let name = rest.dropFirst(hasBrace ? 2 : 1).prefix { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
        }
        let isClosed = !hasBrace || rest[name.endIndex...].first == UInt8(ascii: "}")
        guard isClosed, names.contains(Array(name).text.lowercased()) else { return nil }
        return dollar..<dollar + name.endIndex + (hasBrace ? 1 : 0)
    }

    private mutating func note(
        _ code: String, _ severity: Diagnostic.Severity, _ message: String, _ range: Range<Int>, _ help: String
    ) {
        notes.append(Diagnostic(code, severity, message, at: text.span(range), help: help))
    }
}

extension CurlData {
    /// Whether the option says that the body is JSON.
    fileprivate var isJSON: Bool { if case .json = kind { true } else { false } }

    /// Whether curl takes line ends out of the text.
    fileprivate var losesLines: Bool {
        guard case .text = kind, isInput else { return false }
        return word.bytes.contains(0x0A)
    }

    /// The text as curl sends it.
    fileprivate var sent: ShellWord {
        guard losesLines else { return word }
        var sent = ShellWord(at: word.range.lowerBound)
        for index in word.bytes.indices where word.bytes[index] != 0x0A && word.bytes[index] != 0x0D {
            sent.append(word.part(index..<index + 1))
        }
        return sent
    }
}
