import Glibc

/// An HTTP/1.1 server on a port of 127.0.0.1, for programs that talk to themselves: an emulator, a test, a local page.
///
/// Not for a network: its parser forgives what an attacker would use. It runs until `stop`, also when nobody holds it.
package final class HTTPServer: Sendable {
    /// The port it listens on.
    package let port: Int
    /// Where it is: `http://127.0.0.1:PORT`, or `https://`.
    package var url: String { "\(isSecure ? "https" : "http")://127.0.0.1:\(port)" }
    /// Whether it speaks TLS.
    package let isSecure: Bool

    /// How many requests are not answered yet.
    var openExchanges: Int { dispatcher.openCount }

    private let dispatcher: Dispatcher
    private let daemon: Daemon

    /// Starts to serve on a port that was taken before.
    ///
    /// - Parameters:
    ///   - socket: The port.
    ///   - bodyLimit: The longest body in bytes; a longer one is answered with 413.
    ///   - idleTimeout: How many seconds a connection may be silent, at least 1; a request that waits for its answer
    ///     is not.
    ///   - identity: How it says who it is, over TLS; nil for plain HTTP.
    ///   - handler: Answers a request; called by the server's only thread, so whatever takes time is for `.later`.
    /// - Throws: `HTTPServerError` when the system does not let it.
    package convenience init(
        socket: consuming LoopbackSocket,
        bodyLimit: Int = 100 << 20,
        idleTimeout: Int = 300,
        identity: Identity? = nil,
        handler: @escaping @Sendable (Request) -> Answer
    ) throws(HTTPServerError) {
        try self.init(
            socket: socket, bodyLimit: bodyLimit, idleTimeout: idleTimeout, connections: .process, identity: identity,
            handler: handler)
    }

    /// Starts to serve on a port that was taken before, and lets silent connections give way to new ones.
    init(
        socket: consuming LoopbackSocket, bodyLimit: Int = 100 << 20, idleTimeout: Int = 300,
        connections: ConnectionTable, identity: Identity? = nil, handler: @escaping @Sendable (Request) -> Answer
    ) throws(HTTPServerError) {
        port = socket.port
        isSecure = identity != nil
        let listener = try socket.listening()
        dispatcher = Dispatcher(bodyLimit: bodyLimit, connections: connections, handler: handler)
        guard
            let daemon = Daemon(
                listener: listener, idleTimeout: max(idleTimeout, 1), identity: identity, dispatcher: dispatcher)
        else {
            let code = errno
            close(listener)
            throw HTTPServerError(port: port, code: code)
        }
        self.daemon = daemon
    }

    /// Starts to serve with an asynchronous handler on a port.
    ///
    /// - Parameters:
    ///   - port: 1 to 65535, or 0 for one that is free.
    ///   - handler: Answers a request; cancelled when the server stops.
    /// - Throws: `HTTPServerError` when the port is taken.
    package convenience init(
        port: Int = 0, handler: @escaping @Sendable (Request) async -> Reply
    ) throws(HTTPServerError) {
        try self.init(socket: LoopbackSocket(port: port)) { request in .later { await handler(request) } }
    }

    /// Stops: new connections are refused, requests that are being answered may finish, then all connections close.
    ///
    /// - Parameter grace: How long they may take; what is not answered then is cancelled and gets no answer.
    package func stop(grace: Duration = .milliseconds(500)) async {
        guard dispatcher.beginStop() else { return }
        daemon.quiesce()
        await dispatcher.drain(within: grace)
        await daemon.stop()
    }

    /// Serves while `body` runs.
    ///
    /// - Throws: What `body` throws, and `HTTPServerError` when there is no port.
    package static func serving<Result>(
        _ handler: @escaping @Sendable (Request) async -> Reply,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (HTTPServer) async throws -> sending Result
    ) async throws -> sending Result {
        let server = try HTTPServer(handler: handler)
        do {
            let result = try await body(server)
            await server.stop(grace: .zero)
            return result
        } catch {
            await server.stop(grace: .zero)
            throw error
        }
    }
}
