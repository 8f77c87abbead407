extension [Diagnostic] {
    /// The diagnostics in the order of their places in the file, those without a place first; at one place, as they were
    /// found.
    public var inOrder: [Diagnostic] {
        let keyed = enumerated().map { (place: $1.span?.start.offset ?? 0, index: $0, diagnostic: $1) }
        return keyed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.diagnostic)
    }

    /// The same of several files: those of one file first, then those of each other one.
    package func inOrder(from file: String) -> [Diagnostic] {
        let own = filter { $0.span.map { $0.file == file } ?? true }
        let others = Dictionary(grouping: filter { $0.span.map { $0.file != file } ?? false }) { $0.span?.file ?? "" }
        return own.inOrder + others.sorted { $0.key < $1.key }.flatMap(\.value.inOrder)
    }
}
