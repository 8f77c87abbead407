/// What a script says of variables, as far as it can be read without running it.
struct ShellScan {
    /// A place where a variable is used.
    struct Use: Hashable {
        /// The variable.
        let name: String
        /// The whole expansion, as offsets in bytes.
        let range: Range<Int>
        /// Whether the script says what stands there when it is not set: `${x:-1}`.
        let isGuarded: Bool
    }

    /// The uses outside of single quotes, in order.
    var uses: [Use] = []
    /// The names that the script may set: by an assignment, a loop, `read` and the like.
    var assigned: Set<String> = []
    /// The texts in which a shell replaces nothing: in single quotes, and here-documents with a quoted end.
    var quoted: [Range<Int>] = []
    /// The comments.
    var comments: [Range<Int>] = []
    /// The first word of each command, and the variable that a command only sets as `=`.
    var commands: [String] = []

    /// Whether the script reads commands from elsewhere, which may set any name.
    var readsCommands: Bool { commands.contains { [".", "source", "eval"].contains($0) } }

    /// Whether every command only changes the shell itself, which ends with the block.
    var onlySetsUp: Bool {
        let setting: Set<String> = [
            "=", "export", "cd", "set", "umask", "alias", "unset", "readonly", "declare", "typeset", "pushd", "popd",
            "ulimit", "shopt", ".", "source",
        ]
        return !commands.isEmpty && commands.allSatisfy(setting.contains)
    }

    /// Reads a script.
    init(_ bytes: [UInt8]) {
        var scanner = ShellScanner(bytes)
        scanner.scan()
        self = scanner.result
    }

    init() {}
}
