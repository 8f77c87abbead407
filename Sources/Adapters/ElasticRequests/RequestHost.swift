/// A server that stands at the beginning of a path, where a copied URL has lost its scheme.
enum RequestHost {
    /// Endings of hosts that no index is likely to have.
    private static let endings: Set<Substring> = [
        "com", "net", "org", "io", "cn", "de", "eu", "cloud", "internal", "local", "localdomain", "lan",
    ]

    /// The server, with its port; nil for a path that begins with an index or an API.
    ///
    /// With a slash before it, only what has a port is certainly one.
    static func inPath(_ path: String) -> String? {
        let first = path.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" }
        let host = first.prefix { $0 != ":" }
        let port = first.dropFirst(host.count + 1)
        let hasPort = !port.isEmpty && port.count <= 5 && port.allSatisfy { $0.isASCII && $0.isNumber }
        guard host.count == first.count || hasPort,
            host.utf8.allSatisfy({
                $0 == 0x2D || $0 == 0x2E || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
            })
        else { return nil }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        if labels.contains("") { return nil }
        let isAddress = labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
        if hasPort { return String(first) }
        if path.hasPrefix("/") { return nil }
        let isName = labels.count > 1 && endings.contains(labels[labels.count - 1])
        return host == "localhost" || isAddress || isName ? String(first) : nil
    }
}
