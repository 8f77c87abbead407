import OrderedJSON
import RunbookModel
package import RunbookPlugin

extension ShellHandler {
    /// What the handler is; `plugin.json` beside the sources is written from it.
    package static let manifest = Manifest(
        name: "shell",
        version: "0.1.0",
        summary: "Runs shell commands on this machine, if the environment allows it.",
        languages: ["sh", "bash", "shell"].map { Manifest.Language($0, targetKind: "host") },
        targetKinds: [
            TargetKind(
                name: "host",
                keys: [
                    TargetKind.Key(name: "local", form: .flag, summary: "Whether it is this machine."),
                    TargetKind.Key(
                        name: "allow", form: .names, meaning: .permission,
                        summary: "What a runbook may do there: `[shell]`."),
                ], properties: ["name"], requirements: [], isLocal: true, mayBeMissing: true)
        ],
        keys: [
            Manifest.Key(
                name: "status", summary: "The exit statuses that are accepted instead of 0, such as `1` or `0,1`.")
        ],
        examples: [
            Manifest.Example(
                language: "sh", content: "test -e \"${index}\" || mkdir \"${index}\"\n",
                actions: [(title: "test -e \"${index}\" || mkdir \"${index}\"", effect: .write)]),
            Manifest.Example(
                language: "bash", content: "# What is there?\nls -l | wc -l\n",
                actions: [(title: "ls -l | wc -l", effect: .write)]),
        ])
}
