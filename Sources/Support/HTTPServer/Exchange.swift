internal import CMicroHTTPD
import Synchronization

/// One request on its way in and its reply on the way out.
///
/// libmicrohttpd calls back several times for one request; the phase says where it is.
final class Exchange: Sendable {
    enum Phase {
        /// The request line is there.
        case new
        /// The head was read, the body comes in.
        case receiving
        /// The body grew over the limit; the rest is thrown away.
        case overflowing
        /// The connection is suspended until `settle`.
        case waiting
        /// The reply is there.
        case answered(HTTPServer.Reply)
    }

    struct State {
        var phase = Phase.new
        var request: HTTPServer.Request
        var task: Task<Void, Never>?
        /// The suspended connection's address; a pointer would not be Sendable.
        var connection: UInt = 0
        /// The server stops: nobody waits for work any more.
        var isAbandoned = false
    }

    let state: Mutex<State>

    init(target: String) {
        state = Mutex(State(request: HTTPServer.Request(method: "", target: target)))
    }

    /// Suspends the connection until the work is done.
    ///
    /// The connection is suspended before the task exists: so the task cannot resume it too early.
    func wait(on connection: Connection, for work: @escaping @Sendable () async -> HTTPServer.Reply) {
        let address = UInt(bitPattern: connection.pointer)
        MHD_suspend_connection(connection.pointer)
        state.withLock { state in
            state.connection = address
            state.phase = .waiting
            if !state.isAbandoned { state.task = Task { self.settle(await work()) } }
        }
        // The server may have begun to stop after it let this request in and before the line above.
        if state.withLock(\.isAbandoned) { settle(.close) }
    }

    /// Gives a waiting request its reply; does nothing when it has one.
    ///
    /// The connection is resumed under the lock: whoever finds the request answered may rely on that.
    func settle(_ reply: HTTPServer.Reply) {
        state.withLock { state in
            guard case .waiting = state.phase else { return }
            state.phase = .answered(reply)
            MHD_resume_connection(OpaquePointer(bitPattern: state.connection))
        }
    }

    /// Ends the work of a request that waits or is about to, and its connection.
    func abandon() {
        let task = state.withLock { state in
            state.isAbandoned = true
            return state.task
        }
        task?.cancel()
        settle(.close)
    }
}
