/// How a plugin was found, which says who vouches for it.
package enum PluginOrigin: String, Sendable, Hashable {
    /// Named by `--plugin-dir`.
    case option = "--plugin-dir"
    /// Below a folder of `RUNBOOK_PLUGIN_PATH`.
    case variable = "RUNBOOK_PLUGIN_PATH"
    /// In the operator's configuration folder.
    case configuration
    /// Accepted by `runbook plugin trust`, and unchanged since.
    case trusted
}
