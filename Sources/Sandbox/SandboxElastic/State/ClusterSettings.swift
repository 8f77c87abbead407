/// The settings of a whole cluster.
struct ClusterSettings: Sendable {
    var persistent = SettingsMap()
    var transient = SettingsMap()

    /// The text of a setting; transient ones win.
    func text(_ name: String) -> String? { transient.text(name) ?? persistent.text(name) }

    /// The names that are set, in any order.
    var names: Set<String> { Set(persistent.names).union(transient.names) }
}
