import Digests
import OrderedJSON
package import RunbookEngine
package import RunbookModel

/// What a run needs to begin, made of what was checked, resolved and looked at.
package struct RunPreparation: Sendable {
    /// What the runner gets.
    package let plan: RunPlan
    /// What the first event says.
    package let start: RunStart

    /// Joins the parts.
    ///
    /// - Parameters:
    ///   - tool: The version of the tool.
    ///   - operatorName: Who runs it.
    package init(
        document: CheckedDocument, binding: Binding, path: String, commit: (id: String, isModified: Bool)?,
        setting: RunSetting, targets: [RunStart.Target], parameters: [ResolvedParameter], saysYes: Bool, tool: String,
        operatorName: String, host: String
    ) {
        let hash = SHA256.hex(document.source.bytes)
        var values = ValueStore(credentials: setting.credentials)
        for (name, properties) in setting.properties { values.set(name, to: .object(properties)) }
        for parameter in parameters {
            values.set(
                parameter.declaration.name.value, to: parameter.value, isSecret: parameter.declaration.isSecret)
        }
        plan = RunPlan(
            binding: binding, targets: setting.targets, values: values,
            choice: RunPreparation.choice(parameters),
            policy: GatePolicy(saysYes: saysYes, isDisposable: setting.environment.isDisposable), documentHash: hash,
            user: operatorName)
        start = RunStart(
            tool: tool, user: operatorName, host: host,
            document: .init(
                file: document.source.file, path: path, sha256: hash, commit: commit?.id,
                isModified: commit?.isModified ?? false),
            environment: setting.environment, targets: targets, parameters: parameters.map(\.record),
            outline: plan.outline)
    }

    /// The chosen values of the parameters that `if` may name.
    package static func choice(_ parameters: [ResolvedParameter]) -> [String: String] {
        var choice: [String: String] = [:]
        for parameter in parameters where parameter.declaration.schema.alternatives != nil {
            choice[parameter.declaration.name.value] = parameter.value.string ?? parameter.value.text()
        }
        return choice
    }
}
