internal import SandboxWorld

/// Identifiers of things that the emulator keeps none for.
enum MadeUpIdentifier {
    /// An identifier of 22 characters that follows from a text.
    static func of(_ text: String) -> String {
        var generator = SeededGenerator(seed: UInt64(bitPattern: Int64(Murmur3.hash(text))))
        return generator.identifier(count: 22)
    }
}
