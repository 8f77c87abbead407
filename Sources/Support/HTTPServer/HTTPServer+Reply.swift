extension HTTPServer {
    /// What the client gets: a response, or a fault on purpose.
    package enum Reply: Sendable, Hashable {
        /// A well-formed response; the connection is kept.
        case response(Response)
        /// The response's head and so many bytes of its body, then the end of the connection.
        ///
        /// The head announces the whole body. At least the body's last byte is held back.
        case cut(Response, after: Int)
        /// These bytes, up to 64 KiB of them, instead of a response, then the end of the connection.
        case garbage([UInt8])
        /// The end of the connection, in order (FIN).
        case close
        /// The end of the connection, at once (RST).
        case reset
    }

    /// When the client gets it.
    package enum Answer: Sendable {
        /// At once: the cheapest way.
        case now(Reply)
        /// When the work is done; other requests continue meanwhile. Its task is cancelled when the server stops.
        case later(@Sendable () async -> Reply)
    }
}
