package import OrderedJSON
package import RunbookModel
package import RunbookRun

/// Where a run takes place: an environment with its targets, credentials in hand.
package struct RunSetting: Sendable {
    /// What the journal keeps of the environment.
    package let environment: RunStart.Environment
    /// The targets that the runbook declares, by name.
    package let targets: [String: Target]
    /// The declared targets that the environment lacks and may lack; their steps are skipped.
    package let absent: Set<String>
    /// Those of them that it may lack only while no alternative that uses them is chosen.
    package let unneeded: Set<String>
    /// How long questions and answers are valid if their step does not say it; nil for ever.
    package let gatesExpire: Duration?

    /// The names of the targets in a sandbox that was started for the run, and that nobody else knows.
    package let ownTargets: Set<String>
    /// The text of the environment file; nil for a sandbox that was started for the run.
    package let text: String?

    /// Makes a setting.
    package init(
        environment: RunStart.Environment, targets: [Target], absent: Set<String> = [], unneeded: Set<String> = [],
        ownTargets: Set<String> = [], text: String? = nil, gatesExpire: Duration? = nil
    ) {
        self.gatesExpire = gatesExpire
        self.environment = environment
        self.ownTargets = ownTargets
        self.text = text
        self.absent = absent.union(unneeded)
        self.unneeded = unneeded
        self.targets = Dictionary(targets.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The properties of the targets, which documents may read; of one that is not there its name.
    package var properties: [String: JSONObject] {
        var properties = targets.mapValues(\.properties)
        for name in absent { properties[name] = JSONObject([("name", .string(name))]) }
        return properties
    }

    /// The texts of all credentials; those of a user also as basic authentication sends them, behind the user's name.
    package var credentials: [String] {
        targets.values.flatMap { target in
            let secrets = target.secrets.values.map { $0.reveal() }
            return secrets + target.users.flatMap { user in secrets.map { "\(user):\($0)" } }
        }
    }
}

extension Target {
    /// The names of the users that its settings and secrets name.
    fileprivate var users: Set<String> {
        let written = settings.members.compactMap { ($0.name == "user" ? $0.value : $0.value["user"])?.string }
        return Set(written + secrets.filter { $0.key.hasSuffix("user") }.map { $0.value.reveal() })
    }
}
