import Glibc

/// Why a server could not be started.
package struct HTTPServerError: Error, Hashable, CustomStringConvertible {
    /// The port of 127.0.0.1 that was asked for; 0 means any.
    package let port: Int
    /// The `errno` of the call that failed.
    package let code: Int32

    /// One sentence for a person.
    package var description: String {
        let reason = String(cString: strerror(code)).lowercased()
        return port == 0 ? "cannot listen on 127.0.0.1: \(reason)" : "cannot listen on 127.0.0.1:\(port): \(reason)"
    }
}
