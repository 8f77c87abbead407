internal import CCrypto

/// The keyed digest HMAC with SHA-1 (RFC 2104), for interfaces whose signatures are defined by it; not for new uses.
package enum HMACSHA1 {
    /// The 20 bytes of the code of `message` under `key`; either may be empty.
    package static func code(for message: some Collection<UInt8>, key: some Collection<UInt8>) -> [UInt8] {
        withContiguousBytes(of: key) { key in
            withContiguousBytes(of: message) { message in
                [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
                    let code = HMAC(
                        EVP_sha1(), key.baseAddress, Int32(clamping: key.count), message.baseAddress, message.count,
                        buffer.baseAddress, nil)
                    require(code == nil ? 0 : 1)
                    count = 20
                }
            }
        }
    }
}
