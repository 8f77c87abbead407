import Arguments

/// `-v` of the commands that run steps.
enum VerboseOption {
    static func declare(_ declaration: inout ArgumentDeclaration) -> ArgumentKey<Int> {
        declaration.count(
            "verbose", "v",
            help: "show the responses of reads and the values that are captured; twice: each request and response")
    }
}
