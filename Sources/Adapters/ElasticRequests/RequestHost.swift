/// A server that is at the beginning of a path, where a copied URL has lost its scheme.
enum RequestHost {
    /// Endings of hosts that no index is likely to have.
    private static let endings: Set<Substring> = [
        "com", "net", "org", "io", "cn", "de", "eu", "cloud", "internal", "local", "localdomain", "lan",
    ]

    /// The server, with its port; nil for a path that begins with an index or an API.
    ///
    /// With a slash before it, only what has a port is certainly one.
    static func inPath(_ path: String) -> Substring? {
        if let server = withScheme(path) { return server }
        let first = path.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" }
        // What is before an `@` is a user with a password, which is not repeated.
        if let sign = first.utf8.lastIndex(of: UInt8(ascii: "@")) {
            let server = first[first.utf8.index(after: sign)...]
            let isUser = first[..<sign].utf8.contains(UInt8(ascii: ":"))
            return isUser || isServer(server, isBare: true) ? server : nil
        }
        if first.hasPrefix("[") {
            let inner = first.dropFirst().prefix { $0 != "]" }
            return inner.utf8.contains(UInt8(ascii: ":")) ? first : nil
        }
        return isServer(first, isBare: !path.hasPrefix("/")) ? first : nil
    }

    /// `es://host/a` and `http:/host/a`; a URL of HTTP is reported elsewhere.
    private static func withScheme(_ path: String) -> Substring? {
        let scheme = path.prefix { $0 != ":" && $0 != "/" && $0 != "?" }
        let rest = path.dropFirst(scheme.count)
        guard !scheme.isEmpty, scheme.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }), rest.hasPrefix(":/")
        else { return nil }
        let isHTTP = ["http", "https"].contains(scheme.lowercased())
        if isHTTP && rest.hasPrefix("://") { return nil }
        guard isHTTP || rest.hasPrefix("://") else { return nil }
        let server = rest.drop { $0 == ":" || $0 == "/" }.prefix { $0 != "/" && $0 != "?" }
        return server.isEmpty ? nil : server
    }

    /// - Parameter isBare: Whether no slash is before it, as before a server.
    private static func isServer(_ first: Substring, isBare: Bool) -> Bool {
        let host = first.prefix { $0 != ":" }
        let port = first.dropFirst(host.count + 1)
        let isNumber = !port.isEmpty && port.utf8.count <= 5 && port.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let hasPort = isNumber || port.lowercased() == "port"
        guard host.count == first.count || hasPort, host.utf8.allSatisfy(isHostByte) else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.contains("") { return false }
        if hasPort { return true }
        if !isBare { return false }
        let isAddress = labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
        return host == "localhost" || isAddress || labels.count > 1 && endings.contains(labels[labels.count - 1])
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x2E || byte == 0x5F || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte | 0x20)
    }
}
