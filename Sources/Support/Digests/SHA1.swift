internal import CCrypto

/// SHA-1 (FIPS 180-4), which git names its objects by; it protects nothing any more.
package enum SHA1 {
    /// The digest of `bytes` as 40 lowercase hexadecimal digits.
    package static func hex(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 20)
        bytes.withUnsafeBytes { require(EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha1(), nil)) }
        return hexadecimal(digest)
    }
}
