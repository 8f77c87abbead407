import RunbookModel

/// Whether the alternatives that give a value cover those that use it.
enum AlternativeCoverage {
    /// A choice under which the user runs and no giver does; nil when there is none.
    ///
    /// Every combination of the values of the parameters that any side names is tried, up to 4,096.
    static func uncovered(
        _ givers: [[Alternative]], user: [Alternative], declaration: Declaration
    ) -> (parameter: String, value: String)? {
        if givers.contains(where: \.isEmpty) { return nil }
        let parameters = Set((givers.joined() + user).map(\.parameter.value)).sorted()
        var choices: [[String: String]] = [[:]]
        for parameter in parameters {
            guard let values = declaration.parameter(parameter)?.schema.alternatives else { return nil }
            choices = choices.flatMap { choice in values.map { choice.merging([parameter: $0]) { $1 } } }
            if choices.count > 4096 { return nil }
        }
        for choice in choices where user.allSatisfy({ $0.admits(choice) }) {
            if givers.contains(where: { $0.allSatisfy { $0.admits(choice) } }) { continue }
            let culprit = givers.joined().first { !$0.admits(choice) }
            guard let parameter = culprit?.parameter.value, let value = choice[parameter] else { continue }
            return (parameter, value)
        }
        return nil
    }
}

extension Alternative {
    /// Whether a choice of values takes this alternative.
    package func admits(_ choice: [String: String]) -> Bool {
        guard let chosen = choice[parameter.value] else { return false }
        return values.contains { $0.value == chosen }
    }

    /// Whether a choice takes this alternative, or may take it once its parameter has a value.
    package func mayAdmit(_ choice: [String: String]) -> Bool { choice[parameter.value] == nil || admits(choice) }

    /// Why a choice does not take this alternative.
    func refusal(of choice: [String: String]) -> String {
        guard let value = choice[parameter.value] else { return "`\(parameter.value)` has no value" }
        return "`\(parameter.value)` is `\(value)`"
    }
}
