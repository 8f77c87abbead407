extension YAMLNode {
    /// The largest text that is read, in bytes.
    package static let maximumBytes = 256 * 1024
    /// The deepest nesting of sequences and mappings that is read.
    package static let maximumDepth = 64
    /// The largest number of nodes that is read, keys included.
    package static let maximumNodes = 50_000

    /// Reads the one document of a text, in the part of YAML that means the same to every reader.
    ///
    /// Refused, each with its place: anchors, aliases, tags, merge keys, directives, a second document, keys that are
    /// no scalars or are repeated, and whatever is beyond the limits above. An empty text is an empty plain scalar.
    ///
    /// - Throws: `YAMLError` with the first place that is wrong.
    package init(bytes: some Collection<UInt8>) throws(YAMLError) {
        guard bytes.count <= YAMLNode.maximumBytes else {
            throw YAMLError(
                "the text has \(bytes.count) bytes, more than \(YAMLNode.maximumBytes)",
                at: YAMLMark(offset: 0, line: 1, column: 1))
        }
        let copy = Array(bytes)
        self = try copy.withUnsafeBufferPointer { buffer in
            Result { () throws(YAMLError) in try YAMLComposer.document(of: buffer) }
        }.get()
    }

    /// Reads the one document of a text, as `init(bytes:)`.
    ///
    /// - Throws: `YAMLError` with the first place that is wrong.
    package init(parsing text: String) throws(YAMLError) { try self.init(bytes: text.utf8) }
}
