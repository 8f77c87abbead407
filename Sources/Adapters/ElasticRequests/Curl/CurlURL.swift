import RunbookBodies
import RunbookModel

/// The URL of a command: which target it names, and what is asked of it.
struct CurlURL {
    /// The server that is written there; nil when a value names the target.
    let server: ServerAddress?
    /// Where the server is named, in bytes of the block.
    let serverRange: Range<Int>
    /// The path.
    let path: ShellWord
    /// The query without its `?`; nil when there is none.
    let query: ShellWord?

    /// Takes a URL apart.
    ///
    /// - Parameters:
    ///   - targets: The names of the targets that the step acts on.
    ///   - isGlobOff: Whether braces and brackets stand for themselves.
    init(_ word: ShellWord, targets: [String], isGlobOff: Bool) throws(CurlFault) {
        let bytes = word.bytes
        func isEnd(_ byte: UInt8) -> Bool { "/?#".utf8.contains(byte) }
        var start = 0
        var scheme: String?
        if let slash = bytes.firstIndex(where: isEnd), slash > 0, bytes[slash - 1] == UInt8(ascii: ":"),
            bytes[slash...].starts(with: "//".utf8)
        {
            scheme = String(decoding: bytes[..<(slash - 1)], as: UTF8.self).lowercased()
            start = slash + 2
        }
        if let scheme, scheme != "http", scheme != "https" {
            throw CurlFault(
                "url", "only `http` and `https` are supported", word.place(0..<start), help: "write `https://`")
        }
        let end = bytes[start...].firstIndex(where: isEnd) ?? bytes.count
        let authority = word.part(start..<end)
        serverRange = word.place(0..<end)
        if authority.values.isEmpty {
            server = try CurlURL.literal(authority, scheme: scheme ?? "http", serverRange, targets)
        } else {
            try CurlURL.checkNames(authority, hasScheme: scheme != nil, targets)
            server = nil
        }
        let question = bytes[end...].firstIndex(of: UInt8(ascii: "?"))
        path = word.part(end..<(question ?? bytes.count))
        query = question.map { word.part(from: $0 + 1) }
        try CurlURL.checkKibana(path, server)
        try CurlURL.checkPlaceholder(path)
        try CurlURL.check(word.part(from: end), isGlobOff: isGlobOff)
        try CurlURL.checkSegments(path)
    }

    /// Refuses what is for Kibana itself: at the cluster its paths would be indices.
    private static func checkKibana(_ path: ShellWord, _ server: ServerAddress?) throws(CurlFault) {
        let segments = path.bytes.split(separator: UInt8(ascii: "/")).prefix(3).map {
            String(decoding: $0, as: UTF8.self)
        }
        let isSpace = segments.first == "s" && segments.count > 2 && segments[2] == "api"
        guard server?.port == 5601 || segments.first == "api" && segments.count > 1 || isSpace else { return }
        throw CurlFault(
            "kibana-request", "requests to Kibana itself are not supported", path.range,
            help: "use a request to the cluster, or make it a manual step, `- [ ] ...`")
    }

    // MARK: - Which target

    private static func literal(
        _ authority: ShellWord, scheme: String, _ range: Range<Int>, _ targets: [String]
    ) throws(CurlFault) -> ServerAddress {
        if let sign = authority.bytes.lastIndex(of: UInt8(ascii: "@")) {
            throw CurlFault(
                "url", "a URL must not contain a user", authority.place(0..<sign + 1),
                help: "write `-u` with the user and `${name}` of a secret parameter, or write the user in the "
                    + "environment file")
        }
        guard targets.count < 2 else { throw oneOfSeveral(range, targets) }
        let shown = VisibleText.visible(authority.shown)
        if authority.bytes.contains(UInt8(ascii: "$")) {
            throw CurlFault(
                "host", "`\(shown)` is not replaced in single quotes, so the URL has no server", range,
                help: targets.contains { authority.bytes.text.lowercased().contains($0) }
                    ? "put the URL in double quotes" : proposal(targets, isRaw: true))
        }
        if Placeholder.isIn(authority: authority.bytes) {
            throw CurlFault(
                "host", "`\(shown)` is a placeholder, not a server", range,
                help: proposal(targets, isRaw: authority.isRaw))
        }
        if let address = ServerAddress(scheme: scheme, authority: authority.bytes.text) { return address }
        throw CurlFault("host", "the URL has no server", range, help: proposal(targets, isRaw: authority.isRaw))
    }

    /// Refuses an authority that is not the name of the step's target, with or without a port.
    private static func checkNames(
        _ authority: ShellWord, hasScheme: Bool, _ targets: [String]
    ) throws(CurlFault) {
        guard let value = authority.values[0] else { throw notATarget(authority, targets) }
        guard let reference = value.reference, targets.contains(reference.name) else {
            throw other(value, targets)
        }
        guard targets.count == 1 else { throw oneOfSeveral(value.range, targets) }
        switch reference.path {
        case [], [.member("host")]: break
        case [.member("url")] where !hasScheme: break
        default: throw notATarget(authority, targets)
        }
        guard authority.bytes.count > 1 else { return }
        let port = authority.part(from: 2)
        let isPort =
            port.literal.map { UInt16($0) != nil }
            ?? (port.bytes.count == 1
                && port.values[0]?.reference == ValueReference(name: reference.name, path: [.member("port")]))
        guard authority.bytes[1] == UInt8(ascii: ":"), isPort, reference.path != [.member("url")] else {
            throw notATarget(authority, targets)
        }
    }

    private static func notATarget(_ authority: ShellWord, _ targets: [String]) -> CurlFault {
        CurlFault(
            "host", "`\(VisibleText.visible(authority.shown))` is not the target of the step", authority.range,
            help: proposal(targets, isRaw: authority.isRaw))
    }

    private static func other(_ value: ShellWord.Value, _ targets: [String]) -> CurlFault {
        let names = targets.map { "`\($0)`" }.joined(separator: ", ")
        let step = targets.isEmpty ? "a target" : "the step's target \(names)"
        // The command stays as it is where the target has its name.
        let other = VisibleText.visible(value.name.lowercased())
        let isWord = value.reference == nil && ShellReader.isIdentifier(Array(value.name.utf8))
        return CurlFault(
            "host", "`\(value.name)` is not \(step)", value.range,
            help: proposal(targets)
                + (value.reference.map { ", or choose the target with `on=\($0.name)`" }
                    ?? (isWord ? ", or declare a target with the name `\(other)`" : "")))
    }

    private static func oneOfSeveral(_ range: Range<Int>, _ targets: [String]) -> CurlFault {
        CurlFault(
            "host", "the step has \(targets.count) targets, but a URL has only one", range,
            help: "write one step for each target, or use a `console` block")
    }

    private static func proposal(_ targets: [String], isRaw: Bool = false) -> String {
        "write `${\(targets.first ?? "target").url}`, the address of the target"
            + (isRaw ? ", and put the URL in double quotes" : "")
    }

    // MARK: - What is asked of it

    private static func check(_ word: ShellWord, isGlobOff: Bool) throws(CurlFault) {
        for (index, byte) in word.bytes.enumerated() where word.values[index] == nil {
            let place = word.place(index..<index + 1)
            if byte == UInt8(ascii: "#") {
                throw CurlFault(
                    "url", "what follows a `#` is not sent", place, help: "write `%23` for the character")
            }
            if byte <= 0x20 || byte == 0x7F {
                throw CurlFault("url", "a URL cannot contain a space", place, help: "write `%20` for a space")
            }
            if !isGlobOff, "{}[]".utf8.contains(byte) {
                throw CurlFault(
                    "glob", "curl reads braces and brackets in a URL as a list of URLs", place,
                    help: byte == UInt8(ascii: "{") && word.bytes[index...].contains(UInt8(ascii: ","))
                        ? "for several indices write their names with commas, such as `index1,index2`"
                        : "percent-encode the character, or add `-g`")
            }
        }
    }

    /// Refuses what the reader must replace.
    private static func checkPlaceholder(_ path: ShellWord) throws(CurlFault) {
        let literal = path.bytes.enumerated().map { path.values[$0] == nil ? $1 : UInt8(ascii: "-") }
        guard let place = Placeholder.first(inPath: literal[...]) else { return }
        let text = String(decoding: literal[place], as: UTF8.self)
        throw CurlFault(
            "placeholder", "`\(VisibleText.visible(text))` is a placeholder, not a part of a path", path.place(place),
            help: Placeholder.help(text, isRaw: path.isRaw))
    }

    private static func checkSegments(_ path: ShellWord) throws(CurlFault) {
        let literal = path.bytes.enumerated().map { path.values[$0] == nil ? $1 : UInt8(ascii: "x") }
        if let (problem, place) = ElasticPath.problem(in: literal) {
            throw CurlFault("url", problem.message, path.place(place), help: problem.help)
        }
    }
}
