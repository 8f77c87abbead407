extension CodeCatalogue {
    /// Handlers that are programs of their own, and what the contract test finds in any handler.
    static let plugins: [CodeEntry] = folders + contract

    private static let folders: [CodeEntry] = [
        CodeEntry(
            "plugin/none", "A folder of `--plugin-dir` contains no plugins.",
            .situation("`--plugin-dir plugins` with an empty folder."),
            fix: "Nothing, if that is right. A plugin is a folder with `plugin.json`."),
        CodeEntry(
            "plugin/unreadable", "The folder of a plugin cannot be read, or has no `plugin.json`.",
            .situation("`--plugin-dir plugins/tpc` when the folder is called `tcp`."),
            fix: "Give the folder of the plugin, or a folder that contains folders of plugins."),
        CodeEntry(
            "plugin/manifest",
            "A `plugin.json` does not follow the protocol, or was written for another version of it.",
            .situation("`\"protocol\": 2` when this release supports protocol 1."),
            fix: "Correct the member that the message names. `docs/plugin-protocol.md` describes all members."),
        CodeEntry(
            "plugin/executable", "The program of a plugin does not exist, or is not executable.",
            .situation("A script was unpacked without the permission to execute it."),
            fix: "Run `chmod +x` on the file that the message names."),
        CodeEntry(
            "plugin/link", "A plugin contains a link or something that is not a file, or is itself a link.",
            .situation(
                "A link from the configuration folder into a checkout, so the next pull would change what runs."),
            fix: "Copy the files themselves, or accept the folder in its place: `runbook plugin trust DIR`."),
        CodeEntry(
            "plugin/writable", "Every user of this machine may change a file of a plugin.",
            .situation("A folder with mode 777 on a shared machine."),
            fix: "First check that nobody changed the files. Then remove the permission: `chmod -R o-w DIR`."),
        CodeEntry(
            "plugin/too-large", "A plugin has too many files, or is too large.",
            .situation("`plugin.json` at the root of a repository with its dependencies."),
            fix: "Give the plugin a folder of its own."),
        CodeEntry(
            "plugin/relative-path",
            "`RUNBOOK_PLUGIN_PATH` contains a relative path, which would mean another folder in each working "
                + "directory.",
            .situation("`RUNBOOK_PLUGIN_PATH=plugins` in a checkout that has such a folder."),
            fix: "Write absolute paths, separated by `:`."),
        CodeEntry(
            "plugin/taken", "A plugin has the name, a language or a kind of target of another handler.",
            .situation("A plugin that calls itself `console`."),
            fix: "Choose other names in its `plugin.json`."),
        CodeEntry(
            "plugin/changed", "A file of a plugin changed after the plugin was accepted with `runbook plugin trust`.",
            .situation("A checkout was updated after the plugin in it was accepted."),
            fix: "Review the changes, then accept the plugin again."),
        CodeEntry(
            "key/missing", "A block has no value for a key that its plugin requires.",
            .situation("A plugin whose manifest says `\"required\": true` for the key `table`."),
            fix: "Add the key to the info string."),
        CodeEntry(
            "key/unfit", "A key of a block has a value that its plugin does not allow.",
            .situation("`size=many` where the manifest says `\"type\": \"integer\"`."),
            fix: "Write a value of the type that the message names."),
    ]

    private static let contract: [CodeEntry] = [
        CodeEntry(
            "plugin/example", "`prepare` gives another result for an example than the manifest says.",
            .situation("The title of the action differs from the title in the example."),
            fix: "Correct the example in the manifest, or the handler."),
        CodeEntry(
            "plugin/impure", "`prepare` gives two different results for the same step.",
            .situation("A title that contains the time."), fix: "Make `prepare` depend only on the step."),
        CodeEntry(
            "plugin/garbage", "A handler reports a problem at a place outside the block.",
            .situation("A span that was counted in characters and not in bytes."),
            fix: "Take spans from the text of the step."),
        CodeEntry(
            "plugin/slow", "`prepare` takes too long.",
            .situation("A grammar that needs quadratic time for a long line."),
            fix: "Make the time linear in the size of the block."),
        CodeEntry(
            "plugin/claim", "A handler reports that something was done, although it cannot have been done.",
            .situation("A script that ignores the exit code of what it calls."),
            fix: "Return `refused` when nothing was done, and `unknown` when something may have been done."),
        CodeEntry(
            "plugin/secret", "The output of a handler contains a credential.",
            .situation("A program that prints its request for debugging."),
            fix: "Keep credentials out of responses, reasons and logs."),
        CodeEntry(
            "plugin/hangs", "A handler continues after it was cancelled.",
            .situation("A script that ignores the end of its standard input and SIGTERM."),
            fix: "End the program at once on SIGTERM, or when standard input ends."),
        CodeEntry(
            "plugin/wire", "The output of a plugin is not exactly one outcome of the protocol.",
            .situation("A traceback on standard output."),
            fix: "Write one JSON object on each line, the outcome last, and end with exit code 0."),
        CodeEntry(
            "plugin/stale-file", "The `plugin.json` of a built-in handler differs from its manifest.",
            .situation("A key was added to a manifest in Swift."),
            fix: "Run the handler's contract test once with `RECORD=1`."),
    ]
}
