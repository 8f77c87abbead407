import Arguments

/// `runbook completion SHELL`: the script that lets a shell complete command lines of this tool.
enum CompletionCommand {
    /// The shells there are scripts for.
    enum Shell: String, CaseIterable, ArgumentValue {
        case bash
        case zsh
        case fish
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "completion", "print the completion script of a shell",
            discussion: """
                The script completes commands, options and their values, files, parameters of a runbook, environments,
                runs and steps. `make install` installs the scripts. To load a script by hand:
                  source <(runbook completion bash)
                  runbook completion zsh > ~/.zfunc/_runbook
                  runbook completion fish > ~/.config/fish/completions/runbook.fish
                """
        ) { d in
            let shell = d.argument("SHELL", as: Shell.self, help: "the shell")
            return { a in
                switch a[shell] {
                case .bash: context.result.verbatim(CompletionScript.bash)
                case .zsh: context.result.verbatim(CompletionScript.zsh)
                case .fish: context.result.verbatim(CompletionScript.fish)
                }
                return ExitStatus.done
            }
        }
    }
}
