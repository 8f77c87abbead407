/// Answers of the recording that the emulator cannot give, and why; `docs/sandbox.md` lists them too.
enum ReplayExceptions {
    static let reasons: [Int: String] = [:]
}
