internal import CCrypto

/// The keyed digest HMAC with SHA-256 (RFC 2104).
package enum HMACSHA256 {
    /// The 32 bytes of the code of `message` under `key`; either may be empty.
    package static func code(for message: some Collection<UInt8>, key: some Collection<UInt8>) -> [UInt8] {
        withContiguousBytes(of: key) { key in
            withContiguousBytes(of: message) { message in
                [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { buffer, count in
                    let code = HMAC(
                        EVP_sha256(), key.baseAddress, Int32(clamping: key.count), message.baseAddress, message.count,
                        buffer.baseAddress, nil)
                    require(code == nil ? 0 : 1)
                    count = SHA256.byteCount
                }
            }
        }
    }

    /// The code of `message` under `key` as 64 lowercase hexadecimal digits.
    package static func hex(for message: some Collection<UInt8>, key: some Collection<UInt8>) -> String {
        hexadecimal(code(for: message, key: key))
    }
}
