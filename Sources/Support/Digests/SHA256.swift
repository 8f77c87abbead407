internal import CCrypto

/// A running SHA-256 digest (FIPS 180-4) over bytes that arrive in pieces.
///
/// `SHA256.digest(_:)` and `SHA256.hex(_:)` are for what is in memory already.
package struct SHA256: ~Copyable {
    /// The length of a digest in bytes.
    package static let byteCount = 32

    private let context: OpaquePointer

    /// Begins a digest of nothing.
    package init() {
        guard let context = EVP_MD_CTX_new() else { preconditionFailure("libcrypto is out of memory") }
        self.context = context
        require(EVP_DigestInit_ex(context, runbook_crypto_sha256(), nil))
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes to what is digested.
    package mutating func update(_ bytes: some Collection<UInt8>) {
        withContiguousBytes(of: bytes) { require(EVP_DigestUpdate(context, $0.baseAddress, $0.count)) }
    }

    /// Ends the digest: the 32 bytes of all that was added.
    package consuming func finalize() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { buffer, count in
            require(EVP_DigestFinal_ex(context, buffer.baseAddress, nil))
            count = SHA256.byteCount
        }
    }

    /// The 32 bytes of the digest of `bytes`.
    package static func digest(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var digest = SHA256()
        digest.update(bytes)
        return digest.finalize()
    }

    /// The digest of `bytes` as 64 lowercase hexadecimal digits.
    package static func hex(_ bytes: some Collection<UInt8>) -> String { hexadecimal(digest(bytes)) }

    /// The digest of a text's UTF-8 as 64 lowercase hexadecimal digits.
    package static func hex(_ text: String) -> String { hex(text.utf8) }
}
