package import RunbookRun

/// What the commands that are printed must say again, so that they work from any folder: where runs are kept, and which
/// plugins are used.
package struct CommandPlace: Sendable, Hashable {
    /// Commands that read the store.
    private static let ofStore: Set<String> = [
        "exec", "resume", "confirm", "undo", "runs", "report", "show", "stop", "handover",
    ]
    /// Commands that read plugins.
    private static let ofPlugins: Set<String> = ["exec", "resume", "undo", "check", "plan", "test", "graph", "sandbox"]

    /// The absolute path of the store; nil where nobody chose one.
    package let store: String?
    /// The absolute paths that `--plugin-dir` gave.
    package let plugins: [String]

    /// Makes a place.
    package init(store: String? = nil, plugins: [String] = []) {
        self.store = store
        self.plugins = plugins
    }

    /// The place of a run: with the plugins that it was started with, where no others were named.
    package func of(_ start: RunStart?) -> CommandPlace {
        guard plugins.isEmpty, let recorded = start?.invocation.plugins else { return self }
        return CommandPlace(store: store, plugins: recorded)
    }

    /// The options behind a command, with a blank before them; empty where nothing was chosen.
    package func options(of command: String) -> String {
        let store =
            Self.ofStore.contains(command) ? self.store.map { [" --store \(NextCommands.quoted($0))"] } ?? [] : []
        let plugins =
            Self.ofPlugins.contains(command) ? self.plugins.map { " --plugin-dir \(NextCommands.quoted($0))" } : []
        return (store + plugins).joined()
    }

    /// A message of ours in which each command in backticks says what it must.
    package func completing(_ message: String) -> String {
        if store == nil && plugins.isEmpty { return message }
        let pieces = message.split(separator: "`", omittingEmptySubsequences: false)
        if pieces.count % 2 == 0 { return message }
        return pieces.enumerated().map { index, piece in
            let words = piece.split(separator: " ")
            guard index % 2 == 1, words.count > 1, words[0] == "runbook" else { return String(piece) }
            return piece + options(of: String(words[1]))
        }.joined(separator: "`")
    }
}
