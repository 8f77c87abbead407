/// What stops the reading of one curl command.
struct CurlFault: Error {
    /// The diagnostic's code behind `curl/`.
    let code: String
    /// What is wrong.
    let message: String
    /// Where, in bytes of the block.
    let range: Range<Int>
    /// What to do.
    let help: String
    /// Whether nothing behind it can be read either.
    let isFinal: Bool

    init(_ code: String, _ message: String, _ range: Range<Int>, help: String, isFinal: Bool = false) {
        self.code = code
        self.message = message
        self.range = range
        self.help = help
        self.isFinal = isFinal
    }
}
