internal import Glibc

/// Tells hosts that can only be this machine from all others.
package enum Loopback {
    /// Whether a host is `localhost`, an address of 127.0.0.0/8 or `::1`.
    ///
    /// Names other than `localhost` are not looked up, and addresses in forms that only some resolvers read (`127.1`,
    /// `0177.0.0.1`) are not taken for loopback: what is in doubt is not this machine.
    ///
    /// - Parameter host: The host without port and without the brackets of an IPv6 address.
    package static func contains(_ host: String) -> Bool {
        if host.lowercased() == "localhost" { return true }
        var four = in_addr()
        if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
        var six = in6_addr()
        guard inet_pton(AF_INET6, host, &six) == 1 else { return false }
        return withUnsafeBytes(of: six) { bytes in bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1 }
    }
}
