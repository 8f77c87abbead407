/// Answers of the recording that the emulator cannot give, and why; `docs/sandbox.md` lists them too.
enum ReplayExceptions {
    /// Answers that no version can have, and those of one version.
    static func reasons(_ version: String) -> [Int: String] {
        general.merging(own[version] ?? [:]) { _, new in new }
    }

    private static let own: [String: [Int: String]] = [:]

    private static let general: [Int: String] = [
        162: "numbers and sizes of files are those of Lucene's segments",
        222: "the trace names the lines of the server's own code",
    ]
}
