extension [Diagnostic] {
    /// The diagnostics in the order of their places in the file, those without a place first; at one place, as they were
    /// found.
    public var inOrder: [Diagnostic] {
        let keyed = enumerated().map { (place: $1.span?.start.offset ?? 0, index: $0, diagnostic: $1) }
        return keyed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.diagnostic)
    }
}
