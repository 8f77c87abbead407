/// Scheme, host and port of a URL, to compare two of them.
package struct ServerAddress: Sendable, Hashable {
    /// `http` or `https`.
    package let scheme: String
    /// The host in lower case.
    package let host: String
    /// The port; the scheme's own when none is written.
    package let port: Int

    /// Makes an address; nil when the parts are not one.
    ///
    /// - Parameter authority: `HOST` or `HOST:PORT`, an IPv6 address in brackets.
    package init?(scheme: String, authority: some StringProtocol) {
        self.scheme = scheme.lowercased()
        let hostEnd = authority.lastIndex { $0 == ":" || $0 == "]" }.flatMap { authority[$0] == ":" ? $0 : nil }
        let host = authority[..<(hostEnd ?? authority.endIndex)]
        guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "@") }) else {
            return nil
        }
        self.host = host.lowercased()
        if let hostEnd {
            guard let port = UInt16(authority[hostEnd...].dropFirst()), port > 0 else { return nil }
            self.port = Int(port)
        } else {
            port = self.scheme == "https" ? 443 : 80
        }
    }

    /// Makes the address of a URL; nil when it has a path, a query or no scheme.
    package init?(url: String) {
        guard let separator = url.firstRange(of: "://") else { return nil }
        let rest = url[separator.upperBound...]
        guard !rest.contains(where: { "/?#".contains($0) }) else { return nil }
        self.init(scheme: String(url[..<separator.lowerBound]), authority: rest)
    }

    /// Whether both are the same server; the names of this machine's loopback address are one.
    package func isSame(as other: ServerAddress) -> Bool {
        func known(_ host: String) -> String { ["127.0.0.1", "[::1]"].contains(host) ? "localhost" : host }
        return scheme == other.scheme && port == other.port && known(host) == known(other.host)
    }
}

extension ServerAddress: CustomStringConvertible {
    /// The address as a URL.
    package var description: String { "\(scheme)://\(host):\(port)" }
}
