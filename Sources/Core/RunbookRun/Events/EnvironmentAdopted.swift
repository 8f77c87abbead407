package import OrderedJSON

/// A person took over an edited environment: another text of its file, or another address of a target.
package struct EnvironmentAdopted: RunWideEvent {
    /// The name in journals.
    package static let kind = "environment-adopted"

    /// Who.
    package let by: String
    /// The environment as it is now.
    package let environment: RunStart.Environment
    /// The targets as preflight found them.
    package let targets: [RunStart.Target]

    /// Makes the content.
    package init(by: String, environment: RunStart.Environment, targets: [RunStart.Target]) {
        self.by = by
        self.environment = environment
        self.targets = targets
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let environment = fields.object("environment").flatMap(RunStart.Environment.init) else { return nil }
        self.init(
            by: fields.string("by") ?? "", environment: environment,
            targets: fields.objects("targets").compactMap(RunStart.Target.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["by"] = by
        fields.set("environment", environment.json)
        fields.set("targets", .array(targets.map(\.json)))
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        guard let start = state.start, state.phase == .running else { return false }
        state.start = start.with(environment, targets)
        return true
    }
}

extension RunEvent {
    /// A person took over an edited environment.
    package static func environmentAdopted(
        by: String, environment: RunStart.Environment, targets: [RunStart.Target]
    ) -> RunEvent {
        .run(EnvironmentAdopted(by: by, environment: environment, targets: targets))
    }
}
