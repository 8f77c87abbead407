import RunbookModel

/// Collects a document of a body in both of its forms, for which of them is sent is known only behind the last one.
struct DocumentBuilder {
    /// As its author laid it out.
    private(set) var laidOut = RequestTextBuilder()
    /// On one line, as a line of NDJSON must be.
    private(set) var onOneLine = RequestTextBuilder()

    /// Adds text that means something.
    mutating func append(_ bytes: some Sequence<UInt8>) {
        laidOut.append(bytes)
        onOneLine.append(bytes)
    }

    /// Adds white space between tokens.
    mutating func appendSpace(_ bytes: ArraySlice<UInt8>) {
        laidOut.append(bytes)
        if !bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) { onOneLine.append(bytes) }
    }

    /// Adds a place for a value.
    mutating func append(_ hole: Hole) {
        laidOut.append(hole)
        onOneLine.append(hole)
    }
}
