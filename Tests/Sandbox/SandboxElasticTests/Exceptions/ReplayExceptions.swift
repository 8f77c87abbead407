/// Answers of the recording that the emulator cannot give, and why; `docs/sandbox.md` lists them too.
enum ReplayExceptions {
    static let reasons: [Int: String] = [
        136: "`_cat/master` is not emulated yet",
        162: "numbers and sizes of files are those of Lucene's segments",
        215: "`_nodes` is not emulated yet",
        216: "`_alias` is not emulated yet",
        221: "`_nodes` is not emulated yet",
        222: "the trace names the lines of the server's own code",
    ]
}
