import Glibc

/// A TCP socket that is bound to a port of 127.0.0.1.
///
/// Until somebody listens on it the port refuses connections, and the system gives it to nobody who asks for any port.
/// Two may hold the same one that they name; who listens first has it.
package struct LoopbackSocket: ~Copyable {
    let descriptor: Int32
    /// The port.
    package let port: Int

    /// Takes a port.
    ///
    /// - Parameter port: 1 to 65535, or 0 for one that is free.
    /// - Throws: `HTTPServerError` when somebody else has it.
    package init(port: Int = 0) throws(HTTPServerError) {
        guard let number = UInt16(exactly: port) else { throw HTTPServerError(port: port, code: EINVAL) }
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_INET, type, 0)
        guard descriptor >= 0 else { throw HTTPServerError(port: port, code: errno) }
        // Connections that are long closed would keep the port taken for a minute.
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutableBytes(of: &address) { bytes in
            let generic = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
            guard bind(descriptor, generic, length) == 0 else { return errno }
            return generic.map { getsockname(descriptor, $0, &length) } == 0 ? 0 : errno
        }
        guard status == 0 else {
            Glibc.close(descriptor)
            throw HTTPServerError(port: port, code: status)
        }
        self.descriptor = descriptor
        self.port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// Begins to take connections, and hands the descriptor over: who calls this closes it.
    consuming func listening() throws(HTTPServerError) -> Int32 {
        let descriptor = descriptor
        let port = port
        guard listen(descriptor, 1024) == 0 else {
            let code = errno
            _ = consume self
            throw HTTPServerError(port: port, code: code)
        }
        discard self
        return descriptor
    }

    deinit { Glibc.close(descriptor) }
}
