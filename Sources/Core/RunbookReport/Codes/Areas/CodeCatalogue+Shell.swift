extension CodeCatalogue {
    /// Blocks of commands on a host.
    static let shell: [CodeEntry] = [
        CodeEntry(
            "shell/not-allowed",
            "A step runs commands on a host, but the environment file does not allow commands there.",
            .situation("the environment says `operator: { kind: host, local: true }`, without `allow: [shell]`."),
            fix: "Read the commands first. If they may run there, add `allow: [shell]` to the target."),
        CodeEntry(
            "shell/variable",
            "A value cannot become a variable of the shell: its name is special for shells, or two values have "
                + "the same name.",
            .situation("`echo ${http_proxy}` on a host: every program that the shell starts would use the variable."),
            fix: "Rename the value in the declaration, or capture it with another name."),
        CodeEntry(
            "shell/unknown-variable",
            "A block of commands uses a variable or an argument that is not set, or not set for every operator. The block "
                + "would stop there, after a part of its work. In a text for another shell it would be empty.",
            .situation("`rm -rf \"backup/$index\"` on a host, when the runbook has no value `index`."),
            fix:
                "Declare a parameter with that name, or set the variable in the block. If it may be empty, "
                + "write `${NAME:-}`."
        ),
        CodeEntry(
            "shell/quoted-value", "A value is in single quotes. A shell replaces nothing there.",
            .situation("`echo '${index}'` on a host, when the runbook has a value `index`."),
            fix: "Use double quotes. If you mean the text `${` itself, write `$${`."),
        CodeEntry(
            "shell/value-not-passed",
            "A value is in a text for a program on another machine, in a container, or of another user. The variables of "
                + "the block are not set there, so a shell would insert nothing. If it is not known what the program does "
                + "with variables, this is a warning.",
            .situation("`ssh web 'rm -rf backup/$index'` on a host, when the runbook has a value `index`."),
            fix: "Let the shell of the block insert the value: `ssh web 'rm -rf backup/'\"$index\"`."),
        CodeEntry(
            "shell/lost-setting",
            "A block only sets variables or changes the folder. It has no effect, because each block has its "
                + "own shell.",
            .situation("a block with only `export KUBECONFIG=admin.conf`."),
            fix: "Write these commands in the block that needs them."),
        CodeEntry(
            "shell/not-a-command",
            "A line of a block of commands is a prompt, a request of a console or a response. A shell cannot execute it.",
            .situation("`$ systemctl status elasticsearch` on a host, with the `$` of the prompt."),
            fix: "Remove the prompt; write requests in a block `console`, and responses in a fence `json expect`."),
        CodeEntry(
            "shell/placeholder",
            "A command contains a placeholder, such as `{index}`, `your-index` or `***`, that the reader must replace.",
            .situation("`rm -rf /data/{index}` on a host."),
            fix: "Declare a parameter and use it: `/data/${index}`."),
        CodeEntry(
            "shell/zero-byte", "A block of commands contains a character that is not allowed in a command.",
            .situation("a block of `sh` on a host with a NUL in it."), fix: "Remove the character."),
    ]
}
