extension [UInt8] {
    /// What stands before the first zero byte, and behind it.
    var halves: ([UInt8], [UInt8]) {
        let parts = split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        return (parts[0], parts.count > 1 ? parts[1] : [])
    }
}
