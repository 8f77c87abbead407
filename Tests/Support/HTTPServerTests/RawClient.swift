import Glibc

@testable import HTTPServer

/// A socket that sends and receives bytes as they are; its blocking calls run outside of Swift's thread pool.
final class RawClient: Sendable {
    /// What came until the connection ended, and how it ended.
    struct Received: Hashable {
        enum End { case closed, reset, timedOut }
        var text: String
        /// Nil when it did not end: the mark was found before.
        var end: End?
    }

    struct Failure: Error, Hashable { var code: Int32 }

    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafeBytes(of: &address) {
            connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t($0.count))
        }
        if status != 0 { throw Failure(code: errno) }
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Everything up to the end of the connection, or up to and with `mark`.
    func receive(upTo mark: String? = nil) async -> Received {
        await withCheckedContinuation { continuation in
            BackgroundThread.run { continuation.resume(returning: self.blockingReceive(upTo: mark)) }
        }
    }

    private func blockingReceive(upTo mark: String?) -> Received {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: mark == nil ? 65536 : 1)
        var end: Received.End?
        while end == nil {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            let code = errno
            bytes += buffer.prefix(max(count, 0))
            if count == 0 { end = .closed }
            if count < 0 { end = code == ECONNRESET ? .reset : .timedOut }
            if let mark, bytes.suffix(mark.utf8.count) == Array(mark.utf8)[...] { break }
        }
        return Received(text: String(decoding: bytes, as: UTF8.self), end: end)
    }

    /// Sends a request and returns all that comes back.
    static func exchange(port: Int, _ text: String) async throws -> Received {
        let client = try RawClient(port: port)
        client.send(text)
        return await client.receive()
    }
}
