import Arguments
import RunbookModel
import RunbookReport

/// `runbook new FILE`: writes a first runbook, which runs as it is.
enum NewCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "new", "write a first runbook",
            discussion: """
                The file is a small runbook that passes on the sandbox. Change it step by step:
                  runbook new first.md
                  runbook exec first.md
                """
        ) { d in
            let file = d.argument("FILE", help: "the file, which must not exist")
            return { a in
                let name = a[file].hasSuffix(".md") ? a[file] : a[file] + ".md"
                if DocumentFile.exists(name) {
                    throw CommandFailure(
                        ExitStatus.usage,
                        lines: ["`\(VisibleText.visible(name))` exists already; choose another name"])
                }
                try DocumentFile.write(text, to: name)
                let word = NextCommands.quoted(DocumentFile.absolutePath(name))
                context.result.line("wrote \(VisibleText.visible(name))")
                context.result.line("next: runbook exec \(word)")
                return ExitStatus.done
            }
        }
    }

    private static let text = #"""
        # Count the documents of an index

        ```yaml runbook
        version: 1
        targets:
          cluster: { kind: elasticsearch, description: the cluster that is looked at }
        parameters:
          index: { type: string, default: first, description: Name of the index }
        ```

        ## Prepare

        1. Create the index `${index}` on the **cluster**:

           ```console run unless
           PUT /${index}
           ```

           It is there:

           ```console verify
           GET /${index}
           ```

        2. Add a document:

           ```console run again=yes
           PUT /${index}/_doc/1?refresh=true
           { "name": "Jack" }
           ```

        ## Verify

        3. The document is found:

           ```console verify within=30s show=".count"
           GET /${index}/_count
           ```

           ```jq assert
           .count >= 1
           ```

        """#
}
