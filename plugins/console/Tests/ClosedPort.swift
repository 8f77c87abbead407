import Glibc

/// A port of 127.0.0.1 that refuses connections, and that nobody else gets while this is held.
final class ClosedPort {
    private let descriptor: Int32
    /// Where it is.
    let url: String

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard isBound else { throw Problem.noPort }
        url = "http://127.0.0.1:\(address.sin_port.bigEndian)"
    }

    deinit { close(descriptor) }

    enum Problem: Error { case noPort }
}
