/// Answers of the recording that the emulator cannot give, and why; `docs/sandbox.md` lists them too.
enum ReplayExceptions {
    static let reasons: [Int: String] = [
        162: "numbers and sizes of files are those of Lucene's segments",
        222: "the trace names the lines of the server's own code",
    ]
}
