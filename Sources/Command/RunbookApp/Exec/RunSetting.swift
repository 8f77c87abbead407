package import OrderedJSON
package import RunbookModel
package import RunbookRun

/// Where a run takes place: an environment with its targets, credentials in hand.
package struct RunSetting: Sendable {
    /// What the journal keeps of the environment.
    package let environment: RunStart.Environment
    /// The targets that the runbook declares, by name.
    package let targets: [String: Target]

    /// Makes a setting.
    package init(environment: RunStart.Environment, targets: [Target]) {
        self.environment = environment
        self.targets = Dictionary(targets.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The properties of the targets, which documents may read.
    package var properties: [String: JSONObject] { targets.mapValues(\.properties) }

    /// The texts of all credentials.
    package var credentials: [String] { targets.values.flatMap { $0.secrets.values.map { $0.reveal() } } }
}
