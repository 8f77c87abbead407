internal import CMicroHTTPD
import Synchronization

/// Takes requests off the connections, has them answered, and knows which are not answered yet.
final class Dispatcher: Sendable {
    private struct State {
        var isStopping = false
        var open: [ObjectIdentifier: Exchange] = [:]
        var whenDrained: CheckedContinuation<Void, Never>?
    }

    private let handler: @Sendable (HTTPServer.Request) -> HTTPServer.Answer
    private let bodyLimit: Int
    /// The connections that its requests come on, and others.
    let connections: ConnectionTable
    private let state = Mutex(State())

    init(
        bodyLimit: Int, connections: ConnectionTable,
        handler: @escaping @Sendable (HTTPServer.Request) -> HTTPServer.Answer
    ) {
        self.bodyLimit = bodyLimit
        self.connections = connections
        self.handler = handler
    }

    /// How many requests are not answered yet.
    var openCount: Int { state.withLock(\.open.count) }

    /// Goes on with an exchange; called by libmicrohttpd's thread for the head, each piece of the body and its end.
    func advance(
        _ exchange: Exchange, _ connection: Connection, method: UnsafePointer<CChar>?,
        piece: UnsafePointer<CChar>?, count: UnsafeMutablePointer<Int>?
    ) -> MHD_Result {
        let size = count?.pointee ?? 0
        let isComplete = exchange.state.withLock { state in
            switch state.phase {
            case .new:
                state.request.method = method.map { String(cString: $0) } ?? ""
                state.request.headers = connection.headers
                state.request.clientPort = connection.clientPort
                let announced = state.request.headers.first { $0.name.lowercased() == "content-length" }
                let isTooLong = announced.map { Int($0.value).map { $0 > bodyLimit } ?? true } ?? false
                state.phase = isTooLong ? .answered(.tooLarge) : .receiving
                return false
            case .receiving where size > 0:
                if state.request.body.count + size > bodyLimit {
                    state.request.body = []
                    state.phase = .overflowing
                } else {
                    state.request.body.append(contentsOf: UnsafeRawBufferPointer(start: piece, count: size))
                }
                return false
            case .receiving: return true
            case .overflowing where size == 0:
                state.phase = .answered(.tooLarge)
                return false
            case .overflowing, .waiting, .answered: return false
            }
        }
        count?.pointee = 0
        if isComplete { return answer(exchange, connection) }
        guard case .answered(let reply) = exchange.state.withLock(\.phase) else { return .YES }
        return connection.send(reply)
    }

    private func answer(_ exchange: Exchange, _ connection: Connection) -> MHD_Result {
        let isStopping = state.withLock { state in
            if !state.isStopping { state.open[ObjectIdentifier(exchange)] = exchange }
            return state.isStopping
        }
        connections.began(connection.socket)
        let request = exchange.state.withLock(\.request)
        switch isStopping ? .now(.close) : handler(request) {
        case .now(let reply):
            return connection.send(reply)
        case .later(let work):
            exchange.wait(on: connection, for: work)
            return .YES
        }
    }

    /// Forgets an exchange whose reply is sent, or whose connection is gone.
    func finished(_ exchange: Exchange, _ connection: Connection) {
        connections.ended(connection.socket)
        let drained = state.withLock { state in
            state.open[ObjectIdentifier(exchange)] = nil
            return state.open.isEmpty ? state.whenDrained.take() : nil
        }
        drained?.resume()
    }

    /// Takes no request any more; false when that was so before.
    func beginStop() -> Bool {
        state.withLock { state in
            defer { state.isStopping = true }
            return !state.isStopping
        }
    }

    /// Returns when every request is answered, or the time is up; then those that are left are abandoned.
    func drain(within grace: Duration) async {
        await withCheckedContinuation { continuation in
            let isDrained = state.withLock { state in
                if !state.open.isEmpty { state.whenDrained = continuation }
                return state.open.isEmpty
            }
            if isDrained { return continuation.resume() }
            // Not before the continuation is kept: a short grace would be over, and nobody would be told.
            Task {
                try? await Task.sleep(for: grace)
                state.withLock { $0.whenDrained.take() }?.resume()
            }
        }
        for exchange in state.withLock({ Array($0.open.values) }) { exchange.abandon() }
    }
}

extension HTTPServer.Reply {
    fileprivate static let tooLarge = HTTPServer.Reply.response(HTTPServer.Response(status: 413))
}
