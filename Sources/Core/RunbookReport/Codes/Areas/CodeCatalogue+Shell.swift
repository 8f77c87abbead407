extension CodeCatalogue {
    /// Blocks of commands on a host.
    static let shell: [CodeEntry] = [
        CodeEntry(
            "shell/not-allowed",
            "A step runs commands on a host, and the environment file does not allow commands there.",
            .situation("the environment says `operator: { kind: host, local: true }`, without `allow: [shell]`."),
            fix: "Read the commands first. When they may be run here, add `allow: [shell]` to the target."),
        CodeEntry(
            "shell/variable",
            "A value in a block of commands cannot be a variable: shells obey its name, or two values would share it.",
            .situation("`echo ${http_proxy}` on a host: every program that the shell starts would obey the variable."),
            fix: "Give the value another name, by a capture or in the declaration."),
        CodeEntry(
            "shell/zero-byte", "A block of commands has a character that no command can hold.",
            .situation("a block of `sh` on a host with a NUL in it."), fix: "Remove the character."),
    ]
}
