/// What a script says of variables, as far as it can be read without running it.
struct ShellScan {
    /// A place where a variable is used.
    struct Use: Hashable {
        /// The variable, or the number of an argument.
        let name: String
        /// The whole expansion, as offsets in bytes.
        let range: Range<Int>
        /// Whether the script says what is there when it is not set: `${x:-1}`.
        let isGuarded: Bool
    }

    /// A text in which the shell of the block replaces nothing, and another program may.
    struct Hidden {
        /// Where it is, quotes included.
        let range: Range<Int>
        /// Whether it is in quotes, or a here-document with a quoted end; else it is one `\$name`.
        let isQuoted: Bool
        /// The pipeline that it is an argument or the input of, as an index.
        let pipeline: Int
        /// The first word of its command.
        let command: String
        /// Whether a shell of its command takes it for its script.
        let isScript: Bool
    }

    /// The uses outside single quotes, in order.
    var uses: [Use] = []
    /// The names that the script may set: by an assignment, a loop, `read` and the like.
    var assigned: Set<String> = []
    /// The names that the script sets where they have no value yet: `${x:=1}`.
    var defaulted: Set<String> = []
    /// The texts in which the shell replaces nothing.
    var hidden: [Hidden] = []
    /// The programs of each pipeline, as far as it matters what they do with variables.
    var pipelines: [ShellPrograms] = []
    /// The functions and aliases that the script makes.
    var functions: Set<String> = []
    /// Whether `$1` may be an argument of a function, or one that the script has set.
    var setsArguments = false
    /// Where lines begin in which a command can begin: not in quotes, in a here-document, or behind a `\`.
    var lines = [0]
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
