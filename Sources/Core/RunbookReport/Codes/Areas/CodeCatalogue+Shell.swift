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
            "shell/unknown-variable",
            "A block of commands uses a variable that nothing sets: a shell would put an empty text there.",
            .situation("`rm -rf \"backup/$index\"` on a host, where the runbook has no value `index`."),
            fix:
                "Declare a parameter of the name, set the variable in the block, or write `${NAME:-}` where it may be empty."
        ),
        CodeEntry(
            "shell/quoted-value", "A value stands in single quotes, in which a shell replaces nothing.",
            .situation("`echo '${index}'` on a host, where the runbook has a value `index`."),
            fix: "Use double quotes, or write `$${` where the text `${` is meant."),
        CodeEntry(
            "shell/lost-setting",
            "A block only sets variables or changes the folder. Each block has a shell of its own, so nothing of it lasts.",
            .situation("a block that holds only `export KUBECONFIG=admin.conf`."),
            fix: "Set it in the block that needs it."),
        CodeEntry(
            "shell/zero-byte", "A block of commands has a character that no command can hold.",
            .situation("a block of `sh` on a host with a NUL in it."), fix: "Remove the character."),
    ]
}
