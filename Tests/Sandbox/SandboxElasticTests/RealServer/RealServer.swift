import Glibc
import OrderedJSON

/// A real server on loopback, asked over a plain socket: the tests have no HTTP client of their own here.
struct RealServer: Sendable {
    /// An answer of it.
    struct Reply: Sendable {
        var status: Int
        var headers: [(name: String, value: String)]
        var body: [UInt8]

        /// The values of a header.
        func headers(_ name: String) -> [String] {
            headers.filter { $0.name.lowercased() == name }.map(\.value)
        }
    }

    let port: UInt16

    /// The servers that `RUNBOOK_REAL_ES` names as URLs with commas; nil unless there are two.
    static var pair: [RealServer]? {
        let servers = (environment("RUNBOOK_REAL_ES") ?? "").split(separator: ",").compactMap { url in
            url.split(separator: ":").last.flatMap { UInt16($0.prefix(while: \.isNumber)) }.map { RealServer(port: $0) }
        }
        return servers.count == 2 ? servers : nil
    }

    /// Sends a request and reads until the server closes the connection; nil when it cannot be reached.
    func send(_ method: String, _ target: String, _ body: String?) -> Reply? {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        guard connect(socket) else { return nil }
        var text = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        if let body { text += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n" }
        var request = Array((text + "\r\n" + (body ?? "")).utf8)[...]
        while !request.isEmpty {
            let sent = request.withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
            guard sent > 0 else { return nil }
            request = request.dropFirst(sent)
        }
        return RealServer.reply(receiveAll(socket))
    }

    private func connect(_ socket: Int32) -> Bool {
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                Glibc.connect(socket, pointer, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private func receiveAll(_ socket: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(socket, &buffer, buffer.count)
            if count <= 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    private static func reply(_ bytes: [UInt8]) -> Reply? {
        let end = Array("\r\n\r\n".utf8)
        guard let split = bytes.firstRange(of: end) else { return nil }
        let lines = String(decoding: bytes[..<split.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
        var reply = Reply(status: status, headers: headers, body: Array(bytes[split.upperBound...]))
        if reply.headers("transfer-encoding").contains("chunked") { reply.body = unchunked(reply.body) }
        return reply
    }

    private static func unchunked(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = body[...]
        while let line = rest.firstRange(of: [0x0D, 0x0A]),
            let count = Int(String(decoding: rest[rest.startIndex..<line.lowerBound], as: UTF8.self), radix: 16),
            count > 0
        {
            result += rest[line.upperBound...].prefix(count)
            rest = rest[line.upperBound...].dropFirst(count + 2)
        }
        return result
    }
}
