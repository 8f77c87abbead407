/// Answers of the recording that the emulator cannot give, and why; `docs/sandbox.md` lists them too.
enum ReplayExceptions {
    static let reasons: [Int: String] = [
        177: "the index comes from `_restore`, which is not emulated yet",
        178: "the index comes from `_restore`, which is not emulated yet",
        182: "the indices come from `_restore`, which is not emulated yet",
        222: "the trace names the lines of the server's own code",
    ]
}
