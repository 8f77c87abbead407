internal import CMicroHTTPD
import Glibc

/// A connection of libmicrohttpd, inside one of its calls back.
struct Connection {
    let pointer: OpaquePointer?

    /// The socket, or -1.
    var socket: Int32 { runbook_mhd_socket(pointer) }

    /// The port of the client; 0 when the system does not tell.
    var clientPort: Int {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getpeername(socket, $0, &size)
            }
        }
        return result == 0 ? Int(UInt16(bigEndian: address.sin_port)) : 0
    }

    /// The header lines of the current request.
    var headers: [HTTPServer.Header] {
        var headers: [HTTPServer.Header] = []
        withUnsafeMutablePointer(to: &headers) { list in
            _ = MHD_get_connection_values(
                pointer, .HEADER_KIND,
                { context, _, name, value in
                    guard let name else { return .YES }
                    // libmicrohttpd drops white space before a value, not behind it.
                    var text = value.map { String(cString: $0) } ?? ""
                    while text.last == " " || text.last == "\t" { text.removeLast() }
                    let header = HTTPServer.Header(String(cString: name), text)
                    context?.assumingMemoryBound(to: [HTTPServer.Header].self).pointee.append(header)
                    return .YES
                }, list)
        }
        return headers
    }

    /// Sends the reply to the current request; the result tells libmicrohttpd whether to keep the connection.
    func send(_ reply: HTTPServer.Reply) -> MHD_Result {
        switch reply {
        case .response(let response):
            return queue(response, body: response.body.copied())
        case .cut(let response, let count):
            guard let body = response.body.cut(after: count) else { return .NO }
            return queue(response, body: body)
        case .garbage(let bytes):
            _ = Glibc.send(socket, bytes, min(bytes.count, 65536), Int32(MSG_NOSIGNAL))
            return .NO
        case .close:
            return .NO
        case .reset:
            // libmicrohttpd shuts the socket down in order; dissolving the association before sends RST at once.
            var nowhere = sockaddr()
            nowhere.sa_family = sa_family_t(AF_UNSPEC)
            connect(socket, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
            return .NO
        }
    }

    private func queue(_ response: HTTPServer.Response, body: OpaquePointer?) -> MHD_Result {
        guard let body else { return .NO }
        defer { MHD_destroy_response(body) }
        let ours: Set = ["content-length", "transfer-encoding", "connection"]
        for header in response.headers where !ours.contains(header.name.lowercased()) {
            _ = MHD_add_response_header(body, header.name, header.value)
        }
        return MHD_queue_response(pointer, UInt32(clamping: response.status), body)
    }
}

extension [UInt8] {
    /// A response of libmicrohttpd with these bytes.
    fileprivate func copied() -> OpaquePointer? {
        var bytes = self
        return bytes.withUnsafeMutableBytes {
            MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
        }
    }

    /// A response of libmicrohttpd that announces these bytes and breaks off; nil when there is none to hold back.
    fileprivate func cut(after count: Int) -> OpaquePointer? {
        guard !isEmpty else { return nil }
        let part = CutBody(bytes: Array(prefix(Swift.min(Swift.max(count, 0), self.count - 1))))
        return MHD_create_response_from_callback(
            UInt64(self.count), 16384,
            { context, position, buffer, capacity in
                guard let context, let buffer else { return runbook_mhd_end_with_error() }
                let bytes = Unmanaged<CutBody>.fromOpaque(context).takeUnretainedValue().bytes
                let rest = bytes.dropFirst(Int(position)).prefix(capacity)
                if rest.isEmpty { return runbook_mhd_end_with_error() }
                UnsafeMutableRawBufferPointer(start: buffer, count: capacity).copyBytes(from: rest)
                return rest.count
            },
            Unmanaged.passRetained(part).toOpaque(),
            { context in
                guard let context else { return }
                Unmanaged<CutBody>.fromOpaque(context).release()
            })
    }
}

/// The part of a body that is sent before the connection breaks off.
private final class CutBody: Sendable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }
}
