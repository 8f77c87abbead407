import HTTPServer

/// The port of one system: open, or closed on purpose while nobody else can take it.
actor SystemPort {
    nonisolated let port: Int
    /// Whether it speaks TLS.
    nonisolated var isSecure: Bool { identity != nil }
    private let handler: @Sendable (HTTPServer.Request) -> HTTPServer.Answer
    private let identity: HTTPServer.Identity?
    private var server: HTTPServer?
    private var reserved: LoopbackSocket?

    init(
        port: Int, identity: HTTPServer.Identity? = nil,
        handler: @escaping @Sendable (HTTPServer.Request) -> HTTPServer.Answer
    ) throws(HTTPServerError) {
        let server = try HTTPServer(socket: LoopbackSocket(port: port), identity: identity, handler: handler)
        self.identity = identity
        self.port = server.port
        self.handler = handler
        self.server = server
    }

    /// Opens or closes the port; what is being answered on it is broken off.
    func set(isRefusing: Bool) async throws(HTTPServerError) {
        if isRefusing, let server {
            self.server = nil
            await server.stop(grace: .zero)
            reserved = try LoopbackSocket(port: port)
        } else if !isRefusing, let socket = reserved.take() {
            server = try HTTPServer(socket: socket, identity: identity, handler: handler)
        }
    }

    func stop(grace: Duration) async {
        _ = reserved.take()
        await server?.stop(grace: grace)
    }
}
