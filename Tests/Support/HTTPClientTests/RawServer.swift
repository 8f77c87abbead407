import Foundation
import Glibc
import Synchronization

/// A server on a raw socket that can misbehave to the byte; each connection has a thread of its own.
final class RawServer: Sendable {
    /// What the server does with one request.
    enum Reply: Sendable {
        /// Sends this text and keeps the connection.
        case send(String)
        /// Sends this text, possibly none, and closes.
        case sendAndClose(String)
        /// Sends this text, possibly none, and resets the connection.
        case sendAndReset(String)
        /// Never answers.
        case hang
    }

    /// A request as it came, and which connection it came on, from 1.
    struct Exchange: Sendable {
        let connection: Int
        let text: String

        /// The first line.
        var line: String { String(text.prefix { $0 != "\r\n" }) }
        /// What follows the head.
        var body: String { text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? "" }
        /// The values of all headers called `name`.
        func headers(_ name: String) -> [String] {
            text.split(separator: "\r\n", omittingEmptySubsequences: false).dropFirst().prefix { !$0.isEmpty }
                .compactMap { line in
                    guard let colon = line.firstIndex(of: ":") else { return nil }
                    guard line[..<colon].lowercased() == name.lowercased() else { return nil }
                    return String(line[line.index(after: colon)...].drop { $0 == " " })
                }
        }
    }

    private struct State {
        var exchanges: [Exchange] = []
        var connections = 0
        var closed = 0
        var waiting: [(isDone: @Sendable (State) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

        mutating func wakeWaiting() {
            let now = self
            for waiter in waiting where waiter.isDone(now) { waiter.continuation.resume() }
            waiting.removeAll { $0.isDone(now) }
        }
    }

    let port: UInt16
    private let listener: Int32
    private let reply: @Sendable (Exchange, Int) -> Reply
    private let state = Mutex(State())

    /// Starts a server; `reply` is asked with each request and the number of those before it.
    init(_ reply: @escaping @Sendable (Exchange, Int) -> Reply) throws {
        self.reply = reply
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port: UInt16? = withUnsafeMutablePointer(to: &address) { [listener] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                guard bind(listener, pointer, length) == 0, listen(listener, 16) == 0,
                    getsockname(listener, pointer, &length) == 0
                else { return nil }
                return UnsafeRawPointer(pointer).loadUnaligned(as: sockaddr_in.self).sin_port.bigEndian
            }
        }
        guard let port else { throw Problem.noPort }
        self.port = port
        RawServer.thread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                RawServer.thread { [self] in serve(connection) }
            }
        }
    }

    enum Problem: Error { case noPort }

    var url: String { "http://127.0.0.1:\(port)" }
    var exchanges: [Exchange] { state.withLock { $0.exchanges } }

    /// Waits until so many requests have come.
    func received(_ count: Int) async { await wait { $0.exchanges.count >= count } }

    /// Waits until the server has closed so many connections.
    func closed(_ count: Int) async { await wait { $0.closed >= count } }

    private func wait(until isDone: @escaping @Sendable (State) -> Bool) async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                state.waiting.append((isDone, continuation))
                state.wakeWaiting()
            }
        }
    }

    /// Refuses connections from now on; the port stays taken while the server is held, so that no other test gets it.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    deinit { close(listener) }

    private func serve(_ socket: Int32) {
        var one: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
        let number = state.withLock { state in
            state.connections += 1
            return state.connections
        }
        var pending: [UInt8] = []
        while let text = RawServer.readRequest(socket, &pending) {
            let exchange = Exchange(connection: number, text: text)
            let before = state.withLock { state in
                state.exchanges.append(exchange)
                state.wakeWaiting()
                return state.exchanges.count - 1
            }
            switch reply(exchange, before) {
            case .send(let text):
                RawServer.write(socket, text)
                continue
            case .sendAndClose(let text):
                RawServer.write(socket, text)
            case .sendAndReset(let text):
                RawServer.write(socket, text)
                var reset = linger(l_onoff: 1, l_linger: 0)
                setsockopt(socket, SOL_SOCKET, SO_LINGER, &reset, socklen_t(MemoryLayout<linger>.size))
            case .hang:
                var byte: UInt8 = 0
                _ = read(socket, &byte, 1)
            }
            break
        }
        close(socket)
        state.withLock { state in
            state.closed += 1
            state.wakeWaiting()
        }
    }

    /// Reads a head and the body that its `Content-Length` announces.
    private static func readRequest(_ socket: Int32, _ pending: inout [UInt8]) -> String? {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let text = String(decoding: pending, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let head = Exchange(connection: 0, text: String(text[..<end.upperBound]))
                let total = head.text.utf8.count + (head.headers("Content-Length").first.flatMap { Int($0) } ?? 0)
                if pending.count >= total {
                    defer { pending.removeFirst(total) }
                    return String(decoding: pending[..<total], as: UTF8.self)
                }
            }
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            pending += buffer[..<count]
        }
    }

    private static func write(_ socket: Int32, _ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    private static func thread(_ body: @escaping @Sendable () -> Void) {
        final class Box {
            let body: @Sendable () -> Void; init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { box in
                guard let box else { return nil }
                Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(Box(body)).toOpaque())
        pthread_detach(thread)
    }
}

extension RawServer.Reply {
    /// A complete answer of status 200.
    static func ok(_ body: String = "{}") -> Self {
        .send("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
}
