/// The parts of an absolute URL that a connection needs; the rest of it is kept as it is.
struct RequestURL {
    /// The whole URL.
    let text: String
    /// Whether it is `https`.
    let isSecure: Bool
    /// Host and port as they are written.
    let authority: String
    /// The host, an IPv6 address with its brackets.
    let host: String
    /// The port, the scheme's own when none is written.
    let port: Int
    /// Path and query.
    let target: String

    /// Reads a URL; nil when it is not an `http` or `https` URL, names a user, or holds a space or control character.
    init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        let lower = text.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower == "https://" else { return nil }
        isSecure = lower == "https://"
        let rest = text.dropFirst(isSecure ? 8 : 7)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.isEmpty, !authority.contains("@") else { return nil }
        let afterBracket = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[afterBracket...].lastIndex(of: ":") {
            guard let port = UInt16(authority[authority.index(after: colon)...]) else { return nil }
            host = String(authority[..<colon])
            self.port = Int(port)
        } else {
            host = String(authority)
            port = isSecure ? 443 : 80
        }
        guard !host.isEmpty else { return nil }
        self.text = text
        self.authority = String(authority)
        target = String(rest[authority.endIndex...])
    }

    /// Whether the host is this machine by its name or address.
    var isLoopback: Bool {
        let host = host.lowercased()
        if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The URL with another host and the same port.
    func replacingHost(with name: String) -> String {
        "\(isSecure ? "https" : "http")://\(name):\(port)\(target)"
    }
}

extension String {
    /// The text with control characters replaced, for messages.
    var visible: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    }
}
