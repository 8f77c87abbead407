import OrderedJSON
import RunbookModel

extension Plan {
    /// The plan with each text from outside rewritten, such as by a masker; what is compared and hashed is the original.
    package func rewritten(_ text: (String) -> String) -> Plan {
        let parameters = parameters.map { parameter in
            RunStart.Parameter(
                name: parameter.name, value: parameter.value.map { $0.rewritten(text) }, isSecret: parameter.isSecret,
                source: parameter.source)
        }
        return Plan(
            tool: tool, title: text(title), document: document, fixture: fixture, includes: includes,
            environment: environment, targets: targets, parameters: parameters, plugins: plugins,
            steps: steps.map { $0.rewritten(text) })
    }
}

extension JSON {
    fileprivate func rewritten(_ text: (String) -> String) -> JSON {
        switch self {
        case .string(let string): return .string(text(string))
        case .number(let number):
            let rewritten = text(number.text)
            return rewritten == number.text ? self : .string(rewritten)
        case .array(let elements): return .array(elements.map { $0.rewritten(text) })
        case .object(let object): return .object(JSONObject(object.map { (text($0.name), $0.value.rewritten(text)) }))
        case .null, .bool: return self
        }
    }
}

extension PlannedStep {
    fileprivate func rewritten(_ text: (String) -> String) -> PlannedStep {
        let fate: Fate =
            switch fate {
            case .taken: .taken
            case .skipped(let reason, let detail): .skipped(reason, detail: text(detail))
            case .undecided(let conditions): .undecided(conditions.map(text))
            }
        func fields(_ fields: [Action.Field]) -> [Action.Field] { fields.map { Action.Field($0.name, text($0.value)) } }
        var heading = heading
        heading.title = text(heading.title)
        return PlannedStep(
            heading: heading, fate: fate,
            requests: requests.map {
                Request(
                    effect: $0.effect, title: text($0.title), fields: fields($0.fields), isIdempotent: $0.isIdempotent)
            },
            expectations: expectations.map { Expectation(kind: $0.kind, text: text($0.text)) }, gives: gives,
            gate: gate.map { Gate(kinds: $0.kinds, text: text($0.text), typed: $0.typed) }, unless: unless,
            repeats: repeats, isUndoable: isUndoable, limits: limits,
            probe: probe.map { ProbeResult($0.state, detail: text($0.detail), values: fields($0.values)) })
    }
}
