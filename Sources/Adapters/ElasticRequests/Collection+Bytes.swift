extension Collection where Element == UInt8 {
    /// Whether some bytes are in these.
    ///
    /// It is asked of each request and response, and the library's own search allocates for each byte.
    package func holds(_ word: some Collection<UInt8>) -> Bool {
        guard let first = word.first else { return true }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
