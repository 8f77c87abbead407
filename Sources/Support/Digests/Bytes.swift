/// Calls `body` with the bytes in one piece, copied only when they are not stored so.
func withContiguousBytes<Result>(
    of bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
    bytes.withContiguousStorageIfAvailable(body) ?? Array(bytes).withUnsafeBufferPointer(body)
}

/// Stops the program when libcrypto refuses a call that cannot fail for any input.
///
/// It means an installation without SHA-256 or no memory left: nothing that is digested can cause it, and to continue
/// with a wrong digest would be worse.
func require(_ status: Int32) {
    precondition(status == 1, "libcrypto cannot compute SHA-256 here")
}
