extension Collection where Element == UInt8 {
    /// Whether some bytes are in these.
    @inlinable
    package func holds(_ word: some Collection<UInt8>) -> Bool { firstIndex(of: word) != nil }

    /// Where some bytes begin first; nil where they are not.
    ///
    /// It is asked of each request and response, and the library's own search allocates for each byte.
    @inlinable
    package func firstIndex(of word: some Collection<UInt8>) -> Index? {
        guard let first = word.first else { return startIndex }
        var rest = self[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: word) { return start }
            rest = rest.dropFirst()
        }
        return nil
    }
}
