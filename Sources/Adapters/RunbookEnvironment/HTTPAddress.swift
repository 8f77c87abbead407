/// The URL of an HTTP server, taken apart.
package struct HTTPAddress: Sendable, Hashable {
    /// The URL as it was written, without a slash at the end.
    package let url: String
    /// Whether the scheme is `https`.
    package let isSecure: Bool
    /// The host, an IPv6 address without its brackets.
    package let host: String
    /// The port; the scheme's own when none is written.
    package let port: Int

    /// Whether it can only be on this machine.
    package var isLoopback: Bool { Loopback.contains(host) }

    /// Why a text is not an address.
    enum Failure: Error, Hashable {
        case scheme
        case credentials
        case host
        case port
        case query
        case length
    }

    /// The longest address that is taken, in bytes; servers refuse longer ones anyway.
    private static let limit = 2048

    /// Reads `http://HOST[:PORT][/PATH]` or the same with `https`.
    init(parsing text: String) throws(Failure) {
        guard text.utf8.count <= HTTPAddress.limit else { throw .length }
        guard let separator = text.firstRange(of: "://") else { throw .scheme }
        switch text[..<separator.lowerBound].lowercased() {
        case "http": isSecure = false
        case "https": isSecure = true
        default: throw .scheme
        }
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if authority.contains("@") { throw .credentials }
        if rest.contains(where: { $0 == "?" || $0 == "#" }) { throw .query }
        let (host, portText) = try HTTPAddress.split(authority)
        guard !host.isEmpty, rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .host }
        self.host = host
        if let portText {
            guard portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(portText),
                (1...65535).contains(port)
            else { throw .port }
            self.port = port
        } else {
            port = isSecure ? 443 : 80
        }
        var url = text
        while url.hasSuffix("/") { url.removeLast() }
        self.url = url
    }

    private static func split(_ authority: Substring) throws(Failure) -> (host: String, port: Substring?) {
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw .host }
            let host = authority[authority.index(after: authority.startIndex)..<close]
            let rest = authority[authority.index(after: close)...]
            if rest.isEmpty { return (String(host), nil) }
            guard rest.hasPrefix(":") else { throw .host }
            return (String(host), rest.dropFirst())
        }
        guard let colon = authority.firstIndex(of: ":") else { return (String(authority), nil) }
        let port = authority[authority.index(after: colon)...]
        if port.contains(":") { throw .host }
        return (String(authority[..<colon]), port)
    }
}
