internal import CCrypto

/// Whether two byte strings are equal, in a time that depends on their lengths only.
///
/// For codes and tokens that somebody else sends: a comparison that ends at the first difference tells how much of a
/// guess is right.
package func isEqualInConstantTime(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    withContiguousBytes(of: left) { left in
        withContiguousBytes(of: right) { right in
            guard left.count == right.count else { return false }
            guard let one = left.baseAddress, let two = right.baseAddress else { return left.isEmpty && right.isEmpty }
            return CRYPTO_memcmp(one, two, left.count) == 0
        }
    }
}
