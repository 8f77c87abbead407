extension CodeCatalogue {
    /// Handlers that are programs of their own, and what the contract test finds in any handler.
    static let plugins: [CodeEntry] = folders + contract

    private static let folders: [CodeEntry] = [
        CodeEntry(
            "plugin/unreadable", "A folder that should hold a plugin cannot be read, or has no `plugin.json`.",
            .situation("`--plugin-dir plugins/tpc` where the folder is called `tcp`."),
            fix: "Give the folder of the plugin, or one that holds folders of plugins."),
        CodeEntry(
            "plugin/manifest", "A `plugin.json` breaks a rule of the protocol, or is written for another one.",
            .situation("`\"protocol\": 2` where this release speaks protocol 1."),
            fix: "Correct what the message names; `docs/plugin-protocol.md` has all members."),
        CodeEntry(
            "plugin/executable", "The program of a plugin is not there, or may not be executed.",
            .situation("A script was unpacked without its right to be executed."),
            fix: "Run `chmod +x` on the file that the message names."),
        CodeEntry(
            "plugin/link", "A plugin holds a link or something that is not a file, or is itself a link.",
            .situation("A link from the configuration folder into a checkout, where the next pull changes what runs."),
            fix: "Put the files themselves there, or accept the folder where it is: `runbook plugin trust DIR`."),
        CodeEntry(
            "plugin/writable", "Everybody on this machine may write a file of a plugin.",
            .situation("A folder with mode 777 on a shared machine."),
            fix: "Take the right away with `chmod -R o-w DIR`, after a look whether somebody used it."),
        CodeEntry(
            "plugin/too-large", "A plugin has more files or bytes than are looked at.",
            .situation("`plugin.json` at the root of a repository with its dependencies."),
            fix: "Give the plugin a folder of its own."),
        CodeEntry(
            "plugin/relative-path",
            "`RUNBOOK_PLUGIN_PATH` holds a relative path, which would be another folder in each working directory.",
            .situation("`RUNBOOK_PLUGIN_PATH=plugins`, and a checkout that has such a folder."),
            fix: "Write whole paths, separated by `:`."),
        CodeEntry(
            "plugin/taken", "A plugin has the name of another handler, or a language or kind of target that is taken.",
            .situation("A plugin that calls itself `console`."),
            fix: "Choose other names in its `plugin.json`."),
        CodeEntry(
            "plugin/changed", "A plugin that was accepted with `runbook plugin trust` has other files now.",
            .situation("A checkout was updated after the plugin in it was accepted."),
            fix: "Look through what changed, and accept it again."),
        CodeEntry(
            "key/missing", "A block lacks a key that its plugin must have.",
            .situation("A plugin whose manifest says `\"required\": true` for the key `table`."),
            fix: "Add the key to the info string."),
        CodeEntry(
            "key/unfit", "A key of a block has a value that its plugin does not allow.",
            .situation("`size=many` where the manifest says `\"type\": \"integer\"`."),
            fix: "Write a value of the kind that the message names."),
    ]

    private static let contract: [CodeEntry] = [
        CodeEntry(
            "plugin/example", "An example of a manifest is not prepared as it says.",
            .situation("The title of an example is not the first line of its content."),
            fix: "Correct the example, or the rule of the manifest that it shows."),
        CodeEntry(
            "plugin/impure", "A handler prepares the same step twice with two results.",
            .situation("A title that holds the time."), fix: "Make `prepare` depend on nothing but the step."),
        CodeEntry(
            "plugin/garbage", "A handler tells of a problem at a place outside of the block.",
            .situation("A span that was counted in characters and not in bytes."),
            fix: "Take spans from the text of the step."),
        CodeEntry(
            "plugin/slow", "Preparing takes longer than it may.",
            .situation("A grammar that needs quadratic time for a long line."), fix: "Make it linear in size."),
        CodeEntry(
            "plugin/claim", "A handler says that something was done where nothing can have been done.",
            .situation("A script that ignores the exit code of what it calls."),
            fix: "Answer `refused` for what was certainly not done, and `unknown` for what may have been done."),
        CodeEntry(
            "plugin/secret", "A handler shows a credential that it was given.",
            .situation("A program that prints its request for debugging."),
            fix: "Keep credentials out of answers, reasons and logs."),
        CodeEntry(
            "plugin/hangs", "A handler goes on after it was told to stop.",
            .situation("A script that ignores the end of its standard input and the signal TERM."),
            fix: "End at once on TERM, or when standard input ends."),
        CodeEntry(
            "plugin/wire", "A plugin answers a request with something else than one outcome of the protocol.",
            .situation("A traceback on standard output."),
            fix: "Write one JSON object a line, the outcome last, and end with exit code 0."),
        CodeEntry(
            "plugin/stale-file", "The `plugin.json` of a built-in handler is not what its manifest says.",
            .situation("A key was added to a manifest in Swift."),
            fix: "Run the handler's contract test once with `RECORD=1`."),
    ]
}
