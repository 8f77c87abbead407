import HTTPServer
import Synchronization

/// Counts the requests and the connections of a server.
final class Counter: Sendable {
    private let state = Mutex<(requests: Int, ports: Set<Int>)>((0, []))

    /// The client's ports, one a connection.
    var ports: Set<Int> { state.withLock(\.ports) }

    /// Counts a request; returns how many there were.
    func next(_ request: HTTPServer.Request) -> Int {
        state.withLock { state in
            state.requests += 1
            state.ports.insert(request.clientPort)
            return state.requests
        }
    }
}
