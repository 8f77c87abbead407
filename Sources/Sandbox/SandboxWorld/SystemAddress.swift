/// A logical address, `HOST:PORT`, such as what is in `seeds` and `proxy_address`.
///
/// No socket listens there. Systems of the sandbox find each other by it (`SandboxWorld.peer`).
package struct SystemAddress: Sendable, Hashable, CustomStringConvertible {
    /// The host name or address.
    package var host: String
    /// The port, 1 to 65535.
    package var port: Int

    /// Makes an address of its parts.
    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT`; nil when the text is something else.
    package init?(_ text: some StringProtocol) {
        guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
            let port = Int(text[text.index(after: colon)...]), (1...65535).contains(port)
        else { return nil }
        self.init(host: String(text[..<colon]), port: port)
    }

    /// The address as `HOST:PORT`.
    package var description: String { "\(host):\(port)" }
}
